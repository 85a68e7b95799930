import { ASSURANCE } from '../../../domain/regulation/presets/assurance';
import { CHANGCHENG } from '../../../domain/regulation/presets/changcheng';
import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { GENERAL } from '../../../domain/regulation/presets/general';
import { INFORMATION_CONSULTATION } from '../../../domain/regulation/presets/information-consultation';
import { LEADER_SPONSORSHIP } from '../../../domain/regulation/presets/leader-sponsorship';
import { SANXING } from '../../../domain/regulation/presets/sanxing';
import { SCHOOL_DISTRICT } from '../../../domain/regulation/presets/school-district';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { settlements, type Work } from '../../../domain/regulation/standing';
import { AUTUMN, dueDays, dutyOf, moves, SPRING, windowsOfDuty } from './fixture';

const MONTHS = {
  '9月': '2026-09-30',
  '10月': '2026-10-30',
  '11月': '2026-11-30',
  '12月': '2026-12-31',
  '1月': '2027-01-22',
};

describe('西郊', () => {
  test('S4-201 西郊: 班级学情会商例会每周一次', () => {
    const windows = windowsOfDuty(XIJIAO, 'weeklyConsultation');
    expect(windows.map(({ label }) => label)).toEqual(
      Array.from({ length: 21 }, (_, index) => `第${index + 1}周`),
    );
    expect(windows[0]).toMatchObject({ id: '2026-1-w01', opensOn: '2026-09-01' });
  });

  test('S4-230 西郊: 例会在周六上午，遇假期和调休上课顺延', () => {
    const windows = windowsOfDuty(XIJIAO, 'weeklyConsultation');
    expect(dueDays(windows)).toMatchObject({ 第9周: '2026-10-31', 第10周: '2026-11-07' });
    expect(moves(windows)).toEqual({
      第4周: '2026-09-26 → 2026-09-28 中秋节',
      第5周: '2026-10-03 → 2026-10-08 国庆节',
      第6周: '2026-10-10 → 2026-10-12 调休上课',
    });
  });

  test('S4-204 西郊: 大会在学期初、学期中、学期末', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'plenary'))).toEqual({
      学期初: '2026-09-20',
      学期中: '2026-11-20',
      学期末: '2027-01-22',
    });
  });

  test('S4-196 西郊: 校长每月一次办公会，每月逐班排查', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'principalMeeting'))).toEqual(MONTHS);
    expect(dueDays(windowsOfDuty(XIJIAO, 'screeningRound'))).toEqual(MONTHS);
    expect(dutyOf(XIJIAO, 'screeningRound').forWhom).toBe('class');
  });

  test('S4-205, S4-219 西郊: 级部和学校的计划在学期初', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'divisionPlan'))).toEqual({ 学期初: '2026-09-11' });
    expect(dueDays(windowsOfDuty(XIJIAO, 'schoolPlan'))).toEqual({ 学期初: '2026-09-11' });
  });

  test('S4-206 西郊: 学期初建立台账', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'classLedger'))).toEqual({ 学期初: '2026-09-20' });
  });

  test('S4-212, S4-213 西郊: 班级、级部、分管领导每月逐级报告', () => {
    const chain = ['classMonthlyReport', 'divisionMonthlyReport', 'schoolMonthlyReport'];
    expect(chain.map((dutyId) => dutyOf(XIJIAO, dutyId).forWhom)).toEqual([
      'class',
      'division',
      'school',
    ]);
    for (const dutyId of chain) expect(dueDays(windowsOfDuty(XIJIAO, dutyId))).toEqual(MONTHS);
  });

  test('S4-217 西郊: 每月一次主题班会', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'themeClassMeeting'))).toEqual(MONTHS);
  });

  test('S4-226, S4-221 西郊: 每月一通报，每学期一汇总', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'bulletin'))).toEqual(MONTHS);
    expect(dueDays(windowsOfDuty(XIJIAO, 'schoolTermSummary'))).toEqual({ 学期末: '2027-01-22' });
  });

  test('S4-225 西郊: 期末每班交经验材料', () => {
    expect(dueDays(windowsOfDuty(XIJIAO, 'classTermSummary'))).toEqual({ 学期末: '2027-01-22' });
  });
});

test('S4-173 通用: 学情会商每学期至少两次', () => {
  expect(dueDays(windowsOfDuty(GENERAL, 'weeklyConsultation'))).toEqual({ 本学期: '2027-01-22' });
  expect(dutyOf(GENERAL, 'weeklyConsultation').count).toBe(2);
});

describe('保障制度', () => {
  test('S4-179 保障: 每周研究学情，在当周最后一个上课日前', () => {
    expect(dueDays(windowsOfDuty(ASSURANCE, 'weeklyConsultation'))).toMatchObject({
      第3周: '2026-09-20',
      第4周: '2026-09-24',
      第5周: '2026-09-30',
      第6周: '2026-10-10',
      第9周: '2026-10-30',
    });
  });

  test('S4-184 保障: 校、级部、班级三级每月集中排查', () => {
    const levels = ['screeningRound', 'divisionScreeningRound', 'schoolScreeningRound'];
    expect(levels.map((dutyId) => dutyOf(ASSURANCE, dutyId).forWhom)).toEqual([
      'class',
      'division',
      'school',
    ]);
    for (const dutyId of levels) expect(dueDays(windowsOfDuty(ASSURANCE, dutyId))).toEqual(MONTHS);
  });

  test('S4-178, S4-181 保障: 学期初建台账，学期末总结归档', () => {
    expect(windowsOfDuty(ASSURANCE, 'classLedger').map(({ label }) => label)).toEqual(['学期初']);
    expect(windowsOfDuty(ASSURANCE, 'classTermSummary').map(({ label }) => label)).toEqual([
      '学期末',
    ]);
  });
});

describe('朱良', () => {
  test('S4-256 朱良: 每两周一次碰头会', () => {
    const windows = windowsOfDuty(ZHULIANG, 'huddle');
    expect(windows).toHaveLength(11);
    expect(dueDays(windows)).toMatchObject({
      '第1—2周': '2026-09-11',
      '第5—6周': '2026-10-10',
      '第9—10周': '2026-11-06',
      第21周: '2027-01-22',
    });
  });

  test('S4-258 朱良: 每两周与每名责任学生面谈一次，导师本人才算', () => {
    expect(windowsOfDuty(ZHULIANG, 'menteeTalk')).toHaveLength(11);
    expect(dutyOf(ZHULIANG, 'menteeTalk')).toMatchObject({
      who: 'mentor',
      forWhom: 'mentee',
      isPersonal: true,
    });
  });

  test('S4-257, S4-260 朱良: 来源没有写次数的，先不启用，并说明', () => {
    for (const dutyId of ['heartToHeartCard', 'guardianInteraction']) {
      expect(dutyOf(ZHULIANG, dutyId).isOn).toBe(false);
      expect(dutyOf(ZHULIANG, dutyId).note).toMatch(/请学校确定/);
    }
  });
});

describe('三兴', () => {
  test('S4-296 三兴: 每周一次碰头会', () => {
    expect(windowsOfDuty(SANXING, 'huddle')).toHaveLength(21);
  });

  test('S4-298 三兴: 每周与每名责任学生面谈一次', () => {
    expect(windowsOfDuty(SANXING, 'menteeTalk')).toHaveLength(21);
  });

  test('S4-299 三兴: 假期发家长互动表，三天的中秋不算', () => {
    const windows = windowsOfDuty(SANXING, 'guardianInteraction');
    expect(windows.map(({ label, opensOn, dueOn }) => [label, opensOn, dueOn])).toEqual([
      ['国庆节', '2026-10-01', '2026-10-07'],
      ['寒假', '2027-01-23', '2027-02-25'],
    ]);
  });

  test('S4-260, S4-299 互动表由家长交，导师的职责照样完成', () => {
    const answered: Work = {
      ...{ kind: 'guardianInteractionRecord', on: '2026-10-03', schoolId: 'qinghe' },
      ...{ classId: 'c1', studentId: 'c1-s01', memberId: 'oMother', roles: ['guardian'] },
    };
    for (const preset of [SANXING, ZHULIANG]) {
      const duty = { ...dutyOf(preset, 'guardianInteraction'), isOn: true };
      const owed = windowsOfDuty(preset, duty.id).map((window) => ({ duty, window }));
      expect(settlements(owed, answered)).toEqual([
        expect.stringMatching(/^guardianInteraction~c1-s01~/),
      ]);
    }
  });

  test('S4-299 三兴: 下学期的开学日还没有设，暑假的期限就还不知道', () => {
    expect(windowsOfDuty(SANXING, 'guardianInteraction', SPRING)).toEqual([]);
  });

  test('S4-300, S4-301 三兴: 校长每月研究，逐班排查', () => {
    expect(dueDays(windowsOfDuty(SANXING, 'principalMeeting'))).toEqual(MONTHS);
    expect(dueDays(windowsOfDuty(SANXING, 'screeningRound'))).toEqual(MONTHS);
  });
});

describe('昌城', () => {
  test('S4-279 昌城: 每周一次本班导师会议', () => {
    expect(windowsOfDuty(CHANGCHENG, 'weeklyConsultation')).toHaveLength(21);
  });

  test('S4-283 昌城: 校长办公会每周研究学生管理', () => {
    expect(windowsOfDuty(CHANGCHENG, 'principalMeeting')).toHaveLength(21);
  });

  test('S4-280 昌城: 每学期开学后一周内摸底特异体质', () => {
    expect(windowsOfDuty(CHANGCHENG, 'specialHealthScreening')).toMatchObject([
      { opensOn: '2026-09-01', dueOn: '2026-09-08' },
    ]);
    expect(windowsOfDuty(CHANGCHENG, 'specialHealthScreening', SPRING)).toMatchObject([
      { opensOn: '2027-02-26', dueOn: '2027-03-05', isCertain: false },
    ]);
  });

  test('S4-284 昌城: 特别关注名单每学年初核对，期限遇国庆顺延，第二学期没有', () => {
    expect(moves(windowsOfDuty(CHANGCHENG, 'attentionRegister'))).toEqual({
      开学30天内: '2026-10-01 → 2026-10-08 国庆节',
    });
    expect(windowsOfDuty(CHANGCHENG, 'attentionRegister', SPRING)).toEqual([]);
  });
});

describe('市八中 集体备班', () => {
  test('S0-11 市八中: 简备在单周周五', () => {
    const windows = windowsOfDuty(CLASS_CONFERENCE, 'briefConference');
    expect(dueDays(windows)).toEqual({
      第1周: '2026-09-04',
      第3周: '2026-09-18',
      第5周: '2026-10-08',
      第7周: '2026-10-16',
      第9周: '2026-10-30',
      第11周: '2026-11-13',
      第13周: '2026-11-27',
      第15周: '2026-12-11',
      第17周: '2026-12-25',
      第19周: '2027-01-08',
      第21周: '2027-01-22',
    });
  });

  test('S0-11 市八中: 10月2日的简备遇国庆节，顺延到10月8日', () => {
    expect(moves(windowsOfDuty(CLASS_CONFERENCE, 'briefConference'))).toEqual({
      第5周: '2026-10-02 → 2026-10-08 国庆节',
    });
  });

  test('S0-42 市八中: 每班每学期一次详备', () => {
    expect(dueDays(windowsOfDuty(CLASS_CONFERENCE, 'detailedConference'))).toEqual({
      本学期: '2027-01-22',
    });
    expect(dutyOf(CLASS_CONFERENCE, 'detailedConference')).toMatchObject({
      count: 1,
      forWhom: 'class',
    });
  });

  test('S0-21 市八中: 方案在详备前一周，排定了详备才有', () => {
    expect(windowsOfDuty(CLASS_CONFERENCE, 'conferencePlan')).toEqual([]);
    const planned = { id: 'c1', kind: 'detailedConference', on: '2026-10-17' } as const;
    const windows = windowsOfDuty(CLASS_CONFERENCE, 'conferencePlan', AUTUMN, [planned]);
    expect(windows).toMatchObject([
      { id: '2026-1-c1', factId: 'c1', dueOn: '2026-10-10', closesOn: '2026-10-17', moved: null },
    ]);
  });

  test('S0-45 市八中: 每次详备后有专题报告', () => {
    const held = { id: 'c1', kind: 'detailedConference', on: '2026-10-17' } as const;
    expect(windowsOfDuty(CLASS_CONFERENCE, 'conferenceReport', AUTUMN, [held])).toMatchObject([
      { opensOn: '2026-10-17', dueOn: '2026-10-24' },
    ]);
  });

  test('S0-39 市八中: 领导每周检查', () => {
    expect(windowsOfDuty(CLASS_CONFERENCE, 'weeklyCheck')).toHaveLength(21);
    expect(dutyOf(CLASS_CONFERENCE, 'weeklyCheck').who).toBe('leader');
  });

  test('S0-47 市八中: 政教处每周汇报，每月通报', () => {
    expect(windowsOfDuty(CLASS_CONFERENCE, 'weeklyReport')).toHaveLength(21);
    expect(dueDays(windowsOfDuty(CLASS_CONFERENCE, 'bulletin'))).toEqual(MONTHS);
  });
});

describe('赣榆', () => {
  test('S1-88 赣榆: 每学期对每名学生家访一次', () => {
    expect(dueDays(windowsOfDuty(GANYU, 'homeVisit'))).toEqual({ 本学期: '2027-01-22' });
    expect(dutyOf(GANYU, 'homeVisit').forWhom).toBe('student');
  });

  test('S1-90 赣榆: 家访后有反馈记录，期限遇国庆顺延', () => {
    const visits = [
      { id: 'v1', kind: 'homeVisit', on: '2026-09-28' },
      { id: 'v2', kind: 'homeVisit', on: '2026-11-02' },
    ] as const;
    expect(
      windowsOfDuty(GANYU, 'homeVisitFeedback', AUTUMN, visits).map(({ id, dueOn }) => [id, dueOn]),
    ).toEqual([
      ['2026-1-v1', '2026-10-08'],
      ['2026-1-v2', '2026-11-09'],
    ]);
  });

  test('S1-82 赣榆: 每月一次主题班会和一期黑板报', () => {
    expect(dueDays(windowsOfDuty(GANYU, 'monthlyThemeClassMeeting'))).toEqual(MONTHS);
    expect(dueDays(windowsOfDuty(GANYU, 'blackboardPaper'))).toEqual(MONTHS);
  });

  test('S1-91, S1-105 赣榆: 家长会一次与两次相矛盾，两条都在，只启用一条', () => {
    const rows = ['parentMeeting', 'parentMeetingByRubric'].map((id) => dutyOf(GANYU, id));
    expect(rows.map(({ clause, count, isOn }) => [clause, count, isOn])).toEqual([
      ['S1-91', 1, true],
      ['S1-105', 2, false],
    ]);
    expect(dutyOf(GANYU, 'parentOpenWeek').clause).toBe('S1-91');
  });

  test('S1-101 赣榆: 每学期有计划和总结', () => {
    expect(dueDays(windowsOfDuty(GANYU, 'classWorkPlan'))).toEqual({ 学期初: '2026-09-20' });
    expect(dueDays(windowsOfDuty(GANYU, 'classWorkSummary'))).toEqual({ 学期末: '2027-01-22' });
  });

  test('S1-110 赣榆: 每两周一次班干部会', () => {
    expect(windowsOfDuty(GANYU, 'classCadreMeeting')).toHaveLength(11);
  });

  test('S1-49, S1-108 赣榆: 只写“定期”的会，先不启用', () => {
    expect(dutyOf(GANYU, 'homeroomMeeting').isOn).toBe(false);
    expect(dutyOf(GANYU, 'subjectTeacherMeeting').isOn).toBe(false);
  });
});

describe('学区', () => {
  test('S3-158 学区: 大学区校长例会每月一次', () => {
    expect(dueDays(windowsOfDuty(SCHOOL_DISTRICT, 'districtMeeting'))).toEqual(MONTHS);
  });

  test('S3-158 学区: 2月末开学的几天并入3月，7月的几天并入6月', () => {
    const windows = windowsOfDuty(SCHOOL_DISTRICT, 'districtMeeting', SPRING);
    expect(windows.map(({ label }) => label)).toEqual(['3月', '4月', '5月', '6月']);
    expect(windows[0]?.opensOn).toBe('2027-02-26');
    expect(windows[3]?.dueOn).toBe('2027-07-09');
  });

  test('S3-152 学区: 教学工作例会每学期至少两次', () => {
    expect(windowsOfDuty(SCHOOL_DISTRICT, 'districtTeachingMeeting')).toHaveLength(1);
    expect(dutyOf(SCHOOL_DISTRICT, 'districtTeachingMeeting').count).toBe(2);
  });
});

test('S4-253 信息会商: 会后两处各自制订实施方案', () => {
  const held = { id: 'i1', kind: 'informationConsultation', on: '2026-11-03' } as const;
  for (const dutyId of ['affairsImplementation', 'academicImplementation']) {
    expect(windowsOfDuty(INFORMATION_CONSULTATION, dutyId, AUTUMN, [held])).toMatchObject([
      { opensOn: '2026-11-03', dueOn: '2026-11-10' },
    ]);
    expect(dutyOf(INFORMATION_CONSULTATION, dutyId).isPersonal).toBe(true);
  }
});

describe('领导包靠', () => {
  test('S4-304 包靠: 每周与包靠学生交谈', () => {
    expect(windowsOfDuty(LEADER_SPONSORSHIP, 'sponsorTalk')).toHaveLength(21);
    expect(dutyOf(LEADER_SPONSORSHIP, 'sponsorTalk')).toMatchObject({
      who: 'leader',
      forWhom: 'student',
    });
  });

  test('S4-307 包靠: 每学期给所包的班开一次专题班会', () => {
    expect(windowsOfDuty(LEADER_SPONSORSHIP, 'sponsoredClassMeeting')).toHaveLength(1);
  });

  test('S4-310 包靠: 期末每位领导自己的经验材料', () => {
    expect(dutyOf(LEADER_SPONSORSHIP, 'sponsorTermSummary').forWhom).toBe('self');
    expect(
      windowsOfDuty(LEADER_SPONSORSHIP, 'sponsorTermSummary').map(({ label }) => label),
    ).toEqual(['学期末']);
  });
});
