import { dayOf } from '../../../domain/calendar/day';
import type { Student } from '../../../domain/school/roster.schema';
import { agreedUntil, talkExcerpt, talkTitle } from '../../../domain/talk/talk.rules';
import type { Talk } from '../../../domain/talk/talk.schema';
import { noteWork } from '../../kernel/note-work';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** A talk of today happened when it was recorded; of one entered later only the day is known. */
const momentOf = ({ on, createdAt }: Talk): Date =>
  dayOf(createdAt) === on ? createdAt : new Date(`${on}T12:00:00+08:00`);

/** Let a talk stand in the student's file, for the staff only. */
export const noteTalk = (
  tx: Transaction,
  ctx: Caller,
  student: Pick<Student, '_id' | 'classId' | 'divisionId'>,
  talk: Talk,
): Promise<void> =>
  noteWork(tx, ctx, {
    kind: 'talk',
    refId: talk._id,
    student,
    at: momentOf(talk),
    title: talkTitle(talk),
    excerpt: talkExcerpt(talk),
    audience: 'staff',
    isSealed: false,
    ...(talk.agreed !== '' && {
      agreed: { text: talk.agreed, until: agreedUntil(talk, ctx.school.mentoring) },
    }),
  });
