import type {
  AttentionCase,
  AttentionFollowUp,
} from '../../domain/attention/attention-case.schema';
import type { HealthCondition } from '../../domain/health-register/health-register.schema';
import { roundIdOf, type ScreeningSheet } from '../../domain/screening/screening.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, studentIdOf } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(90_000);

describe('keeping an eye on every child', () => {
  const { begin, stored } = setStage();
  const fieldOf = ({ page }: Journey, label: string) =>
    page.locator('.field', { hasText: label }).locator('textarea, input').filter({ visible: true });
  const roundId = roundIdOf(SCHOOL_ID, 'monthly', CAST_TODAY.slice(0, 7));
  const sheet = () =>
    stored<ScreeningSheet>('screeningSheets').find(
      (one) => one.roundId === roundId && one.classId === CLASSES.seven3,
    );
  const caseId = `case-${studentIdOf(CLASSES.seven3, 4)}-care`;
  const standing = () =>
    stored<AttentionFollowUp>('attentionFollowUps').filter(
      (one) => one.caseId === caseId && one.voidedAt === null,
    );

  test('a homeroom teacher looks at the whole class: one with something, the rest by one tap', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    await journey.see('开始排查').waitFor();
    await journey.screenshot('today-care');
    await journey.tap('开始排查');
    await journey.see('还没有看到').waitFor();
    await journey.screenshot('screening-sheet');
    await journey.tap(journey.page.getByLabel('有情况：赵清越'));
    await journey.tap(journey.see('情绪'));
    const field = fieldOf(journey, '看到的一件事');
    await journey.tap(field);
    await field.fill('这周午饭吃得少，问过说没胃口。');
    await journey.screenshot('screening-finding');
    await journey.tap(journey.page.locator('.sheet-footer').getByText('保存'));
    await journey.see('已记下，保密存放').waitFor();
    await journey.tap('其余 7 人无变化');
    await journey.see('交给级部').waitFor();
    await journey.screenshot('screening-ticked');
    await journey.tap('交给级部');
    await journey.see('等级部确认').waitFor();
    expect(journey.taps).toBeLessThanOrEqual(7);
    expect(sheet()).toMatchObject({ status: 'submitted', ticked: 8, findings: 1 });
    await journey.end();
  });

  test('the division confirms by one tap, and the school sees who is missing', async () => {
    const journey = await begin();
    await journey.openAs(CAST.divisionHead, 'pages/today/index');
    await journey.tap('去确认');
    await journey.tap(/确认交来的 \d 个班/);
    await journey.see(/已确认 \d 个班/).waitFor();
    await journey.screenshot('screening-division');
    expect(sheet()?.status).toBe('confirmed');
    await journey.openAs(
      CAST.studentAffairsOffice,
      `pages/screening/round/index?roundId=${roundId}`,
    );
    await journey.see(/还有 \d 个班没有确认/).waitFor();
    await journey.screenshot('screening-round');
    await journey.tap('学校确认');
    await journey.see('请先催一催').waitFor();
    await journey.end();
  });

  test('nothing has changed with a child: 2 taps from 今天, and one more takes it back', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    const before = standing().length;
    await journey.tap('记跟进');
    await journey.see('具体的一件事').waitFor();
    await journey.screenshot('follow-up');
    await journey.tap('与上次相比无变化');
    await journey.see('已记下').waitFor();
    expect(journey.taps).toBe(2);
    expect(standing()).toHaveLength(before + 1);
    await journey.tap('撤销');
    await journey.see('已撤销').waitFor();
    expect(standing()).toHaveLength(before);
    await journey.end();
  });

  test('a file is opened from the student’s page, and its sealed part opened with a reason', async () => {
    const journey = await begin();
    const studentId = studentIdOf(CLASSES.seven3, 7);
    await journey.openAs(CAST.homeroomTeacher, `pages/attention/open/index?studentId=${studentId}`);
    await journey.see('特长生成长档案').waitFor();
    await journey.screenshot('case-kinds');
    await journey.tap('个案育人计划');
    await fieldOf(journey, '长处').fill('爱拼装模型，有耐心。');
    await fieldOf(journey, '希望看到').fill('改掉拖拉。');
    await journey.see('“改掉”').waitFor();
    await fieldOf(journey, '希望看到').fill('每天放学前交一项作业。');
    await journey.tap('添加一条措施');
    await fieldOf(journey, '做什么').fill('第三节课后到办公室交');
    await journey.screenshot('case-measure');
    await journey.tap(journey.page.locator('.sheet-footer').getByText('好'));
    await journey.screenshot('case-form');
    await journey.tap(journey.page.locator('.screen-footer').getByText('保存'));
    await journey.see('已保存').waitFor();
    const made = stored<AttentionCase>('attentionCases').find((one) => one.studentId === studentId);
    expect(made).toMatchObject({ kind: 'care', level: 2, reviewOn: '2026-11-12' });

    await journey.openAs(CAST.homeroomTeacher, `pages/attention/case/index?caseId=${caseId}`);
    await journey.see('每天按时到校').waitFor();
    await journey.screenshot('case');
    await journey.tap('打开');
    await journey.tap('准备会商');
    await journey.see('单亲或离异家庭').waitFor();
    await journey.screenshot('case-sealed');
    await journey.end();
  });

  test('the principal gives a child a leader; who stands for nobody is named', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/attention/index/index');
    await journey.see('按回访日期').waitFor();
    await journey.screenshot('attention-list');
    await journey.tap('包靠领导');
    await journey.see('还没有包靠学生').waitFor();
    await journey.tap('安排');
    await journey.tap(journey.page.locator('.sheet').getByText('周正平'));
    await journey.see('已安排').waitFor();
    await journey.screenshot('sponsors');
    await journey.end();
  });

  test('a subject teacher reads what keeps a child safe, and says so by one tap', async () => {
    const journey = await begin();
    await journey.openAs(CAST.subjectTeacher, 'pages/today/index');
    await journey.tap('看一看');
    await journey.see('出现时怎么做').waitFor();
    await journey.screenshot('safety');
    await journey.tap('我已知悉');
    await journey.see('已确认，谢谢').waitFor();
    expect(journey.taps).toBe(2);
    const condition = stored<HealthCondition>('healthConditions').filter((one) =>
      one.acknowledgements.some(({ memberId }) => memberId === CAST.subjectTeacher.openid),
    );
    expect(condition).toHaveLength(1);
    await journey.end();
  });

  test('the lists are read at 1.4 and in the dark', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    const address = `pages/screening/sheet/index?roundId=${roundId}&classId=${CLASSES.eight2}`;
    await journey.openAs(CAST.homeroomTeacher82, address);
    await journey.see('还没有看到').waitFor();
    await journey.screenshot('screening-sheet-dark-large');
    await journey.openAs(CAST.homeroomTeacher82, 'pages/students/index');
    await journey.see('关心与安全').waitFor();
    await journey.screenshot('students-dark-large');
    await journey.end();
  });
});
