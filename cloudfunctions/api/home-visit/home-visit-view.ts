import type { Subject } from '../../../domain/access/scopes';
import type { HomeVisit } from '../../../domain/home-visit/home-visit.schema';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import type { Caller } from '../procedure';

/** Whom a visit is about: who may read it, and open its sealed part. */
export const subjectOfVisit = (visit: HomeVisit | null): Subject | null =>
  visit && {
    schoolId: visit.schoolId,
    divisionId: visit.divisionId,
    classId: visit.classId,
    studentId: visit.studentId,
  };

/** Whose visit it is. */
export const visitorOf = (visit: HomeVisit | null): Subject | null =>
  visit && { schoolId: visit.schoolId, memberId: visit.visitorId };

export const sealedNoteOf = ({ _id }: Pick<HomeVisit, '_id'>): string =>
  sealedNoteIdOf(_id, 'homeVisit');

/** A visit as its readers see it. Of the sealed part only that it exists; of photos their number. */
export function presentVisit({ member, access }: Caller, visit: HomeVisit) {
  const isMine = visit.visitorId === member._id;
  const subject = { schoolId: visit.schoolId, ...subjectOfVisit(visit) };
  return {
    id: visit._id,
    rev: visit.rev,
    status: visit.status,
    student: { id: visit.studentId, name: visit.studentName, classId: visit.classId },
    visitor: visit.visitorName,
    companion: visit.companionId && {
      id: visit.companionId,
      name: visit.companionName ?? '',
      hasConfirmed: visit.confirmedAt !== null,
    },
    plan: {
      reasons: visit.reasons,
      plannedOn: visit.plannedOn,
      partners: visit.partners,
      askAbout: visit.askAbout,
    },
    words: {
      way: visit.way,
      visitedOn: visit.visitedOn,
      met: visit.met,
      learned: visit.learned,
      agreed: visit.agreed,
      // Only whoever took them edits the list; the others open the pictures themselves.
      photos: isMine ? visit.photos : [],
    },
    photoCount: visit.photos.length,
    feedback: {
      effect: visit.effect,
      effectText: visit.effectText,
      nextVisitId: visit.nextVisitId,
    },
    dueOn: visit.dueOn,
    sealed: { noteId: sealedNoteOf(visit), exists: visit.hasSealed },
    voided: visit.voidedAt && { at: visit.voidedAt, reason: visit.voidReason },
    updatedByName: visit.updatedByName,
    updatedAt: visit.updatedAt,
    may: {
      write: isMine && visit.voidedAt === null,
      openSealed: access.may('sealedNote.read', subject),
    },
  };
}

export type VisitView = ReturnType<typeof presentVisit>;
