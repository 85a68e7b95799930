import { hasAction, scopeFilter, whyAllowed } from '../../../domain/access/can';
import { type Action, PERMISSIONS } from '../../../domain/access/permissions';
import type { Member, Posting } from '../../../domain/access/roles';
import { reaches, type ScopeFilter, type Subject } from '../../../domain/access/scopes';
import {
  CAST,
  type CastName,
  CLASSES,
  castMembers,
  divisionIdOf,
  OTHER_SCHOOL_ID,
  SCHOOL_ID,
  STUDENTS,
} from '../../school/cast';

const memberOf = (name: CastName): Member => {
  const { openid: _id, name: called, postings } = CAST[name];
  return { _id, name: called, postings: [...postings] };
};

const ofClass = (classId: string): Subject => ({
  schoolId: SCHOOL_ID,
  divisionId: divisionIdOf(Number(classId.match(/-g(\d)/)?.[1])),
  classId,
});
const ofStudent = (classId: string, studentId: string): Subject => ({
  ...ofClass(classId),
  studentId,
});

const SEVEN_3 = ofClass(CLASSES.seven3);
const EIGHT_2 = ofClass(CLASSES.eight2);
const NINE_1 = ofClass(CLASSES.nine1);
const MENTEE = ofStudent(CLASSES.seven3, STUDENTS.menteeIn73._id);
const FIRST_CHILD = ofStudent(CLASSES.seven3, STUDENTS.firstChild._id);
const OTHER_CHILD = ofStudent(CLASSES.seven3, STUDENTS.otherChild._id);
const ELSEWHERE: Subject = {
  schoolId: OTHER_SCHOOL_ID,
  divisionId: `${OTHER_SCHOOL_ID}-g3`,
  classId: CLASSES.elsewhere,
};
const WHOLE_SCHOOL: Subject = { schoolId: SCHOOL_ID };

/** Every shape a subject takes: a school, a class, a student, a person. */
const SUBJECTS: Subject[] = [
  WHOLE_SCHOOL,
  { schoolId: OTHER_SCHOOL_ID },
  SEVEN_3,
  ofClass(CLASSES.seven1),
  ofClass(CLASSES.seven4),
  EIGHT_2,
  NINE_1,
  ELSEWHERE,
  MENTEE,
  FIRST_CHILD,
  OTHER_CHILD,
  ofStudent(CLASSES.eight2, STUDENTS.secondChild._id),
  ofStudent(CLASSES.seven1, STUDENTS.menteeIn71._id),
  { ...ELSEWHERE, studentId: STUDENTS.elsewhere._id },
  ...castMembers().map(({ _id }) => ({ schoolId: SCHOOL_ID, memberId: _id })),
];
const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** What a database would select by the filter. */
const selects = (filter: ScopeFilter, subject: Subject): boolean =>
  filter === 'everything' ||
  filter.some(({ field, in: ids }) => ids.includes(subject[field] ?? ' none'));

describe('the two faces of a scope', () => {
  test.each(castMembers())('$name may do exactly what the filter selects', (member) => {
    for (const action of ACTIONS) {
      for (const subject of SUBJECTS) {
        const isAllowed = whyAllowed(member, action, subject) !== null;
        const isSelected = selects(scopeFilter(member, action, subject.schoolId), subject);
        expect({ action, subject, is: isSelected }).toEqual({ action, subject, is: isAllowed });
      }
    }
  });

  test('who may do something to anything has the action, and who has not may do it to nothing', () => {
    for (const member of castMembers()) {
      for (const action of ACTIONS) {
        const reached = SUBJECTS.filter((subject) => whyAllowed(member, action, subject));
        const schools = new Set(reached.map((subject) => subject.schoolId));
        for (const schoolId of [SCHOOL_ID, OTHER_SCHOOL_ID]) {
          if (schools.has(schoolId)) expect(hasAction(member, action, schoolId)).toBe(true);
          if (!hasAction(member, action, schoolId)) expect(schools.has(schoolId)).toBe(false);
        }
      }
    }
  });
});

describe('why somebody may', () => {
  test.each<[CastName, Action, Subject, string, string]>([
    ['homeroomTeacher', 'ledgerEntry.revise', FIRST_CHILD, 'homeroomTeacher', 'class'],
    ['mentor', 'ledgerEntry.read', MENTEE, 'mentor', 'mentees'],
    ['mentor', 'ledgerContribution.record', MENTEE, 'mentor', 'mentees'],
    ['subjectTeacher', 'ledgerContribution.record', OTHER_CHILD, 'subjectTeacher', 'class'],
    ['divisionHead', 'classLedger.read', SEVEN_3, 'divisionHead', 'division'],
    ['leader', 'classLedger.read', EIGHT_2, 'leader', 'sponsored'],
    ['leader', 'classLedger.read', SEVEN_3, 'leader', 'sponsored'],
    ['counsellor', 'sealedNote.read', OTHER_CHILD, 'counsellor', 'school'],
    ['guardian', 'student.read', OTHER_CHILD, 'guardian', 'ownChild'],
  ])('%s has %s', (name, action, subject, role, scope) => {
    expect(whyAllowed(memberOf(name), action, subject)).toEqual({ role, scope });
  });

  test.each<[CastName, Action, string, Subject]>([
    ['homeroomTeacher', 'ledgerEntry.revise', 'another class', EIGHT_2],
    ['subjectTeacher', 'ledgerEntry.revise', 'a line that is not theirs to write', FIRST_CHILD],
    ['subjectTeacher', 'sealedNote.read', 'a sealed note of a student they teach', FIRST_CHILD],
    ['mentor', 'classLedger.read', 'the ledger of a class they only mentor in', SEVEN_3],
    ['mentor', 'ledgerEntry.read', 'a student who is not their mentee', OTHER_CHILD],
    ['leader', 'classLedger.read', 'a class that is not theirs to sponsor', NINE_1],
    ['divisionHead', 'classLedger.read', 'another division', EIGHT_2],
    ['guardian', 'student.read', 'another family’s child', FIRST_CHILD],
    [
      'guardian',
      'ledgerEntry.read',
      'the teachers’ paper on their own child (S4-194)',
      OTHER_CHILD,
    ],
    ['principal', 'classLedger.read', 'another school', ELSEWHERE],
    ['otherPrincipal', 'classLedger.read', 'this school', SEVEN_3],
    [
      'principal',
      'ledgerEntry.revise',
      'a line that the homeroom teacher answers for',
      FIRST_CHILD,
    ],
  ])('%s has no %s over %s', (name, action, _over, subject) => {
    expect(whyAllowed(memberOf(name), action, subject)).toBeNull();
  });

  test('one person’s roles add up, each with its own reach', () => {
    const teacher = memberOf('mentor');
    const filter = scopeFilter(teacher, 'student.read', SCHOOL_ID);
    expect(filter).toContainEqual({ field: 'classId', in: [CLASSES.eight2] });
    expect(filter).toContainEqual(
      expect.objectContaining({
        field: 'studentId',
        in: expect.arrayContaining([MENTEE.studentId]),
      }),
    );
  });
});

test('a posting reaches nothing outside its school, even where ids happen to be the same', () => {
  const principal = memberOf('principal');
  const teacher = memberOf('homeroomTeacher');
  const [leading, teaching] = [principal.postings[0] as Posting, teacher.postings[0] as Posting];
  const there = { ...SEVEN_3, schoolId: OTHER_SCHOOL_ID };
  expect(reaches('school', leading, principal, SEVEN_3)).toBe(true);
  expect(reaches('school', leading, principal, there)).toBe(false);
  expect(reaches('class', teaching, teacher, SEVEN_3)).toBe(true);
  expect(reaches('class', teaching, teacher, there)).toBe(false);
});

describe('a posting without reach', () => {
  const with_ = (posting: Posting): Member => ({ _id: 'm', name: '新老师', postings: [posting] });

  test.each<Posting>([
    { schoolId: SCHOOL_ID, role: 'homeroomTeacher' },
    { schoolId: SCHOOL_ID, role: 'homeroomTeacher', classIds: [] },
    { schoolId: SCHOOL_ID, role: 'leader', sponsored: {} },
    { schoolId: SCHOOL_ID, role: 'mentor', classIds: [CLASSES.seven3] },
    { schoolId: SCHOOL_ID, role: 'divisionHead' },
  ])('$role reaches nothing, and never everything', (posting) => {
    for (const action of ACTIONS) {
      if (scopeFilter(with_(posting), action, SCHOOL_ID).length === 0) {
        for (const subject of [WHOLE_SCHOOL, SEVEN_3, MENTEE]) {
          expect(whyAllowed(with_(posting), action, subject)).toBeNull();
        }
      }
    }
    expect(scopeFilter(with_(posting), 'ledgerEntry.read', SCHOOL_ID)).toEqual([]);
  });

  test('a member without postings may do nothing at all', () => {
    const nobody: Member = { _id: 'm', name: '访客', postings: [] };
    for (const action of ACTIONS) {
      expect(hasAction(nobody, action, SCHOOL_ID)).toBe(false);
      expect(scopeFilter(nobody, action, SCHOOL_ID)).toEqual([]);
    }
  });
});
