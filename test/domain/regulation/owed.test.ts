import type { Member, Posting, Role } from '../../../domain/access/roles';
import { owedBy, subjectsOwed } from '../../../domain/regulation/owed';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { LEADER_SPONSORSHIP } from '../../../domain/regulation/presets/leader-sponsorship';
import { startFrom } from '../../../domain/regulation/presets/presets';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { AUTUMN, CALENDAR, dutyOf } from './fixture';

const SCHOOL = 'qinghe';
const at = (role: Role, reach: Partial<Posting> = {}, schoolId = SCHOOL): Posting => ({
  schoolId,
  role,
  ...reach,
});
const member = (...postings: Posting[]): Member => ({ _id: 'oMember', name: '', postings });

const regulation = startFrom([XIJIAO, ZHULIANG, GANYU, LEADER_SPONSORSHIP], {
  version: 1,
  effectiveOn: '2026-08-01',
});
const windows = dutyWindows([regulation], AUTUMN, CALENDAR);

const dutiesOf = (who: Member): Record<string, unknown> =>
  Object.fromEntries(owedBy(who, SCHOOL, windows).map(({ duty, subjects }) => [duty.id, subjects]));

test('a mentor owes talks to the mentees, and no class meeting', () => {
  expect(dutiesOf(member(at('mentor', { studentIds: ['s1', 's2'] })))).toEqual({
    menteeTalk: [{ field: 'studentId', in: ['s1', 's2'] }],
  });
});

test('a homeroom teacher owes the meetings of the class and the visits to its students', () => {
  const owed = dutiesOf(member(at('homeroomTeacher', { classIds: ['c3'] })));
  const ofClass = [{ field: 'classId', in: ['c3'] }];
  expect(owed).toMatchObject({ weeklyConsultation: ofClass, homeVisit: ofClass, huddle: ofClass });
  expect(owed).not.toHaveProperty('principalMeeting');
});

test('a principal owes the school’s meeting and the screening of every class', () => {
  expect(dutiesOf(member(at('principal')))).toEqual({
    principalMeeting: 'everything',
    screeningRound: 'everything',
  });
});

test('a leader who sponsors a division owes no weekly talk to each of its students', () => {
  const sponsored = { divisionIds: ['g8'], classIds: ['c3'] };
  expect(dutiesOf(member(at('leader', { sponsored })))).toEqual({
    schoolMonthlyReport: 'everything',
    sponsoredClassMeeting: [{ field: 'classId', in: ['c3'] }],
    sponsorTermSummary: [{ field: 'memberId', in: ['oMember'] }],
  });
  const named = { ...sponsored, studentIds: ['s7'] };
  expect(dutiesOf(member(at('leader', { sponsored: named })))).toMatchObject({
    sponsorTalk: [{ field: 'studentId', in: ['s7'] }],
  });
});

test('nor does one who sponsors the whole school owe it to every student: only to those named', () => {
  const whole = { isWholeSchool: true, classIds: ['c3'] };
  const owed = dutiesOf(member(at('leader', { sponsored: whole })));
  expect(owed).toMatchObject({ sponsoredClassMeeting: [{ field: 'classId', in: ['c3'] }] });
  expect(owed).not.toHaveProperty('sponsorTalk');
});

test('who holds two roles owes the duties of both', () => {
  const both = member(
    at('homeroomTeacher', { classIds: ['c3'] }),
    at('mentor', { studentIds: ['s1'] }),
  );
  expect(Object.keys(dutiesOf(both))).toEqual(
    expect.arrayContaining(['weeklyConsultation', 'menteeTalk']),
  );
});

test('a posting in another school owes nothing here', () => {
  expect(dutiesOf(member(at('principal', {}, 'baiyang')))).toEqual({});
});

test('a mentor without mentees owes nothing', () => {
  const idle = at('mentor', { studentIds: [] });
  expect(subjectsOwed(dutyOf(ZHULIANG, 'menteeTalk'), idle, member(idle))).toBeNull();
});

test('each window of a duty is owed by itself', () => {
  const mentor = member(at('mentor', { studentIds: ['s1'] }));
  expect(owedBy(mentor, SCHOOL, windows)).toHaveLength(11);
});
