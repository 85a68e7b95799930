import type { Audit } from '../../cloudfunctions/kernel/audit';
import { timelineIdOf } from '../../cloudfunctions/kernel/note-work';
import { addDays, type Day } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import {
  type HealthCondition,
  healthConditionIdOf,
} from '../../domain/health-register/health-register.schema';
import type { Student } from '../../domain/school/roster.schema';
import { countsOf, roundTitle } from '../../domain/screening/screening.rules';
import {
  findingIdOf,
  roundIdOf,
  type ScreeningRound,
  type ScreeningSheet,
  sheetIdOf,
} from '../../domain/screening/screening.schema';
import { type SealedNote, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { auditFor, type CaredClass, inTheMorning, stampsBy } from './care';
import { CLASSES } from './cast';
import { SEALED_MARK } from './lines';
import { writeIdOf } from './random';
import type { Person } from './roster';

export interface SafetyDocuments {
  healthConditions: HealthCondition[];
  screeningRounds: ScreeningRound[];
  screeningSheets: ScreeningSheet[];
  sealedNotes: SealedNote[];
  timeline: TimelineItem[];
  audits: Audit[];
}

/** Who stands in the safety register in every class, by place. */
const PLACE_IN_REGISTER = 5;
const WORDS = {
  what: '哮喘，运动后可能发作。',
  act: '让他坐下，帮他用书包侧袋里的吸入剂，同时打校医室和家长电话。',
  avoid: '冷天长跑、粉尘大的大扫除。',
};

function registerOf(of: CaredClass, student: Student, term: Term) {
  const { homeroomTeacher } = of;
  const _id = healthConditionIdOf(student._id);
  const at = inTheMorning(addDays(term.startsOn, 3));
  const ids = {
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
  };
  const condition: HealthCondition = {
    _id,
    ...stampsBy(student.schoolId, homeroomTeacher, at),
    ...ids,
    studentName: student.name,
    classIdentity: student.classIdentity,
    status: 'active',
    wordsRev: 1,
    acknowledgements: [{ memberId: homeroomTeacher._id, name: homeroomTeacher.name, at, ofRev: 1 }],
    ...{ closedOn: null, closeReason: '' },
    lastWriteId: writeIdOf(_id),
  };
  const note: SealedNote = {
    _id: sealedNoteIdOf(_id, 'health'),
    ...stampsBy(student.schoolId, homeroomTeacher, at),
    ...ids,
    ofId: _id,
    kind: 'health',
    text: '',
    rows: {},
    parts: { ...WORDS, what: `${WORDS.what}${SEALED_MARK}：家里备有同样的药。` },
    lastWriteId: writeIdOf(`sealed ${_id}`),
  };
  return { condition, note };
}

type Stage = ScreeningSheet['status'] | null;

/** How far the cast's classes are in the round of this month; the others have not begun. */
const STAGES: Record<string, { stage: Stage; ticked: number }> = {
  [CLASSES.seven1]: { stage: 'submitted', ticked: 1 },
  [CLASSES.seven4]: { stage: 'confirmed', ticked: 1 },
  [CLASSES.eight2]: { stage: 'open', ticked: 0.6 },
};

/** The month before a day, as 2026-09. */
function monthBefore(today: Day): string {
  const lastDayBefore = addDays(`${today.slice(0, 7)}-01`, -1);
  return lastDayBefore.slice(0, 7);
}

function makeRound(schoolId: string, by: Person, term: Term, startsOn: Day, isOpen: boolean) {
  const period = startsOn.slice(0, 7);
  const _id = roundIdOf(schoolId, 'monthly', period);
  const closedAt = isOpen ? null : inTheMorning(addDays(startsOn, 6));
  const round: ScreeningRound = {
    _id,
    ...stampsBy(schoolId, by, inTheMorning(startsOn)),
    kind: 'monthly',
    termId: term.id,
    period,
    title: roundTitle('monthly', term, startsOn),
    startsOn,
    dueOn: addDays(startsOn, 6),
    status: isOpen ? 'open' : 'closed',
    closedAt,
    closedByName: isOpen ? null : by.name,
    ...{ students: 0, findings: 0 },
    lastWriteId: writeIdOf(_id),
  };
  return round;
}

function makeSheet(
  round: ScreeningRound,
  { schoolClass, students, homeroomTeacher }: CaredClass,
  stage: ScreeningSheet['status'],
  share: number,
  foundId: string | null,
): ScreeningSheet {
  const at = inTheMorning(addDays(round.startsOn, 2));
  const enrolled = students.filter(({ status }) => status === 'enrolled');
  const ticks = Object.fromEntries(
    enrolled
      .slice(0, Math.round(enrolled.length * share))
      .map(({ _id }) => [
        _id,
        { state: _id === foundId ? ('concern' as const) : ('same' as const), at },
      ]),
  );
  const _id = sheetIdOf(round._id, schoolClass._id);
  return {
    _id,
    ...stampsBy(round.schoolId, homeroomTeacher, at),
    roundId: round._id,
    classId: schoolClass._id,
    divisionId: schoolClass.divisionId,
    termId: round.termId,
    ticks,
    status: stage,
    submittedAt: stage === 'open' ? null : at,
    submittedByName: stage === 'open' ? null : homeroomTeacher.name,
    confirmedByName: stage === 'confirmed' ? '许立诚' : null,
    ...countsOf(ticks),
    lastWriteId: writeIdOf(_id),
  };
}

function findingOf(round: ScreeningRound, of: CaredClass, student: Student) {
  const { homeroomTeacher } = of;
  const ids = {
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
  };
  const ofId = findingIdOf(round._id, student._id);
  const at = inTheMorning(addDays(round.startsOn, 2));
  const note: SealedNote = {
    _id: sealedNoteIdOf(ofId, 'screening'),
    ...stampsBy(round.schoolId, homeroomTeacher, at),
    ...{ ofId, kind: 'screening', ...ids },
    text: `${SEALED_MARK}：这两周话变少了，问过说睡得晚。`,
    rows: { mood: [student._id] },
    lastWriteId: writeIdOf(`sealed ${ofId}`),
  };
  const item: TimelineItem = {
    _id: timelineIdOf({ kind: 'screeningFinding', refId: round._id, student }),
    schemaVersion: 1,
    schoolId: round.schoolId,
    ...ids,
    ...{ at, kind: 'screeningFinding', refId: round._id, title: '', excerpt: '' },
    ...{ isSealed: true, noteId: note._id, audience: 'staff', agreed: null, agreedUntil: null },
    by: homeroomTeacher._id,
    byName: homeroomTeacher.name,
    voidedAt: null,
  };
  return { note, item };
}

/** The safety register of a school, last month's round, which is over, and the one of this month. */
export function makeSafety(
  classes: readonly CaredClass[],
  office: Person,
  term: Term,
  today: Day,
): SafetyDocuments {
  const made: SafetyDocuments = {
    healthConditions: [],
    screeningRounds: [],
    screeningSheets: [],
    sealedNotes: [],
    timeline: [],
    audits: [],
  };
  const schoolId = classes[0]?.schoolClass.schoolId ?? '';
  const lastMonth = makeRound(schoolId, office, term, `${monthBefore(today)}-20`, false);
  const began = [addDays(today, -4), `${today.slice(0, 7)}-01`].sort().at(-1) as Day;
  const thisMonth = makeRound(schoolId, office, term, began, true);
  for (const of of classes) {
    const inRegister = of.students[PLACE_IN_REGISTER - 1];
    if (inRegister?.status === 'enrolled') {
      const { condition, note } = registerOf(of, inRegister, term);
      made.healthConditions.push(condition);
      made.sealedNotes.push(note);
      const deed = { collection: 'healthConditions', studentId: inRegister._id } as const;
      made.audits.push(auditFor(condition, { action: 'healthCondition.revise', ...deed }));
    }
    const past = makeSheet(lastMonth, of, 'confirmed', 1, null);
    lastMonth.students += past.ticked;
    made.screeningSheets.push(past);
    const { stage, ticked } = STAGES[of.schoolClass._id] ?? { stage: null, ticked: 0 };
    if (stage === null) continue;
    const found = stage === 'submitted' ? of.students[6] : undefined;
    if (found) {
      const { note, item } = findingOf(thisMonth, of, found);
      made.sealedNotes.push(note);
      made.timeline.push(item);
    }
    made.screeningSheets.push(makeSheet(thisMonth, of, stage, ticked, found?._id ?? null));
  }
  made.screeningRounds.push(lastMonth, thisMonth);
  return made;
}
