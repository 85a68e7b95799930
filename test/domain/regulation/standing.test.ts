import type { Duty } from '../../../domain/regulation/duty.schema';
import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { LEADER_SPONSORSHIP } from '../../../domain/regulation/presets/leader-sponsorship';
import { startFrom } from '../../../domain/regulation/presets/presets';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { dutyWindows } from '../../../domain/regulation/regulation';
import { sayExcuse, settlements, standingOf, type Work } from '../../../domain/regulation/standing';
import { AUTUMN, CALENDAR, dutyOf, windowsOfDuty } from './fixture';

const BRIEF = dutyOf(CLASS_CONFERENCE, 'briefConference');

function week(label: string) {
  const found = windowsOfDuty(CLASS_CONFERENCE, 'briefConference').find((w) => w.label === label);
  if (!found) throw new Error(`no ${label}`);
  return found;
}

const briefOn = (label: string, today: string, settled = 0) =>
  standingOf(BRIEF, week(label), settled, today);

describe('where a duty stands', () => {
  test('before its window it has not begun', () => {
    expect(briefOn('第9周', '2026-10-25')).toMatchObject({
      state: 'upcoming',
      until: '2026-10-26',
      missing: 1,
    });
  });

  test('within its window it is due, up to and with the last day', () => {
    expect(briefOn('第9周', '2026-10-26')).toMatchObject({
      state: 'due',
      since: '2026-10-26',
      until: '2026-10-30',
      isNear: false,
    });
    expect(briefOn('第9周', '2026-10-30')).toMatchObject({ state: 'due', isNear: true });
  });

  test('within the days of warning it is near', () => {
    expect(briefOn('第9周', '2026-10-27').isNear).toBe(false);
    expect(briefOn('第9周', '2026-10-28').isNear).toBe(true);
  });

  test('after the due day it is overdue since the day after', () => {
    expect(briefOn('第9周', '2026-10-31')).toMatchObject({
      state: 'overdue',
      since: '2026-10-31',
      until: null,
    });
  });

  test('recorded, it is done: early, in time or late', () => {
    for (const today of ['2026-10-20', '2026-10-29', '2026-11-20']) {
      expect(briefOn('第9周', today, 1)).toMatchObject({ state: 'done', missing: 0 });
    }
  });

  test('where two are asked for, one is not enough', () => {
    const twice = dutyOf(GANYU, 'parentMeetingByRubric');
    const [term] = windowsOfDuty(GANYU, 'parentMeetingByRubric');
    if (!term) throw new Error('no term');
    expect(standingOf(twice, term, 1, '2027-01-22')).toMatchObject({ state: 'due', missing: 1 });
    expect(standingOf(twice, term, 1, '2027-01-23')).toMatchObject({ state: 'overdue' });
    expect(standingOf(twice, term, 2, '2027-01-23')).toMatchObject({ state: 'done' });
  });
});

describe('S0-11: 10月2日的简备', () => {
  test('before the holiday it is simply due', () => {
    expect(briefOn('第5周', '2026-10-01')).toMatchObject({ state: 'due', until: '2026-10-08' });
  });

  test('in the holiday it is moved, not missed', () => {
    for (const today of ['2026-10-02', '2026-10-05', '2026-10-08']) {
      expect(briefOn('第5周', today)).toMatchObject({
        state: 'excused',
        since: '2026-10-02',
        until: '2026-10-08',
        reason: '国庆节',
        missing: 1,
      });
    }
    expect(sayExcuse(week('第5周'))).toBe('顺延到10月8日（国庆节）');
  });

  test('after the day it was moved to it is overdue after all', () => {
    expect(briefOn('第5周', '2026-10-09')).toMatchObject({ state: 'overdue', since: '2026-10-09' });
  });

  test('nothing is said of a week that was not moved', () => {
    expect(sayExcuse(week('第7周'))).toBeNull();
  });
});

test('a window that is not owed is excused for good and misses nothing', () => {
  const excused = { ...week('第9周'), excused: '期中考试' };
  expect(standingOf(BRIEF, excused, 0, '2026-12-01')).toMatchObject({
    state: 'excused',
    reason: '期中考试',
    missing: 0,
  });
  expect(sayExcuse(excused)).toBe('不作要求（期中考试）');
});

describe('which counters a piece of work bumps', () => {
  const regulation = startFrom([ZHULIANG, XIJIAO, LEADER_SPONSORSHIP, GANYU], {
    version: 1,
    effectiveOn: '2026-08-01',
  });
  const visits = [
    { id: 'v1', kind: 'homeVisit', on: '2026-10-12' },
    { id: 'v2', kind: 'homeVisit', on: '2026-10-20' },
  ] as const;
  const owed = dutyWindows([regulation], AUTUMN, CALENDAR, visits);
  const work = (kind: Work['kind'], more: Partial<Work> = {}): string[] =>
    settlements(owed, {
      kind,
      on: '2026-10-29',
      schoolId: 'qinghe',
      memberId: 'oTeacher',
      roles: [],
      ...more,
    });
  const student = { divisionId: 'g7', classId: 'g7-c3', studentId: 'g7-c3-s01' };

  test('a mentor’s talk settles the mentor’s duty to that student', () => {
    expect(work('talk', { ...student, roles: ['mentor'] })).toEqual([
      'menteeTalk~g7-c3-s01~2026-1-twow09',
    ]);
  });

  test('a leader’s talk settles the leader’s, not the mentor’s', () => {
    expect(work('talk', { ...student, roles: ['leader'] })).toEqual([
      'sponsorTalk~g7-c3-s01~2026-1-w09',
    ]);
  });

  test('who is both, settles both; who is neither, none', () => {
    expect(work('talk', { ...student, roles: ['leader', 'mentor'] })).toHaveLength(2);
    expect(work('talk', { ...student, roles: ['subjectTeacher'] })).toEqual([]);
  });

  test('a report counts for the level it is about', () => {
    const [divisionId, classId] = ['g7', 'g7-c3'];
    expect(work('monthlyReport', { divisionId, classId })).toEqual([
      'classMonthlyReport~g7-c3~2026-1-m10',
    ]);
    expect(work('monthlyReport', { divisionId })).toEqual(['divisionMonthlyReport~g7~2026-1-m10']);
    expect(work('monthlyReport')).toEqual(['schoolMonthlyReport~qinghe~2026-1-m10']);
  });

  test('a class meeting counts whoever wrote it down', () => {
    expect(work('plenary', { divisionId: 'g7', on: '2026-11-04' })).toEqual([
      'plenary~g7~2026-1-middle',
    ]);
  });

  test('one theme meeting settles each duty that asks for one', () => {
    expect(work('themeClassMeeting', { divisionId: 'g7', classId: 'g7-c3' })).toEqual([
      'themeClassMeeting~g7-c3~2026-1-m10',
      'monthlyThemeClassMeeting~g7-c3~2026-1-m10',
    ]);
  });

  test('a feedback settles the visit that it answers', () => {
    expect(work('homeVisitFeedback', { ...student, factId: 'v2' })).toEqual([
      'homeVisitFeedback~g7-c3-s01~2026-1-v2',
    ]);
  });

  test('a feedback that does not say which visit it answers counts for the first', () => {
    expect(work('homeVisitFeedback', student)).toEqual(['homeVisitFeedback~g7-c3-s01~2026-1-v1']);
  });

  test('what each leader owes alone is counted for the leader', () => {
    expect(
      work('sponsorSummary', { on: '2027-01-12', memberId: 'oLeader', roles: ['leader'] }),
    ).toEqual(['sponsorTermSummary~oLeader~2026-1-end']);
  });

  test('work outside the term settles nothing', () => {
    expect(work('talk', { ...student, roles: ['mentor'], on: '2027-02-01' })).toEqual([]);
  });

  test('a duty that is off is not settled', () => {
    const off = regulation.duties.find((duty: Duty) => duty.settledBy === 'subjectTeacherMeeting');
    expect(off?.isOn).toBe(false);
    expect(work('subjectTeacherMeeting', { divisionId: 'g7', classId: 'g7-c3' })).toEqual([]);
  });

  test('late work still counts for the window that is past', () => {
    expect(work('plenary', { divisionId: 'g7', on: '2026-09-28' })).toEqual([
      'plenary~g7~2026-1-start',
    ]);
  });
});
