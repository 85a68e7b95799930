import { isTermOver } from '../../../domain/calendar/term';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { pickWords } from '../../../domain/talk/talk.rules';
import type { Talk } from '../../../domain/talk/talk.schema';
import type { Caller } from '../procedure';

/** What rights to one's own talk are asked about: where it happened, and who recorded it. */
export const subjectOfTalk = (talk: Talk | null) =>
  talk && {
    schoolId: talk.schoolId,
    divisionId: talk.divisionId,
    classId: talk.classId,
    studentId: talk.studentId,
    memberId: talk.createdBy,
  };

/** One talk, whole; also what a stale edit is answered with. */
export function presentTalk(ctx: Caller, talk: Talk) {
  const subject = { ...subjectOfTalk(talk), schoolId: talk.schoolId };
  const isMine = ctx.access.may('talk.revise', subject);
  const term = ctx.school.terms.find(({ id }) => id === talk.termId);
  const isOpen = term !== undefined && !isTermOver(term, ctx.today);
  return {
    id: talk._id,
    studentId: talk.studentId,
    rev: talk.rev,
    on: talk.on,
    ...pickWords(talk),
    isNoChange: talk.isNoChange,
    byName: talk.byName,
    /** Of the sealed part only that it is there. */
    sealed: { noteId: sealedNoteIdOf(talk._id, 'talk'), exists: talk.hasSealed },
    voided: talk.voidedAt && { reason: talk.voidReason },
    may: {
      revise: isMine && isOpen && talk.voidedAt === null,
      openSealed: ctx.access.may('sealedNote.read', subject),
    },
  };
}
