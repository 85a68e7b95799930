import type { Member, Posting } from '../../../domain/access/roles';
import {
  acknowledgementsOf,
  hasAcknowledged,
  mustKnow,
} from '../../../domain/health-register/health-register.rules';

const posting = (role: Posting['role'], more: object = {}): Posting => ({
  schoolId: 's',
  role,
  ...more,
});
const person = (name: string, ...postings: Posting[]): Member => ({ _id: name, name, postings });
const child = {
  schoolId: 's',
  classId: 'c',
  studentId: 'x',
  wordsRev: 2,
  acknowledgements: [
    { memberId: '王', name: '王', at: new Date(0), ofRev: 2 },
    { memberId: '吴', name: '吴', at: new Date(0), ofRev: 1 },
  ],
};

describe('who must know what keeps a child safe', () => {
  test.each([
    ['the homeroom teacher', posting('homeroomTeacher', { classIds: ['c'] }), true],
    ['a subject teacher of the class', posting('subjectTeacher', { classIds: ['c'] }), true],
    ['the mentor', posting('mentor', { studentIds: ['x'] }), true],
    ['a mentor of others', posting('mentor', { studentIds: ['y'] }), false],
    ['a teacher of another class', posting('subjectTeacher', { classIds: ['d'] }), false],
    ['the family', posting('guardian', { studentIds: ['x'] }), false],
    [
      'a teacher of another school',
      { ...posting('subjectTeacher', { classIds: ['c'] }), schoolId: 't' },
      false,
    ],
  ] as const)('%s: %s', (_who, held, must) => {
    expect(mustKnow(child, person('某', held))).toBe(must);
  });

  test('an acknowledgement of an earlier wording does not count', () => {
    expect(hasAcknowledged(child, '王')).toBe(true);
    expect(hasAcknowledged(child, '吴')).toBe(false);
  });

  test('names stand once, also of a mentor who teaches the class', () => {
    const teachers = [
      person('王', posting('homeroomTeacher', { classIds: ['c'] })),
      person('吴', posting('subjectTeacher', { classIds: ['c'] })),
    ];
    expect(acknowledgementsOf(child, teachers, { mentorId: '吴', mentorName: '吴' })).toEqual({
      done: ['王'],
      waiting: ['吴'],
    });
    expect(
      acknowledgementsOf(child, teachers, { mentorId: '陈', mentorName: '陈' }).waiting,
    ).toEqual(['吴', '陈']);
  });
});
