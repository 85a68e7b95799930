import type { Action } from '../../../domain/access/permissions';
import type { Subject } from '../../../domain/access/scopes';
import { isTermOver, type Term, termLabel } from '../../../domain/calendar/term';
import {
  filledFields,
  isWritten,
  ledgerHeader,
  pickFields,
  standingLine,
} from '../../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerContribution,
  type LedgerEntry,
  ledgerIdOf,
} from '../../../domain/class-ledger/class-ledger.schema';
import type { LedgerCategory } from '../../../domain/school/ledger-category.schema';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import { sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import type { Caller } from '../procedure';
import { subjectOfClass, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';

export const presentTerm = (term: Term, today: string) => ({
  id: term.id,
  label: termLabel(term),
  isOver: isTermOver(term, today),
});

/** How much of a line stands in a list; the whole line is one tap away. */
const GLIMPSE = 60;

const byName = (a: Student, b: Student) => a.name.localeCompare(b.name, 'zh-CN');

function presentLine(
  ledger: ClassLedger | null,
  student: Student,
  current: LedgerEntry | undefined,
  previous: LedgerEntry | undefined,
) {
  const { fields, isCarriedOver } = standingLine(ledger, current, previous);
  const words = fields.strengths || Object.values(fields).find((value) => value !== '') || '';
  return {
    studentId: student._id,
    name: student.name,
    hasLeft: student.status === 'left',
    glimpse: words.slice(0, GLIMPSE),
    filled: filledFields(fields),
    isCarriedOver,
    contributions: current?.contributions.length ?? 0,
    hasSealed: current?.hasSealedFamily ?? false,
  };
}

/** A sealed row says only that it exists; whom it names is opened with a reason. */
function presentCategory(category: LedgerCategory, ledger: ClassLedger | null, roster: Student[]) {
  const ids = category.isSealed ? [] : (ledger?.categories[category.key] ?? []);
  const names = new Map(roster.map((student) => [student._id, student.name]));
  return {
    key: category.key,
    label: category.label,
    isSealed: category.isSealed,
    students: ids.map((studentId) => ({ id: studentId, name: names.get(studentId) ?? '已转走' })),
  };
}

export interface LedgerFacts {
  schoolClass: SchoolClass;
  term: Term;
  previousTerm: Term | null;
  ledger: ClassLedger | null;
  roster: Student[];
  entries: LedgerEntry[];
}

const indexEntries = (entries: LedgerEntry[], termId: string | undefined) =>
  new Map(
    entries.filter((entry) => entry.termId === termId).map((entry) => [entry.studentId, entry]),
  );

/** The ledger of a class as the page shows it. */
export function presentClassLedger(ctx: Caller, facts: LedgerFacts) {
  const { schoolClass, term, previousTerm, ledger, entries } = facts;
  const subject = subjectOfClass(schoolClass) as Subject;
  const current = indexEntries(entries, term.id);
  const previous = indexEntries(entries, previousTerm?.id);
  const roster = [...facts.roster].sort(byName);
  const shown = roster.filter(
    (student) => student.status === 'enrolled' || current.has(student._id),
  );
  const may = (action: Action) => ctx.access.may(action, subject) && !isTermOver(term, ctx.today);
  return {
    class: {
      id: schoolClass._id,
      label: classLabelOf(ctx, schoolClass, term.schoolYear),
      homeroomTeacher: schoolClass.homeroomTeacherName,
    },
    term: presentTerm(term, ctx.today),
    terms: ctx.school.terms.map((item) => presentTerm(item, ctx.today)),
    header: ledgerHeader(roster),
    rev: ledger?.rev ?? 0,
    analysis: ledger?.analysis ?? '',
    goal: ledger?.goal ?? '',
    updatedByName: ledger?.updatedByName ?? null,
    updatedAt: ledger?.updatedAt ?? null,
    categories: ctx.school.ledgerCategories
      .filter((category) => category.isOn)
      .map((category) => presentCategory(category, ledger, roster)),
    sealedCategories: {
      noteId: sealedNoteIdOf(ledgerIdOf(term.id, schoolClass._id), 'categories'),
      exists: ledger?.hasSealedCategories ?? false,
    },
    lines: shown.map((student) =>
      presentLine(ledger, student, current.get(student._id), previous.get(student._id)),
    ),
    /** Set while last term's lines can still be taken over. */
    copiesFrom:
      previousTerm && previous.size > 0 && !ledger?.copiedFromTermId
        ? presentTerm(previousTerm, ctx.today)
        : null,
    may: {
      revise: may('classLedger.revise'),
      contribute: may('ledgerContribution.record'),
      openSealed: ctx.access.may('sealedNote.read', subject),
      reviseSealed: may('sealedNote.revise'),
      print: ctx.access.may('classLedger.export', subject),
    },
  };
}

const presentContribution = (ctx: Caller, contribution: LedgerContribution) => ({
  name: contribution.name,
  capacity: contribution.capacity,
  text: contribution.text,
  at: contribution.at,
  isMine: contribution.memberId === ctx.member._id,
});

/** One student's line, whole; also what a stale edit is answered with. */
export function presentEntry(ctx: Caller, entry: LedgerEntry | null) {
  return {
    rev: entry?.rev ?? 0,
    fields: entry ? pickFields(entry) : null,
    updatedByName: entry && entry.rev > 0 ? entry.updatedByName : null,
    updatedAt: entry && entry.rev > 0 ? entry.updatedAt : null,
    contributions: (entry?.contributions ?? []).map((item) => presentContribution(ctx, item)),
    hasSealedFamily: entry?.hasSealedFamily ?? false,
  };
}

export interface StudentLineFacts {
  student: Student;
  term: Term;
  previousTerm: Term | null;
  entries: LedgerEntry[];
}

/** A student's line with whose it is, last term's words beside it, and what the reader may do. */
export function presentStudentLine(ctx: Caller, facts: StudentLineFacts) {
  const { student, term, previousTerm, entries } = facts;
  const entry = entries.find((item) => item.termId === term.id) ?? null;
  const previous = entries.find((item) => item.termId === previousTerm?.id);
  const subject = subjectOfStudent(student) as Subject;
  const isOpen = !isTermOver(term, ctx.today) && student.status === 'enrolled';
  const may = (action: Action) => isOpen && ctx.access.may(action, subject);
  return {
    student: {
      id: student._id,
      name: student.name,
      classId: student.classId,
      classLabel: classLabelOf(ctx, student.classIdentity, term.schoolYear),
      mentor: student.mentorName,
      hasLeft: student.status === 'left',
    },
    term: presentTerm(term, ctx.today),
    line: presentEntry(ctx, entry),
    lastTerm:
      previous && previousTerm && isWritten(previous)
        ? { label: termLabel(previousTerm), fields: pickFields(previous) }
        : null,
    sealedFamily: {
      noteId: sealedNoteIdOf(entryIdOf(term.id, student._id), 'family'),
      exists: entry?.hasSealedFamily ?? false,
      /** Whom to ask, for those who may not open it. */
      askWhom: '班主任或心理教师',
    },
    may: {
      revise: may('ledgerEntry.revise'),
      contribute: may('ledgerContribution.record'),
      openSealed: ctx.access.may('sealedNote.read', subject),
      reviseSealed: may('sealedNote.revise'),
    },
  };
}
