import {
  CloseConsent,
  CloseGuardianCode,
  CloseGuardianRequest,
  GuardianDoor,
  ListGuardianRequests,
  RecordGuardianCode,
  SubmitGuardianRequest,
  VoidGuardianAnswer,
} from '../../../domain/joining/guardian-request.schema';
import {
  CloseStaffInvitation,
  RecordStaffInvitation,
  StaffDoor,
  SubmitPhoneDoor,
  SubmitStaffInvitation,
} from '../../../domain/joining/staff-invitation.schema';
import { z } from '../../../domain/schema';
import { procedure, publicProcedure, router } from '../procedure';
import { acceptInvitation, readStaffDoor } from './accept-invitation';
import { closeGuardianRequest, voidGuardianAnswer } from './answer-guardian-request';
import { closeConsent, listConsents } from './consents';
import { closeGuardianCode, drawGuardianCode, recordGuardianCode } from './guardian-codes';
import { listGuardianRequests } from './list-guardian-requests';
import { openPhoneDoor, readPhoneDoor } from './phone-door';
import { closeInvitation, listInvitations, recordInvitation } from './staff-invitations';
import {
  listOwnRequests,
  readGuardianDoor,
  submitGuardianRequest,
} from './submit-guardian-request';

const Nothing = z.optional(z.strictObject({}));

const guardianCodeRouter = router({
  record: procedure('guardianCode.record')
    .input(RecordGuardianCode)
    .mutation(({ ctx, input }) => recordGuardianCode(ctx, input)),

  close: procedure('guardianCode.record')
    .input(CloseGuardianCode)
    .mutation(({ ctx, input }) => closeGuardianCode(ctx, input)),

  export: procedure('guardianCode.record')
    .input(GuardianDoor)
    .query(({ ctx, input }) => drawGuardianCode(ctx, input.code)),
});

/** A wrong code is counted, so looking through a door is a mutation. */
const guardianDoorRouter = router({
  byId: publicProcedure('guardianDoor.read')
    .input(GuardianDoor)
    .mutation(({ ctx, input }) => readGuardianDoor(ctx, input.code)),

  submit: publicProcedure('guardianRequest.submit')
    .input(SubmitGuardianRequest)
    .mutation(({ ctx, input }) => submitGuardianRequest(ctx, input)),

  list: publicProcedure('guardianRequest.readOwn')
    .input(Nothing)
    .query(({ ctx }) => listOwnRequests(ctx)),
});

const guardianRequestRouter = router({
  list: procedure('guardianRequest.close')
    .input(ListGuardianRequests)
    .query(({ ctx, input }) => listGuardianRequests(ctx, input)),

  close: procedure('guardianRequest.close')
    .input(CloseGuardianRequest)
    .mutation(({ ctx, input }) => closeGuardianRequest(ctx, input)),

  void: procedure('guardianRequest.close')
    .input(VoidGuardianAnswer)
    .mutation(({ ctx, input }) => voidGuardianAnswer(ctx, input)),
});

const consentRouter = router({
  list: procedure('consent.read')
    .input(Nothing)
    .query(({ ctx }) => listConsents(ctx)),

  close: procedure('consent.close')
    .input(CloseConsent)
    .mutation(({ ctx, input }) => closeConsent(ctx, input)),
});

const staffInvitationRouter = router({
  list: procedure('staffInvitation.record')
    .input(Nothing)
    .query(({ ctx }) => listInvitations(ctx)),

  record: procedure('staffInvitation.record')
    .input(RecordStaffInvitation)
    .mutation(({ ctx, input }) => recordInvitation(ctx, input)),

  close: procedure('staffInvitation.record')
    .input(CloseStaffInvitation)
    .mutation(({ ctx, input }) => closeInvitation(ctx, input)),
});

const staffDoorRouter = router({
  byId: publicProcedure('staffDoor.read')
    .input(StaffDoor)
    .mutation(({ ctx, input }) => readStaffDoor(ctx, input.code)),

  submit: publicProcedure('staffDoor.submit')
    .input(SubmitStaffInvitation)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});

const phoneDoorRouter = router({
  byId: publicProcedure('phoneDoor.read')
    .input(Nothing)
    .query(() => readPhoneDoor()),

  submit: publicProcedure('phoneDoor.submit')
    .input(SubmitPhoneDoor)
    .mutation(({ ctx, input }) => openPhoneDoor(ctx, input)),
});

export const joiningRouters = {
  phoneDoor: phoneDoorRouter,
  guardianCode: guardianCodeRouter,
  guardianDoor: guardianDoorRouter,
  guardianRequest: guardianRequestRouter,
  staffInvitation: staffInvitationRouter,
  staffDoor: staffDoorRouter,
  consent: consentRouter,
};
