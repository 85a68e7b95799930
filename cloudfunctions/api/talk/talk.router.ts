import {
  ListTalks,
  ListUnseen,
  RecordTalk,
  ReviseTalk,
  TALK_PAGE,
  UNSEEN_PAGE,
  VoidTalk,
} from '../../../domain/talk/talk.schema';
import { presentSeen } from '../present-seen';
import { procedure, router } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { recordTalk } from './record-talk';
import { reviseTalk } from './revise-talk';
import { readTalks, readUnseen } from './talk.store';
import { presentTalk } from './talk-view';
import { voidTalk } from './void-talk';

export const talkRouter = router({
  list: procedure('talk.read')
    .input(ListTalks)
    .query(async ({ ctx, input }) => {
      const [student, found] = await Promise.all([
        readStudent(input.studentId),
        readTalks(ctx.school._id, input.studentId, input.before),
      ]);
      ctx.access.authorize(subjectOfStudent(student));
      if (!student) throw new Error('authorized without a student');
      const talks = found.slice(0, TALK_PAGE);
      const last = found.length > TALK_PAGE ? talks.at(-1) : undefined;
      return {
        student: presentSeen(ctx, student),
        talks: talks.map((talk) => presentTalk(ctx, talk)),
        next: last ? { on: last.on, id: last._id } : null,
      };
    }),

  record: procedure('talk.record')
    .input(RecordTalk)
    .mutation(({ ctx, input }) => recordTalk(ctx, input)),

  revise: procedure('talk.revise')
    .input(ReviseTalk)
    .mutation(({ ctx, input }) => reviseTalk(ctx, input)),

  void: procedure('talk.revise')
    .input(VoidTalk)
    .mutation(({ ctx, input }) => voidTalk(ctx, input)),
});

export const unseenRouter = router({
  list: procedure('unseen.read')
    .input(ListUnseen)
    .query(async ({ ctx, input }) => {
      const found = await readUnseen(ctx.school._id, ctx.access.filter(), input.before);
      const students = found.slice(0, UNSEEN_PAGE);
      const last = found.length > UNSEEN_PAGE ? students.at(-1) : undefined;
      return {
        everyDays: ctx.school.mentoring.talkEveryDays,
        students: students.map((student) => presentSeen(ctx, student)),
        next: last ? { lastTalkOn: last.lastTalkOn, id: last._id } : null,
      };
    }),
});
