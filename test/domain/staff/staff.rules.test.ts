import type { Posting } from '../../../domain/access/roles';
import {
  changesPrincipal,
  fromPosting,
  homeroomClassesOf,
  toPosting,
  withoutHomeroom,
  withStaffPostings,
} from '../../../domain/staff/staff.rules';
import { AssignStaff, type StaffPosting } from '../../../domain/staff/staff.schema';
import { posting } from '../../cloudfunctions/api/staff-examples';
import { but, sentences } from '../sentences';

const filled = (role: string, named: object = {}) => posting(role, named) as StaffPosting;

describe('what the office gives somebody', () => {
  const member: { postings: Posting[] } = {
    postings: [
      { schoolId: 'a', role: 'homeroomTeacher', classIds: ['a-1'] },
      { schoolId: 'a', role: 'mentor', studentIds: ['s1'] },
      { schoolId: 'a', role: 'guardian', studentIds: ['s9'] },
      { schoolId: 'b', role: 'principal' },
    ],
  };

  test('leaves mentees, own children and other schools alone', () => {
    const after = withStaffPostings(member, 'a', [filled('counsellor')]);
    expect(after).toEqual([{ schoolId: 'a', role: 'counsellor' }, ...member.postings.slice(1)]);
  });

  test('is stored with what the role reads, and nothing else', () => {
    const all = { classIds: ['c'], divisionIds: ['d'], studentIds: ['s'], subject: '数学' };
    expect(toPosting('a', filled('divisionHead', all))).toEqual({
      ...{ schoolId: 'a', role: 'divisionHead', divisionIds: ['d'] },
    });
    expect(toPosting('a', filled('subjectTeacher', all))).toEqual({
      ...{ schoolId: 'a', role: 'subjectTeacher', classIds: ['c'], subject: '数学' },
    });
    expect(toPosting('a', filled('principal', all))).toEqual({ schoolId: 'a', role: 'principal' });
  });

  test('a sponsorship reaches school, divisions, classes or students, and comes back as filled in (S4-178)', () => {
    const sponsor = filled('leader', {
      ...{ isWholeSchool: true, divisionIds: ['d'], classIds: ['c'], studentIds: ['s'] },
    });
    expect(fromPosting(toPosting('a', sponsor))).toEqual(sponsor);
  });

  test('a class that another teacher gets leaves its former one; without any, no homeroom is left', () => {
    expect(homeroomClassesOf(member.postings, 'a')).toEqual(['a-1']);
    const after = withoutHomeroom(member.postings, 'a', ['a-1']);
    expect(after).toEqual(member.postings.slice(1));
    expect(withoutHomeroom(member.postings, 'b', ['a-1'])).toEqual(member.postings);
  });

  test('whoever had nothing else stays of the staff, with a class of nobody', () => {
    const only: Posting[] = [{ schoolId: 'a', role: 'homeroomTeacher', classIds: ['a-1'] }];
    expect(withoutHomeroom(only, 'a', ['a-1'])).toEqual([{ ...only[0], classIds: [] }]);
  });

  test('a principal is made or unmade in one school at a time', () => {
    const after = withStaffPostings(member, 'a', [filled('principal')]);
    expect(changesPrincipal(member.postings, after, 'a')).toBe(true);
    expect(changesPrincipal(member.postings, after, 'b')).toBe(false);
  });
});

describe('what the office sends', () => {
  const input = {
    memberId: 'oSomebody',
    rev: 0,
    writeId: 'abcdefghij0123456789',
    postings: [posting('homeroomTeacher', { classIds: ['c1'] })],
  };

  test.each([
    [[], '至少留一个身份。老师离开学校，请用“离校交接”。'],
    [[posting('homeroomTeacher')], '请至少选一个班。'],
    [[posting('divisionHead')], '请至少选一个级部。'],
    [[posting('subjectTeacher', { classIds: ['c1'] })], '请填写教的学科。'],
    [[posting('counsellor'), posting('counsellor')], '同一个身份写了两次，请合成一个。'],
    [[posting('guardian')], '请选择身份。'],
    [[posting('mentor')], '请选择身份。'],
  ])('%j is answered with a sentence', (postings, sentence) => {
    expect(Object.values(sentences(AssignStaff, but(input, { postings })))).toContain(sentence);
  });

  test('one person may have several roles, and one role with several subjects', () => {
    const postings = [
      posting('homeroomTeacher', { classIds: ['c1'] }),
      posting('subjectTeacher', { classIds: ['c1'], subject: '语文' }),
      posting('subjectTeacher', { classIds: ['c2'], subject: '历史' }),
    ];
    expect(sentences(AssignStaff, but(input, { postings }))).toEqual({});
  });
});
