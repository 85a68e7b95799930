import type { Posting } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { menteesOf, withMentees } from '../../../domain/mentoring/mentorship.rules';
import { AssignMentorship } from '../../../domain/mentoring/mentorship.schema';
import { ReviseMentoringSettings } from '../../../domain/school/mentoring-settings.schema';
import { but, sentences } from '../sentences';

const HERE = 'here';
const teacher: Posting = { schoolId: HERE, role: 'subjectTeacher', classIds: ['c1'] };
const mentor: Posting = { schoolId: HERE, role: 'mentor', studentIds: ['s1', 's2'] };
const elsewhere: Posting = { schoolId: 'elsewhere', role: 'mentor', studentIds: ['x1'] };
const guardian: Posting = { schoolId: HERE, role: 'guardian', studentIds: ['s9'] };

describe('the mentees of somebody', () => {
  test('are those of the one school', () => {
    expect(menteesOf({ postings: [teacher, mentor, elsewhere] }, HERE)).toEqual(['s1', 's2']);
    expect(menteesOf({ postings: [teacher, guardian] }, HERE)).toEqual([]);
  });

  test('change in the posting, and every other posting stays', () => {
    const after = withMentees([teacher, mentor, elsewhere], HERE, ['s2', 's3']);
    expect(menteesOf({ postings: after }, HERE)).toEqual(['s2', 's3']);
    expect(after).toEqual(expect.arrayContaining([teacher, elsewhere]));
  });

  test('a first one makes a mentor of a teacher', () => {
    const after = withMentees([teacher], HERE, ['s1']);
    expect(after).toEqual([teacher, { schoolId: HERE, role: 'mentor', studentIds: ['s1'] }]);
  });

  test('only staff is offered as a mentor', () => {
    expect(staffPostings({ postings: [guardian, elsewhere] }, HERE)).toEqual([]);
    expect(staffPostings({ postings: [teacher, guardian] }, HERE)).toEqual([teacher]);
  });
});

describe('giving students to a mentor', () => {
  const input = {
    writeId: 'write000000000000001',
    mentorId: 'm1',
    students: [{ studentId: 's1', mentorshipId: null }],
    reason: '',
  };

  test('needs no reason for a first mentor, and one for a change', () => {
    expect(sentences(AssignMentorship, input)).toEqual({});
    const change = but(input, { students: [{ studentId: 's1', mentorshipId: 'p1' }] });
    expect(sentences(AssignMentorship, change).reason).toContain('更换的原因');
    expect(sentences(AssignMentorship, but(change, { reason: '任课调整' }))).toEqual({});
  });

  test('takes at most sixty, each once', () => {
    const students = Array.from({ length: 61 }, (_, n) => ({
      studentId: `s${n}`,
      mentorshipId: null,
    }));
    expect(sentences(AssignMentorship, but(input, { students })).students).toContain('最多选 60');
    const twice = [...input.students, ...input.students];
    expect(sentences(AssignMentorship, but(input, { students: twice })).students).toContain('重复');
  });
});

test('a school sets capacity and interval within reason', () => {
  const settings = {
    ...{ rev: 1, writeId: 'write000000000000001' },
    ...{ capacity: 15, talkEveryDays: 7, visitFeedbackDays: 7 },
  };
  expect(sentences(ReviseMentoringSettings, settings)).toEqual({});
  expect(sentences(ReviseMentoringSettings, but(settings, { capacity: 61 }))).toEqual({
    capacity: '每位导师最多 60 人。',
  });
  expect(sentences(ReviseMentoringSettings, but(settings, { talkEveryDays: 0 }))).toEqual({
    talkEveryDays: '面谈的间隔至少 1 天。',
  });
});
