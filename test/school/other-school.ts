import { CALENDAR_PRESET } from '../../domain/calendar/school-calendar';
import type { Term } from '../../domain/calendar/term';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
} from '../../domain/class-ledger/class-ledger.schema';
import { mentorshipIdOf } from '../../domain/mentoring/mentorship.schema';
import { LEDGER_CATEGORY_PRESET } from '../../domain/school/ledger-category.schema';
import { MENTORING_PRESET } from '../../domain/school/mentoring-settings.schema';
import { NO_TALK, type SchoolClass, type Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { type SealedNote, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import { CAST, CLASSES, OTHER_SCHOOL_ID, STUDENTS, studentIdOf } from './cast';
import { SEALED_MARK } from './lines';
import { writeIdOf } from './random';
import { regulationFrom } from './regulation';
import { structureOf } from './structure';

/** A second school of one class, so that a test can see that nothing crosses. */
export function otherSchool(terms: Term[], now: Date) {
  const current = terms.at(-1) as Term;
  const { openid, name } = CAST.otherHomeroomTeacher;
  const stamps = {
    schemaVersion: 1,
    schoolId: OTHER_SCHOOL_ID,
    createdAt: now,
    createdBy: openid,
    updatedAt: now,
    updatedBy: openid,
    updatedByName: name,
    rev: 1,
  };
  const classId = CLASSES.elsewhere;
  const divisionId = `${OTHER_SCHOOL_ID}-g3`;
  const classIdentity = {
    entryYear: current.schoolYear - 2,
    stage: 'primary' as const,
    number: 1,
  };
  const school: School = {
    _id: OTHER_SCHOOL_ID,
    ...stamps,
    name: '白杨小学',
    stageSystem: '63',
    structure: structureOf(OTHER_SCHOOL_ID, ['primary'], [{ divisionId }]),
    terms,
    calendar: CALENDAR_PRESET,
    regulationHistory: regulationFrom(terms),
    ledgerCategories: LEDGER_CATEGORY_PRESET.map((category) => ({ ...category })),
    mentoring: MENTORING_PRESET,
    lastWriteId: '',
  };
  const schoolClass: SchoolClass = {
    _id: classId,
    ...stamps,
    ...classIdentity,
    divisionId,
    homeroomTeacherId: openid,
    homeroomTeacherName: name,
    studentCount: 2,
  };
  const student = (_id: string, called: string, sex: Student['sex']): Student => ({
    _id,
    ...stamps,
    name: called,
    sex,
    classId,
    classIdentity,
    divisionId,
    mentorId: openid,
    mentorName: name,
    mentorshipId: mentorshipIdOf('first', _id),
    mentorSince: current.startsOn,
    ...NO_TALK,
    lastVisitOn: null,
    status: 'enrolled',
  });
  const { _id: studentId, name: called, sex } = STUDENTS.elsewhere;
  const entryId = entryIdOf(current.id, studentId);
  const ledgerId = ledgerIdOf(current.id, classId);
  const ofClass = { ...stamps, classId, divisionId, termId: current.id };
  const entry: LedgerEntry = {
    _id: entryId,
    ...ofClass,
    studentId,
    strengths: '乐于助人。',
    weaknesses: '',
    personality: '',
    interests: '',
    study: '识字量大。',
    thinking: '',
    hasSealedFamily: true,
    contributions: [],
    lastWriteId: writeIdOf(entryId),
  };
  const ledger: ClassLedger = {
    _id: ledgerId,
    ...ofClass,
    analysis: '孩子们爱读书。',
    goal: '人人爱上阅读。',
    categories: {},
    hasSealedCategories: false,
    copiedFromTermId: null,
    writtenLines: 1,
    lastWriteId: writeIdOf(ledgerId),
  };
  const sealedNote: SealedNote = {
    _id: sealedNoteIdOf(entryId, 'family'),
    ...stamps,
    ofId: entryId,
    kind: 'family',
    classId,
    divisionId,
    studentId,
    text: `${SEALED_MARK}：由外婆照顾。`,
    rows: {},
    lastWriteId: writeIdOf(`${entryId} family`),
  };
  return {
    school,
    schoolClass,
    students: [student(studentId, called, sex), student(studentIdOf(classId, 2), '丁小满', 'male')],
    ledger,
    entry,
    sealedNote,
  };
}
