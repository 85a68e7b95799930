import type { Subject } from '../../../domain/access/scopes';
import { isLastOf } from '../../../domain/attention/attention-case.rules';
import type {
  AttentionCase,
  AttentionFollowUp,
} from '../../../domain/attention/attention-case.schema';
import { CASE_KINDS, type CaseKind } from '../../../domain/attention/case-kinds';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import type { Caller } from '../procedure';
import { classLabelOf } from '../school-names';

/** Which right a file of a kind is written by: what is no secret is kept by mentors too. */
export const writeActionOf = (kind: CaseKind): 'attentionCase.record' | 'growthFile.record' =>
  CASE_KINDS[kind].isSealed ? 'attentionCase.record' : 'growthFile.record';

/** Whom a case is about: who may read it. */
export const subjectOfCase = (found: AttentionCase | null): Subject | null =>
  found && {
    schoolId: found.schoolId,
    divisionId: found.divisionId,
    classId: found.classId,
    studentId: found.studentId,
  };

export const caseNoteIdOf = (caseId: string): string => sealedNoteIdOf(caseId, 'attentionCase');

/** A case in a list: a child by name, never by group. */
export const presentListedCase = (ctx: Caller, found: AttentionCase) => ({
  id: found._id,
  studentId: found.studentId,
  name: found.studentName,
  classLabel: classLabelOf(ctx, found.classIdentity),
  what: CASE_KINDS[found.kind].listLabel,
  level: found.level,
  sponsor: found.sponsorName,
  reviewOn: found.reviewOn ?? ctx.today,
  isOverdue: found.reviewOn !== null && found.reviewOn < ctx.today,
});

/** A case as its readers see it. Of the sealed part only that it exists. */
export function presentCase(ctx: Caller, found: AttentionCase) {
  const subject = subjectOfCase(found) as Subject;
  const isOpen = found.status === 'open';
  const may = (action: Parameters<Caller['access']['may']>[0]) => ctx.access.may(action, subject);
  return {
    id: found._id,
    rev: found.rev,
    status: found.status,
    kind: found.kind,
    student: {
      id: found.studentId,
      name: found.studentName,
      classLabel: classLabelOf(ctx, found.classIdentity),
    },
    level: found.level,
    fields: found.fields,
    goal: found.goal,
    measures: found.measures,
    reviewOn: found.reviewOn,
    sponsor: found.sponsorId && { id: found.sponsorId, name: found.sponsorName ?? '' },
    openedBy: found.openedByName,
    openedAt: found.createdAt,
    followUpCount: found.followUps,
    closing: found.closedOn && {
      on: found.closedOn,
      outcome: found.outcome,
      text: found.outcomeText,
    },
    voided: found.voidedAt && { at: found.voidedAt, reason: found.voidReason },
    sealed: { noteId: caseNoteIdOf(found._id), exists: found.hasSealed },
    updatedByName: found.updatedByName,
    updatedAt: found.updatedAt,
    may: {
      write: isOpen && may(writeActionOf(found.kind)),
      followUp: isOpen && may('attentionFollowUp.record'),
      assign: isOpen && may('attentionCase.assign'),
      openSealed: may('sealedNote.read'),
      writeSealed: isOpen && may('attentionCase.reviseSealed'),
    },
  };
}

export type CaseView = ReturnType<typeof presentCase>;

export const presentFollowUp = (ctx: Caller, found: AttentionFollowUp, of: AttentionCase) => ({
  id: found._id,
  on: found.on,
  byName: found.byName,
  change: found.change,
  text: found.text,
  nextOn: found.nextOn,
  isVoid: found.voidedAt !== null,
  mayTakeBack: isLastOf(found, of) && found.createdBy === ctx.member._id,
});
