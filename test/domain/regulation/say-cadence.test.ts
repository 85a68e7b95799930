import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { GENERAL } from '../../../domain/regulation/presets/general';
import { PRESETS } from '../../../domain/regulation/presets/presets';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { sayCadence, sayDuty, sayEffect } from '../../../domain/regulation/say-cadence';
import { dutyOf } from './fixture';

const SEVEN = {
  label: '七年级',
  school: 1,
  division: 1,
  class: 12,
  student: 540,
  mentee: 540,
  child: 540,
  self: 2,
};

test.each([
  [{ kind: 'weekly' }, 1, '每周一次'],
  [{ kind: 'weekly', weekday: 6, lesson: '上午' }, 1, '每周一次（周六上午）'],
  [{ kind: 'oddWeeks', weekday: 5 }, 1, '单周一次（周五）'],
  [{ kind: 'evenWeeks' }, 2, '双周两次'],
  [{ kind: 'everyTwoWeeks' }, 1, '每两周一次'],
  [{ kind: 'monthly' }, 3, '每月三次'],
  [{ kind: 'termly' }, 12, '每学期12次'],
  [{ kind: 'yearly', month: 3 }, 1, '每学年一次（3月）'],
  [{ kind: 'yearly', month: 9, day: 20 }, 2, '每学年两次（9月20日前）'],
  [{ kind: 'termPoints', points: ['start'], spanWeeks: 2 }, 1, '学期初一次'],
  [{ kind: 'termPoints', points: ['start', 'end'], spanWeeks: 2 }, 1, '学期初、学期末各一次'],
  [{ kind: 'afterEvent', event: 'termStart', days: 7 }, 1, '每学期开学后 7 天内'],
  [{ kind: 'afterEvent', event: 'schoolYearStart', days: 30 }, 1, '每学年开学后 30 天内'],
  [{ kind: 'afterEvent', event: 'homeVisit', days: 7 }, 1, '每次家访后 7 天内'],
  [{ kind: 'beforeEvent', event: 'detailedConference', days: 7 }, 1, '每次详备前 7 天'],
  [{ kind: 'inHolidays', minDays: 5 }, 1, '每个 5 天以上的假期一次'],
] as const)('%j is said as a person would', (cadence, count, said) => {
  const asEntered = 'points' in cadence ? { ...cadence, points: [...cadence.points] } : cadence;
  expect(sayCadence(asEntered, count)).toBe(said);
});

test('a duty is one line: who, what, how often, by which clause', () => {
  expect(sayDuty(dutyOf(CLASS_CONFERENCE, 'briefConference'))).toBe(
    '班主任 · 简备 · 单周一次（周五下午班会活动课）（S0-11）',
  );
});

describe('what a duty amounts to', () => {
  test.each([
    [XIJIAO, 'weeklyConsultation', '七年级 12 个班，每周 12 次'],
    [XIJIAO, 'plenary', '七年级 1 个级部，每学期 3 次'],
    [XIJIAO, 'bulletin', '七年级，每月 1 次'],
    [GENERAL, 'weeklyConsultation', '七年级 12 个班，每学期 24 次'],
    [ZHULIANG, 'menteeTalk', '七年级 540 名受导学生，每两周 540 次'],
    [GANYU, 'homeVisit', '七年级 540 名学生，每学期 540 次'],
    [GANYU, 'homeVisitFeedback', '七年级 540 名学生，每次家访 1 次'],
  ] as const)('%#: %s', (preset, dutyId, said) => {
    expect(sayEffect(dutyOf(preset, dutyId), SEVEN)).toBe(said);
  });
});

test('every duty of every source can be said', () => {
  for (const duty of PRESETS.flatMap(({ duties }) => duties)) {
    for (const said of [sayDuty(duty), sayEffect(duty, SEVEN)]) {
      expect(said).not.toMatch(/undefined|NaN|object/);
    }
  }
});
