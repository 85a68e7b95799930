import { type Audit, auditIdOf } from '../../cloudfunctions/kernel/audit';
import { type Day, dayOf, daysBetween } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import { isWritten } from '../../domain/class-ledger/class-ledger.rules';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerContribution,
  type LedgerEntry,
  ledgerIdOf,
} from '../../domain/class-ledger/class-ledger.schema';
import type { Revision, Stored } from '../../domain/schema';
import type { Student } from '../../domain/school/roster.schema';
import { type SealedNote, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import { drawAnalysis, drawContribution, drawFamilyNote, drawFields, drawGoal } from './lines';
import { type Random, randomOf, writeIdOf } from './random';
import type { ClassRoster, Person } from './roster';

/** How far the ledger of a class and term has come. */
export interface Progress {
  /** Places whose line is written, counted from the first. */
  written: number;
  copiedFromTermId: string | null;
  /** Is the head (analysis, goal, categories) written? */
  hasHead: boolean;
}

export interface LedgerDocuments {
  classLedgers: ClassLedger[];
  ledgerEntries: LedgerEntry[];
  revisions: Revision[];
  sealedNotes: SealedNote[];
  audits: Audit[];
}

interface LedgerOptions {
  roster: ClassRoster;
  term: Term;
  progress: Progress;
  /** Nothing is dated later. */
  now: Date;
  seed: string;
}

const DAY = 86_400_000;

/** Moments at which teachers write: working hours of the term's days until now. */
function momentsOf(term: Term, now: Date, random: Random): () => Date {
  const lastDay = [dayOf(now), term.endsOn].sort()[0] as Day;
  const days = Math.max(1, daysBetween(term.startsOn, lastDay));
  const firstDay = Date.parse(`${term.startsOn}T00:00:00Z`);
  return () => new Date(firstDay + random.below(days) * DAY + random.below(9 * 60) * 60_000);
}

const stampsOf = (schoolId: string, { _id, name }: Person, at: Date, rev: number) => ({
  schemaVersion: 1,
  schoolId,
  createdAt: at,
  createdBy: _id,
  updatedAt: at,
  updatedBy: _id,
  updatedByName: name,
  rev,
});

const auditOf = (
  of: Stored & { lastWriteId: string },
  deed: Pick<Audit, 'action' | 'collection' | 'studentId'>,
): Audit => ({
  _id: auditIdOf(of._id, of.lastWriteId),
  kind: 'recorded',
  schemaVersion: 1,
  schoolId: of.schoolId,
  at: of.updatedAt,
  by: of.updatedBy,
  byName: of.updatedByName,
  ...deed,
  documentId: of._id,
  why: { role: 'homeroomTeacher', scope: 'class' },
  reason: null,
});

/** The ledger of a class and term with everything that belongs to it. */
export function makeLedger({ roster, term, progress, now, seed }: LedgerOptions): LedgerDocuments {
  const { schoolClass, homeroomTeacher } = roster;
  const { _id: classId, schoolId, divisionId } = schoolClass;
  const ledgerId = ledgerIdOf(term.id, classId);
  const random = randomOf(`${seed} ${ledgerId}`);
  const moment = momentsOf(term, now, random);
  const documents: LedgerDocuments = {
    classLedgers: [],
    ledgerEntries: [],
    revisions: [],
    sealedNotes: [],
    audits: [],
  };
  const { ledgerEntries, revisions, sealedNotes, audits } = documents;

  const addSealedNote = (
    note: Pick<SealedNote, 'ofId' | 'kind' | 'studentId' | 'text' | 'rows'>,
  ): void => {
    const _id = sealedNoteIdOf(note.ofId, note.kind);
    const lastWriteId = writeIdOf(_id);
    const stamps = stampsOf(schoolId, homeroomTeacher, moment(), 1);
    const stored = { _id, ...stamps, ...note, classId, divisionId, lastWriteId };
    sealedNotes.push(stored);
    const { studentId } = note;
    audits.push(
      auditOf(stored, { action: 'sealedNote.revise', collection: 'sealedNotes', studentId }),
    );
  };

  const contribution = (person: Person, capacity: string): LedgerContribution => ({
    memberId: person._id,
    name: person.name,
    capacity,
    text: drawContribution(random),
    at: moment(),
  });

  function addEntry(student: Student, place: number): void {
    const _id = entryIdOf(term.id, student._id);
    // The first place of each class plays the student with a history.
    const isRich = place === 1;
    const mentor = student.mentorId &&
      student.mentorName && { _id: student.mentorId, name: student.mentorName };
    const hasSealedFamily = isRich || random.chance(0.12);
    const rev = isRich || random.chance(0.15) ? 2 : 1;
    const at = moment();
    const entry: LedgerEntry = {
      _id,
      ...stampsOf(schoolId, homeroomTeacher, at, rev),
      ...drawFields(random, isRich ? 1 : 0.75),
      studentId: student._id,
      classId,
      divisionId,
      termId: term.id,
      hasSealedFamily,
      contributions: mentor && random.chance(0.5) ? [contribution(mentor, '导师')] : [],
      lastWriteId: writeIdOf(`${_id} ${rev}`),
    };
    if (isRich && roster.teachers[0]) {
      entry.contributions.push(contribution(roster.teachers[0], '语文'));
    }
    ledgerEntries.push(entry);
    const deed = { collection: 'ledgerEntries', studentId: student._id } as const;
    audits.push(auditOf(entry, { action: 'ledgerEntry.revise', ...deed }));
    if (rev === 2) {
      const earlier = earlierWording(entry);
      entry.createdAt = earlier.writtenAt;
      revisions.push(earlier);
    }
    if (hasSealedFamily) {
      const text = drawFamilyNote(random);
      addSealedNote({ ofId: _id, kind: 'family', studentId: student._id, text, rows: {} });
    }
  }

  function earlierWording(entry: LedgerEntry): Revision {
    const writtenAt = new Date(entry.updatedAt.getTime() - DAY);
    return {
      _id: `${entry._id}~1`,
      schemaVersion: 1,
      schoolId,
      docId: entry._id,
      rev: 1,
      writeId: writeIdOf(`${entry._id} 1`),
      fields: drawFields(random, 0.4),
      writtenBy: homeroomTeacher._id,
      writtenByName: homeroomTeacher.name,
      writtenAt,
      replacedBy: homeroomTeacher._id,
      replacedAt: entry.updatedAt,
    };
  }

  const present = roster.students.filter(({ status }) => status === 'enrolled');
  for (const [index, student] of present.slice(0, progress.written).entries()) {
    addEntry(student, index + 1);
  }

  const draw = (count: number) =>
    random
      .shuffle(present)
      .slice(0, Math.min(count, present.length))
      .map(({ _id }) => _id);
  const hasSealedCategories = progress.hasHead;
  if (hasSealedCategories) {
    const rows = { migrantChild: draw(3), singleParentOrOrphan: draw(2), withdrawn: draw(1) };
    addSealedNote({ ofId: ledgerId, kind: 'categories', studentId: null, text: '', rows });
  }
  const rev = progress.hasHead ? 1 : 0;
  const ledger: ClassLedger = {
    _id: ledgerId,
    ...stampsOf(schoolId, homeroomTeacher, moment(), rev),
    classId,
    divisionId,
    termId: term.id,
    analysis: progress.hasHead ? drawAnalysis(random) : '',
    goal: progress.hasHead ? drawGoal(random) : '',
    categories: progress.hasHead
      ? { excellence: draw(5), talent: draw(4), outgoing: draw(5), learningDifficulty: draw(3) }
      : {},
    hasSealedCategories,
    copiedFromTermId: progress.copiedFromTermId,
    writtenLines: ledgerEntries.filter(isWritten).length,
    lastWriteId: progress.hasHead ? writeIdOf(ledgerId) : '',
  };
  documents.classLedgers.push(ledger);
  if (progress.hasHead) {
    const deed = { collection: 'classLedgers', studentId: null } as const;
    audits.push(auditOf(ledger, { action: 'classLedger.revise', ...deed }));
  }
  return documents;
}
