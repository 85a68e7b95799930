import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { untickedOf } from '../../../domain/screening/screening.rules';
import {
  findingIdOf,
  type ScreeningRound,
  type ScreeningSheet,
} from '../../../domain/screening/screening.schema';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import type { Caller } from '../procedure';
import { subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';

export const findingNoteIdOf = (roundId: string, studentId: string): string =>
  sealedNoteIdOf(findingIdOf(roundId, studentId), 'screening');

export const presentRound = (round: ScreeningRound) => ({
  id: round._id,
  kind: round.kind,
  title: round.title,
  startsOn: round.startsOn,
  dueOn: round.dueOn,
  isOpen: round.status === 'open',
  closing: round.closedAt && {
    at: round.closedAt,
    byName: round.closedByName ?? '',
    students: round.students,
    findings: round.findings,
  },
});

interface Facts {
  round: ScreeningRound;
  schoolClass: SchoolClass;
  sheet: ScreeningSheet | null;
  roster: Student[];
}

const byName = (a: Student, b: Student) => a.name.localeCompare(b.name, 'zh-CN');

/** The sheet of a class: each student with their tick. What a finding says is opened apart. */
export function presentSheet(ctx: Caller, { round, schoolClass, sheet, roster }: Facts) {
  const subject = subjectOfClass(schoolClass);
  if (!subject) throw new Error('a sheet without a class');
  const status = sheet?.status ?? 'open';
  const isOpen = round.status === 'open';
  const enrolled = roster.filter((student) => student.status === 'enrolled').sort(byName);
  const may = ctx.access.may('screening.record', subject) && isOpen;
  return {
    round: presentRound(round),
    classId: schoolClass._id,
    classLabel: classLabelOf(ctx, schoolClass),
    status,
    submittedBy: sheet?.submittedByName ?? null,
    confirmedBy: sheet?.confirmedByName ?? null,
    students: enrolled.map(({ _id, name }) => ({
      studentId: _id,
      name,
      state: sheet?.ticks[_id]?.state ?? null,
      noteId: findingNoteIdOf(round._id, _id),
    })),
    unticked: untickedOf(sheet, enrolled).map(({ name }) => name),
    may: {
      tick: may && status === 'open',
      submit: may && status !== 'confirmed',
      signOff: isOpen && status === 'submitted' && ctx.access.may('screening.signOff', subject),
      openSealed: ctx.access.may('sealedNote.read', subject),
    },
  };
}
