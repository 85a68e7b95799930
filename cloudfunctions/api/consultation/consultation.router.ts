import {
  AgendaOf,
  AnswerSignOff,
  CloseConsultation,
  ConsultationById,
  ConsultationFormOf,
  ListConsultations,
  OpenDissents,
  PlanConsultation,
  RecordApproval,
  RecordAttendance,
  RecordDissent,
  RecordHuddle,
  RecordPreparation,
  ReviseConsultation,
  SignOffConsultation,
  SubmitReport,
  VoidConsultation,
} from '../../../domain/consultation/consultation-input.schema';
import { RecordItem, VoidItem } from '../../../domain/consultation/consultation-item.schema';
import { RecordTopic, VoidTopic } from '../../../domain/consultation/topic-list.schema';
import { procedure, router } from '../procedure';
import { closeConsultation } from './close-consultation';
import { openDissents, recordDissent } from './dissent';
import { listAgenda } from './list-agenda';
import { consultationById, listConsultations } from './list-consultations';
import { consultationForm, planConsultation } from './plan-consultation';
import { recordApproval, recordPreparation, submitReport } from './prepare-consultation';
import { recordAttendance } from './record-attendance';
import { recordHuddle } from './record-huddle';
import { recordItem, voidItem } from './record-item';
import { reviseConsultation, voidConsultation } from './revise-consultation';
import { answerSignOff, signOffConsultation } from './sign-off-consultation';
import { recordTopic, voidTopic } from './topics';

export const consultationRouter = router({
  list: procedure('consultation.read')
    .input(ListConsultations)
    .query(({ ctx, input }) => listConsultations(ctx, input)),

  byId: procedure('consultation.read')
    .input(ConsultationById)
    .query(({ ctx, input }) => consultationById(ctx, input)),

  plan: procedure('consultation.plan')
    .input(PlanConsultation)
    .mutation(({ ctx, input }) => planConsultation(ctx, input)),

  /** 碰头会. */
  record: procedure('consultation.record')
    .input(RecordHuddle)
    .mutation(({ ctx, input }) => recordHuddle(ctx, input)),

  revise: procedure('consultation.plan')
    .input(ReviseConsultation)
    .mutation(({ ctx, input }) => reviseConsultation(ctx, input)),

  void: procedure('consultation.plan')
    .input(VoidConsultation)
    .mutation(({ ctx, input }) => voidConsultation(ctx, input)),

  close: procedure('consultation.plan')
    .input(CloseConsultation)
    .mutation(({ ctx, input }) => closeConsultation(ctx, input)),

  signOff: procedure('consultation.signOff')
    .input(SignOffConsultation)
    .mutation(({ ctx, input }) => signOffConsultation(ctx, input)),

  /** The answer to what a leader asked back. */
  submit: procedure('consultation.plan')
    .input(AnswerSignOff)
    .mutation(({ ctx, input }) => answerSignOff(ctx, input)),
});

export const consultationFormRouter = router({
  byId: procedure('consultation.plan')
    .input(ConsultationFormOf)
    .query(({ ctx, input }) => consultationForm(ctx, input)),
});

export const consultationAgendaRouter = router({
  list: procedure('consultation.read')
    .input(AgendaOf)
    .query(({ ctx, input }) => listAgenda(ctx, input)),
});

export const consultationApprovalRouter = router({
  record: procedure('consultation.approve')
    .input(RecordApproval)
    .mutation(({ ctx, input }) => recordApproval(ctx, input)),
});

export const consultationPreparationRouter = router({
  record: procedure('consultation.plan')
    .input(RecordPreparation)
    .mutation(({ ctx, input }) => recordPreparation(ctx, input)),
});

export const consultationAttendanceRouter = router({
  record: procedure('consultation.record')
    .input(RecordAttendance)
    .mutation(({ ctx, input }) => recordAttendance(ctx, input)),
});

export const consultationItemRouter = router({
  record: procedure('consultation.record')
    .input(RecordItem)
    .mutation(({ ctx, input }) => recordItem(ctx, input)),

  void: procedure('consultation.record')
    .input(VoidItem)
    .mutation(({ ctx, input }) => voidItem(ctx, input)),
});

export const consultationDissentRouter = router({
  // Opening writes who opened it and why: a mutation, so that no cache repeats it by itself.
  byId: procedure('consultation.readDissent')
    .input(OpenDissents)
    .mutation(({ ctx, input }) => openDissents(ctx, input)),

  record: procedure('consultation.attend')
    .input(RecordDissent)
    .mutation(({ ctx, input }) => recordDissent(ctx, input)),
});

export const consultationReportRouter = router({
  submit: procedure('consultation.attend')
    .input(SubmitReport)
    .mutation(({ ctx, input }) => submitReport(ctx, input)),
});

/** What waits for the next meeting of a place. */
export const consultationTopicRouter = router({
  record: procedure('consultation.record')
    .input(RecordTopic)
    .mutation(({ ctx, input }) => recordTopic(ctx, input)),

  void: procedure('consultation.record')
    .input(VoidTopic)
    .mutation(({ ctx, input }) => voidTopic(ctx, input)),
});
