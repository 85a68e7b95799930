import {
  CloseHealthCondition,
  HealthConditionById,
  ListAcknowledgements,
  ListHealthConditions,
  ReviseHealthCondition,
  SignOffHealthCondition,
} from '../../../domain/health-register/health-register.schema';
import { procedure, router } from '../procedure';
import { listAcknowledgements, listConditions } from './list-conditions';
import { openCondition } from './open-condition';
import { closeCondition, reviseCondition, signOffCondition } from './revise-condition';

export const healthConditionRouter = router({
  list: procedure('healthCondition.read')
    .input(ListHealthConditions)
    .query(({ ctx, input }) => listConditions(ctx, input)),

  // Opening writes who opened it: a mutation, so that no cache repeats it by itself.
  byId: procedure('healthCondition.read')
    .input(HealthConditionById)
    .mutation(({ ctx, input }) => openCondition(ctx, input.studentId)),

  revise: procedure('healthCondition.revise')
    .input(ReviseHealthCondition)
    .mutation(({ ctx, input }) => reviseCondition(ctx, input)),

  signOff: procedure('healthCondition.signOff')
    .input(SignOffHealthCondition)
    .mutation(({ ctx, input }) => signOffCondition(ctx, input)),

  close: procedure('healthCondition.revise')
    .input(CloseHealthCondition)
    .mutation(({ ctx, input }) => closeCondition(ctx, input)),
});

export const healthAcknowledgementRouter = router({
  list: procedure('healthCondition.revise')
    .input(ListAcknowledgements)
    .query(({ ctx, input }) => listAcknowledgements(ctx, input.classId)),
});
