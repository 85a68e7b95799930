import {
  type InteractionRecord,
  recordIdOf,
} from '../../domain/interaction-form/interaction-record.schema';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import { campaignIdOf } from '../school/interaction-forms';
import { setStage } from './harness/stage';

jest.setTimeout(90_000);

describe('互动表', () => {
  const stage = setStage();
  const { begin, stored } = stage;
  const campaign = campaignIdOf(SCHOOL_ID, 'guardians');
  const recordOf = (studentId: string) =>
    stored<InteractionRecord>('interactionRecords').find(
      ({ _id }) => _id === recordIdOf(campaign, studentId),
    );

  test('a guardian answers from the message: the answers, and 1 tap to send', async () => {
    const student = STUDENTS.otherChild;
    const journey = await begin();
    // The tap on the message itself opens this page.
    const page = `pages/interaction-form/answer/index?campaign=${campaign}&student=${student._id}`;
    await journey.openAs(CAST.guardian, page);
    await journey.see('在校的亮点').waitFor();
    await journey.screenshot('form-answer');
    expect(journey.calls).toHaveLength(1);

    await journey.tap(journey.page.getByRole('radio', { name: '比较好' }));
    await journey.tap(journey.page.getByRole('radio', { name: '需要提醒' }));
    await journey.see('已存草稿').waitFor();
    await journey.tap('提交');
    await journey.see('谢谢，已经交到学校').waitFor();
    await journey.screenshot('form-thanks');
    expect(journey.taps).toBe(3);
    expect(journey.calls).toHaveLength(2);
    expect(recordOf(student._id)?.answers).toMatchObject({ mood: ['o3'], homework: ['o2'] });
    await journey.end();
  });

  test('a guardian of two finds both forms under 今天, and takes over last time’s answers', async () => {
    const journey = await begin();
    await journey.openAs(CAST.guardianOfTwo, 'pages/today/index');
    await journey.see(/赵清越 · 十月导师与家长互动表/).waitFor();
    await journey.see(/赵云起 · 十月导师与家长互动表/).waitFor();
    await journey.screenshot('today-forms');
    expect(journey.calls).toHaveLength(1);

    await journey.tap(
      journey.page.getByRole('button', { name: '填写：赵清越，十月导师与家长互动表' }),
    );
    await journey.tap('都和上次一样');
    await journey.tap('提交');
    await journey.see('谢谢，已经交到学校').waitFor();
    const last = recordIdOf(campaignIdOf(SCHOOL_ID, 'lastGuardians'), STUDENTS.firstChild._id);
    const before = stored<InteractionRecord>('interactionRecords').find(({ _id }) => _id === last);
    expect(recordOf(STUDENTS.firstChild._id)?.answers).toEqual(before?.answers);
    expect(journey.taps).toBe(3);
    await journey.end();
  });

  test('a homeroom teacher sees who has not answered, and what the answers add up to', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/interaction-form/index/index');
    await journey.tap('十月导师与家长互动表');
    await journey.see('还没有填').waitFor();
    await journey.screenshot('form-progress');
    await journey.tap('看汇总');
    await journey.see('孩子回家后的心情').waitFor();
    await journey.screenshot('form-tally');
    const words = journey.page.locator('.row', { hasText: '未归类' }).first();
    await journey.tap(words);
    await journey.page.locator('.sheet input').fill('亲子时光');
    await journey.tap('加上并归类');
    await journey.see('亲子时光 1').waitFor();
    await journey.end();
  });

  test('a homeroom teacher sends a form to the class', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/interaction-form/send/index');
    await journey.tap(journey.page.getByRole('radio', { name: '集体备班家长问卷' }));
    await journey.tap(journey.page.getByRole('radio', { name: '七年级(3)班' }));
    await journey.screenshot('form-send');
    await journey.tap('发放');
    await journey.see('已发放').waitFor();
    const sent = stage.product.cloud.database.peek('interactionCampaigns', 1000) as unknown as {
      classId: string;
      formId: string;
    }[];
    expect(
      sent.filter((one) => one.classId === CLASSES.seven3 && one.formId === 'briefGuardian'),
    ).toHaveLength(2);
    await journey.end();
  });

  test('the editor refuses to ask for the parents’ posts, and says why', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/interaction-form/edit/index?formId=mentorGuardian');
    await journey.see('加一道题').waitFor();
    await journey.screenshot('form-edit');
    await journey.tap('加一道题');
    await journey.page.locator('.sheet input').fill('爸爸的工作单位');
    await journey.see(/不能收集家长的职业/).waitFor();
    await journey.screenshot('form-refused');
    await journey.end();
  });
});
