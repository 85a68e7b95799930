import {
  ClassWorkById,
  ListClassWorks,
  RecordClassWork,
  VoidClassWork,
} from '../../../domain/class-work/class-work.schema';
import { procedure, router } from '../procedure';
import { changeClassWork } from './change-class-work';
import { readClassWork } from './class-work.store';
import { listClassWorks } from './list-class-works';
import { openWorkPhotos } from './open-work-photos';
import { recordClassWork } from './record-class-work';

const classWork = router({
  list: procedure('classWork.read')
    .input(ListClassWorks)
    .query(({ ctx, input }) => listClassWorks(ctx, input)),

  record: procedure('classWork.record')
    .input(RecordClassWork)
    .mutation(({ ctx, input }) => recordClassWork(ctx, input)),

  // Nothing is deleted: it leaves the list and what it counted for, and why is kept.
  void: procedure('classWork.void')
    .input(VoidClassWork)
    .mutation(async ({ ctx, input }) => {
      const { reason } = input;
      const work = await readClassWork(input.workId);
      const why = ctx.access.authorize(
        work && { schoolId: work.schoolId, memberId: work.createdBy },
      );
      const change = { voidedAt: ctx.now, voidReason: reason };
      return changeClassWork(ctx, { action: 'classWork.void', why, edit: input, change, reason });
    }),
});

const classWorkPhoto = router({
  // Opening writes who looked: a mutation, so that no cache repeats it by itself.
  list: procedure('classWork.read')
    .input(ClassWorkById)
    .mutation(({ ctx, input }) => openWorkPhotos(ctx, input.workId)),
});

export const classWorkRouters = { classWork, classWorkPhoto };
