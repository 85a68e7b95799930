import type { Subject } from '../../../domain/access/scopes';
import { isTermOver } from '../../../domain/calendar/term';
import type { ClassWork } from '../../../domain/class-work/class-work.schema';
import type { Caller } from '../procedure';
import { termOf } from '../terms';

/** What rights are asked about: the class; a sponsor's summary is its writer's. */
export const subjectOfWork = (work: ClassWork): Subject => {
  const { schoolId, classId, divisionId, createdBy } = work;
  return classId === null
    ? { schoolId, memberId: createdBy }
    : { schoolId, classId, divisionId: divisionId ?? undefined };
};

/** A piece of work as its readers see it; beside a stale edit too. */
export function presentWork(ctx: Caller, work: ClassWork) {
  const isMine = work.createdBy === ctx.member._id;
  return {
    id: work._id,
    rev: work.rev,
    kind: work.kind,
    on: work.on,
    title: work.title,
    text: work.text,
    // Only whoever took them edits the list; the others open the pictures themselves.
    photos: isMine ? work.photos : [],
    photoCount: work.photos.length,
    byName: work.byName,
    updatedByName: work.updatedByName,
    may: {
      write: isMine && work.voidedAt === null && !isTermOver(termOf(ctx, work.termId), ctx.today),
    },
  };
}
