import { dayKind } from '../../../domain/calendar/school-calendar';
import type { MeetingFacts } from '../../../domain/regulation/meeting-facts';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import { breachesOf } from '../../../domain/regulation/meeting-rules';
import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import { ASSURANCE } from '../../../domain/regulation/presets/assurance';
import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { GENERAL } from '../../../domain/regulation/presets/general';
import type { Preset } from '../../../domain/regulation/presets/preset';
import { PRESETS } from '../../../domain/regulation/presets/presets';
import { SCHOOL_DISTRICT } from '../../../domain/regulation/presets/school-district';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { CALENDAR } from './fixture';

function kindOf(preset: Preset, kindId: MeetingKindId): MeetingKind {
  const found = preset.meetingKinds.find(({ id }) => id === kindId);
  if (!found) throw new Error(`${preset.id} has no meeting ${kindId}`);
  return found;
}

const DETAILED = kindOf(CLASS_CONFERENCE, 'detailedConference');
const BRIEF = kindOf(CLASS_CONFERENCE, 'briefConference');

const one = { expected: 1, present: 1 };

/** A detailed conference of a class of 45 that lacks nothing, on a Saturday morning. */
const blameless: MeetingFacts = {
  stage: 'closed',
  on: '2026-10-17',
  startsAt: '08:00',
  calendarDay: dayKind(CALENDAR, '2026-10-17'),
  planWrittenOn: '2026-10-10',
  topicsSentOn: '2026-10-12',
  approvals: [{ matter: 'plan', by: 'administrativeMeeting' }],
  dataPackFor: ['students', 'guardian', 'subjectTeacher'],
  talliedFrom: ['students', 'guardian'],
  missingReports: [],
  sittings: 1,
  attendance: {
    principal: one,
    leader: one,
    studentAffairsOffice: one,
    academicAffairsOffice: one,
    divisionHead: one,
    partyGroupHead: one,
    homeroomTeacher: one,
    mentor: one,
    districtLeader: one,
    subjectTeacher: { expected: 7, present: 7 },
    guardian: { expected: 45, present: 12 },
    students: { expected: 45, present: 27 },
  },
  studentLevels: ['学习困难', '特长'],
  hasRecorder: true,
  hasReviewedPrevious: true,
  lateResolutions: [],
  resolutions: [{ label: '每天一张数学小卷', hasOwner: true, dueOn: '2026-10-30' }],
  agreedOpinions: 3,
  hasMinutes: true,
  reportsBy: ['divisionHead', 'homeroomTeacher', 'subjectTeacher'],
  signedOffBy: ['leader'],
  isForwarded: true,
};

/** Clause → sentence of the breaches, with one thing changed. */
const breaches = (kind: MeetingKind, change: Partial<MeetingFacts> = {}): Record<string, string> =>
  Object.fromEntries(
    breachesOf(kind, { ...blameless, ...change }).map(({ clause, sentence }) => [clause, sentence]),
  );

const heldOn = (on: string): Partial<MeetingFacts> => ({
  on,
  calendarDay: dayKind(CALENDAR, on),
  planWrittenOn: '2026-09-01',
});

test('a meeting that lacks nothing has no breaches', () => {
  expect(breachesOf(DETAILED, blameless)).toEqual([]);
});

describe('详备', () => {
  test('S0-9: 学生参与率不低于 60%,45 人要到 27 人', () => {
    const students = { expected: 45, present: 26 };
    expect(breaches(DETAILED, { attendance: { ...blameless.attendance, students } })).toEqual({
      'S0-9': '学生代表应到 45 人，到会 26 人（57%），应不低于 60%，还差 1 人。',
    });
  });

  test.each([
    [44, 27],
    [45, 27],
    [46, 28],
    [50, 30],
    [55, 33],
  ])('S0-9: 全班 %i 人，到会 %i 人才够', (expected, needed) => {
    const came = (present: number) =>
      breaches(DETAILED, {
        attendance: { ...blameless.attendance, students: { expected, present } },
      });
    expect(came(needed)).toEqual({});
    expect(Object.keys(came(needed - 1))).toEqual(['S0-9']);
  });

  test('S0-10: 学生代表要有不同层次和类别，同一类说两遍还是一类', () => {
    expect(breaches(DETAILED, { studentLevels: ['特长', '特长'] })).toEqual({
      'S0-10': '学生代表应来自不同层次和类别，现在只有 1 类，至少要 2 类。',
    });
  });

  test('S0-21: 方案要在会前一周拟好', () => {
    expect(breaches(DETAILED, { planWrittenOn: null })['S0-21']).toBe(
      '方案应在10月10日前（会前 7 天）拟好，现在还没有。',
    );
    expect(breaches(DETAILED, { planWrittenOn: '2026-10-11' })['S0-21']).toBe(
      '方案应在10月10日前（会前 7 天）拟好，实际写于10月11日。',
    );
  });

  test('S0-22: 方案要经行政会议定，校长批准不能代替', () => {
    expect(breaches(DETAILED, { approvals: [{ matter: 'plan', by: 'principal' }] })).toEqual({
      'S0-22': '方案需经行政会议定后再开会。',
    });
  });

  test('S0-23: 会前材料给学生、家长、教师各一份', () => {
    expect(breaches(DETAILED, { dataPackFor: ['students'] })).toEqual({
      'S0-23': '会前材料还缺给家长、任课教师的一份。',
    });
  });

  test('S0-12: 10月10日是调休上课日，与周六上午相冲突', () => {
    expect(breaches(DETAILED, heldOn('2026-10-10'))).toEqual({
      'S0-12': '10月10日是调休上课，与规定的周六 08:00—12:00相冲突，请顺延到别的日子。',
    });
  });

  test('S0-12: 10月3日是国庆节，也相冲突', () => {
    expect(breaches(DETAILED, heldOn('2026-10-03'))['S0-12']).toMatch(/^10月3日是国庆节/);
  });

  test('S0-13: 改在别的时间要报批，批了就可以', () => {
    const thursday = heldOn('2026-10-15');
    expect(Object.keys(breaches(DETAILED, thursday))).toEqual(['S0-13']);
    expect(Object.keys(breaches(DETAILED, { startsAt: '14:00' }))).toEqual(['S0-13']);
    const approvals = [
      ...blameless.approvals,
      { matter: 'otherTime', by: 'administrativeMeeting' } as const,
    ];
    expect(breaches(DETAILED, { ...thursday, approvals })).toEqual({});
  });

  test('S0-43: 分几次进行要经校长批准', () => {
    expect(breaches(DETAILED, { sittings: 3 })).toEqual({
      'S0-43': '分 3 次进行，需先经校长批准。',
    });
    const approvals = [
      ...blameless.approvals,
      { matter: 'manySittings', by: 'principal' } as const,
    ];
    expect(breaches(DETAILED, { sittings: 3, approvals })).toEqual({});
  });

  test('S0-8: 应到的人没有到会', () => {
    const partyGroupHead = { expected: 1, present: 0 };
    expect(breaches(DETAILED, { attendance: { ...blameless.attendance, partyGroupHead } })).toEqual(
      { 'S0-8': '党小组长应当参加，现在没有人到会。' },
    );
  });

  test('S0-36, S0-18, S0-45: 达成性意见、纪要、三方的专题报告', () => {
    expect(breaches(DETAILED, { agreedOpinions: 0, hasMinutes: false, reportsBy: [] })).toEqual({
      'S0-36': '还没有写下达成性意见。',
      'S0-18': '会议纪要还没有写，由级部主任起草。',
      'S0-45': '还缺级部主任、班主任、任课教师的专题报告。',
    });
  });

  test('S0-27, S0-30, S0-33: 家长、教师、学生三组，各有组织的人', () => {
    expect(DETAILED.groups.map(({ of, chairs }) => [of, chairs.length])).toEqual([
      ['guardian', 2],
      ['subjectTeacher', 3],
      ['students', 2],
    ]);
  });
});

describe('简备', () => {
  test('S0-41: 问卷要先统计分类', () => {
    const friday = { ...heldOn('2026-10-16'), startsAt: '15:00' };
    expect(breaches(BRIEF, friday)).toEqual({});
    expect(breaches(BRIEF, { ...friday, talliedFrom: ['students'] })).toEqual({
      'S0-41': '家长的问卷还没有统计分类。',
    });
  });

  test('S0-25: 简备由班主任主持，详备由级部主任主持', () => {
    expect([BRIEF.chair, DETAILED.chair]).toEqual(['homeroomTeacher', 'divisionHead']);
  });
});

describe('决议', () => {
  const weekly = kindOf(ASSURANCE, 'weeklyConsultation');

  test('S3-163: 每条决议要有负责人和完成日期', () => {
    const resolutions = [
      { label: '家长会前联系三位家长', hasOwner: false, dueOn: '2026-10-30' },
      { label: '调整座位', hasOwner: true, dueOn: null },
      { label: '每天一张数学小卷', hasOwner: true, dueOn: '2026-10-30' },
    ];
    expect(breaches(weekly, { resolutions })).toEqual({
      'S3-163': '“家长会前联系三位家长”、“调整座位”还缺负责人或完成日期。',
    });
  });

  test('S3-164: 没有按期完成的要说明原因，并给出新的日期', () => {
    const silent = { label: '调整座位', explanation: '', dueOn: '2026-11-05' };
    const dateless = { label: '班级公约', explanation: '班会停了一次', dueOn: null };
    expect(breaches(weekly, { lateResolutions: [silent, dateless] })).toEqual({
      'S3-164': '“调整座位”、“班级公约”没有按期完成，请写明原因和新的完成日期。',
    });
    const explained = { ...silent, explanation: '等新桌椅' };
    expect(breaches(weekly, { lateResolutions: [explained] })).toEqual({});
  });

  test('S3-166, S3-159: 先检查上次的决议，并有记录人', () => {
    expect(breaches(weekly, { hasReviewedPrevious: false, hasRecorder: false })).toEqual({
      'S3-159': '请指定记录人。',
      'S3-166': '还没有检查上一次会议的决议。',
    });
  });

  test('S4-177: 包靠领导全程参加并签字验收', () => {
    const leader = { expected: 1, present: 0 };
    expect(breaches(weekly, { signedOffBy: [] })).toEqual({ 'S4-177': '等校领导签字验收。' });
    expect(breaches(weekly, { attendance: { ...blameless.attendance, leader } })).toEqual({
      'S4-177': '校领导应当参加，现在没有人到会。',
    });
  });
});

describe('each kind of meeting asks for its own people', () => {
  const withoutGuests = { ...blameless.attendance, guardian: undefined, students: undefined };

  test('S4-167 通用: 家长是会商小组的成员', () => {
    const kind = kindOf(GENERAL, 'weeklyConsultation');
    expect(breaches(kind, { attendance: withoutGuests })).toEqual({
      'S4-167': '家长应当参加，现在没有人到会。',
    });
  });

  test('S4-202 西郊: 学生代表和家长代表可以不来', () => {
    const kind = kindOf(XIJIAO, 'weeklyConsultation');
    expect(breaches(kind, { attendance: withoutGuests })).toEqual({});
  });

  test('S4-195 西郊: 全体任课教师都要到', () => {
    const subjectTeacher = { expected: 7, present: 6 };
    const kind = kindOf(XIJIAO, 'weeklyConsultation');
    expect(breaches(kind, { attendance: { ...blameless.attendance, subjectTeacher } })).toEqual({
      'S4-195': '任课教师应到 7 人，到会 6 人（85%），应不低于 100%，还差 1 人。',
    });
  });

  test('S4-230 西郊: 例会不在周六上午不算违规，撞上调休才提醒', () => {
    const kind = kindOf(XIJIAO, 'weeklyConsultation');
    expect(breaches(kind, heldOn('2026-10-15'))).toEqual({});
    expect(Object.keys(breaches(kind, heldOn('2026-10-10')))).toEqual(['S4-230']);
  });

  test('S4-212 西郊: 办公会前各班各级部的报告要齐', () => {
    const kind = kindOf(XIJIAO, 'principalMeeting');
    const missingReports = ['七年级(1)班', '八年级(2)班'];
    expect(breaches(kind, { missingReports })).toEqual({
      'S4-212': '还缺 2 份报告：七年级(1)班、八年级(2)班。',
    });
  });

  test('S3-155, S3-156 学区: 议题提前通知，决议整理成文转发', () => {
    const kind = kindOf(SCHOOL_DISTRICT, 'districtTeachingMeeting');
    expect(breaches(kind, { topicsSentOn: blameless.on, isForwarded: false })).toEqual({
      'S3-155': '议题应至少提前 1 天发给参会的人。',
      'S3-156': '决议需由教务处整理成文并转发。',
    });
  });
});

describe('what is asked depends on how far the meeting is', () => {
  const bare: Partial<MeetingFacts> = {
    planWrittenOn: null,
    attendance: {},
    resolutions: [{ label: '调整座位', hasOwner: false, dueOn: null }],
    hasMinutes: false,
  };
  const clauses = (stage: MeetingFacts['stage']) =>
    new Set(Object.keys(breaches(DETAILED, { ...bare, stage })));

  test('planned: only what must exist before', () => {
    expect(clauses('planned')).toEqual(new Set(['S0-21']));
  });

  test('held: also who came and what was decided, not yet the minutes', () => {
    expect(clauses('held')).toEqual(new Set(['S0-21', 'S0-8', 'S0-9', 'S3-163']));
  });

  test('closed: everything', () => {
    expect(clauses('closed')).toEqual(new Set(['S0-21', 'S0-8', 'S0-9', 'S0-18', 'S3-163']));
  });
});

test('every kind of every preset can be asked about a meeting that knows nothing', () => {
  const nothing: MeetingFacts = {
    ...blameless,
    startsAt: null,
    planWrittenOn: null,
    topicsSentOn: null,
    approvals: [],
    dataPackFor: [],
    talliedFrom: [],
    attendance: {},
    studentLevels: [],
    reportsBy: [],
    signedOffBy: [],
  };
  for (const kind of PRESETS.flatMap(({ meetingKinds }) => meetingKinds)) {
    for (const { clause, sentence } of breachesOf(kind, nothing)) {
      expect(clause).toMatch(/^S[0-4]-\d{1,3}$/);
      expect(sentence).toMatch(/。$/);
      expect(sentence).not.toMatch(/undefined|NaN|null/);
    }
  }
});
