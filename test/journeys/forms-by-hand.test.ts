import {
  type InteractionRecord,
  recordIdOf,
} from '../../domain/interaction-form/interaction-record.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import { campaignIdOf, FORM_CODE } from '../school/interaction-forms';
import { sign, takePicture } from './harness/pictures';
import { setStage } from './harness/stage';

jest.setTimeout(90_000);

const CAMPAIGN = 'signedAndShown00000';
const UPLOAD = '**/wx/upload';

const question = (key: string, kind: string, label: string, isRequired = false) => ({
  ...{ key, kind, label, isRequired, options: [] },
});

describe('forms with pictures and signatures, and forms by code', () => {
  const stage = setStage();
  const { begin, stored } = stage;

  beforeAll(async () => {
    const writes = [
      {
        path: 'interactionForm.revise',
        input: {
          ...{ formId: 'agreement', rev: 0, writeId: 'a'.repeat(20), name: '家校约定' },
          ...{ intro: '', respondent: 'guardian', hasSchoolPart: false, isOn: true },
          questions: [
            question('bright', 'text', '孩子最近的一点进步'),
            question('work', 'photo', '孩子的小制作'),
            question('sign', 'signature', '家长签名', true),
          ],
        },
      },
      {
        path: 'interactionCampaign.plan',
        input: {
          ...{ campaignId: CAMPAIGN, writeId: 'b'.repeat(20), formId: 'agreement' },
          ...{ title: '家校约定', target: { kind: 'school' } },
          ...{ opensOn: CAST_TODAY, closesOn: CAST_TODAY },
        },
      },
    ];
    for (const call of writes) {
      await stage.product.cloud.callFunction('api', { calls: [call] }, CAST.principal.openid);
    }
  });
  const recordOf = (campaignId: string, studentId: string) =>
    stored<InteractionRecord>('interactionRecords').find(
      ({ _id }) => _id === recordIdOf(campaignId, studentId),
    );
  const formOf = (studentId: string) =>
    `pages/interaction-form/answer/index?campaign=${CAMPAIGN}&student=${studentId}`;

  test('a guardian adds a picture and signs with a finger; the teacher opens both, which is recorded', async () => {
    const { _id } = STUDENTS.otherChild;
    const journey = await begin();
    await journey.openAs(CAST.guardian, formOf(_id));
    await journey.see('孩子的小制作（可不填）').waitFor();
    await takePicture(journey);
    await journey.see('还可以加 2 张').waitFor();
    await sign(journey);
    await journey.screenshot('form-signature');
    await journey.tap('就用这个签名');
    await journey.see('已签名。').waitFor();
    await journey.screenshot('form-signed');
    await journey.tap('提交');
    await journey.see('谢谢，已经交到学校').waitFor();
    const { answers } = recordOf(CAMPAIGN, _id) ?? {};
    expect(answers?.work?.[0]).toMatch(/^cloud:\/\/(?!waiting)/);
    expect(answers?.sign?.[0]).toMatch(/^cloud:\/\/(?!waiting)/);
    await journey.end();

    const teacher = await begin();
    await teacher.openAs(CAST.homeroomTeacher, formOf(_id));
    await teacher.see('已手写签名').waitFor();
    await teacher.tap('看照片和签名（打开会留下记录）');
    const opened = teacher.page.locator('.preview-image img').first();
    await opened.waitFor();
    const isLoaded = (image: Element) =>
      image instanceof HTMLImageElement && image.naturalWidth > 1;
    await teacher.settled();
    expect(await opened.evaluate(isLoaded)).toBe(true);
    await teacher.screenshot('form-pictures-opened');
    await teacher.end();
  });

  test('who cannot write by hand types the name', async () => {
    const { _id } = STUDENTS.firstChild;
    const journey = await begin();
    await journey.openAs(CAST.guardianOfTwo, formOf(_id));
    await journey.tap('无法手写，改为打字');
    await journey.field('家长签名').fill('赵建国');
    await journey.see('已存草稿').waitFor();
    await journey.screenshot('form-signature-typed');
    await journey.tap('提交');
    await journey.see('谢谢，已经交到学校').waitFor();
    expect(recordOf(CAMPAIGN, _id)?.answers.sign).toEqual(['赵建国']);
    await journey.end();
  });

  test('a picture that no network carries waits with the form, survives closing the app, and is stored once', async () => {
    const { _id } = STUDENTS.secondChild;
    const journey = await begin({ losesNetwork: true });
    await journey.openAs(CAST.guardianOfTwo, formOf(_id));
    await journey.tap('无法手写，改为打字');
    await journey.field('家长签名').fill('赵建国');
    await journey.page.route(UPLOAD, (route) => route.abort());
    await takePicture(journey);
    await journey.see('待传，点这里再传').waitFor();
    await journey.screenshot('form-photo-waits');
    await journey.tap('提交');
    await journey.see(/已放进“待发送”/).waitFor();
    expect(recordOf(CAMPAIGN, _id)).toBeUndefined();

    await journey.page.unroute(UPLOAD);
    let uploads = 0;
    journey.page.on('request', (request) => {
      if (request.url().endsWith('/wx/upload')) uploads += 1;
    });
    await journey.page.reload();
    await journey.page.getByText('待发送 1 条').waitFor({ state: 'hidden' });
    await journey.settled();
    expect(recordOf(CAMPAIGN, _id)?.answers.work).toHaveLength(1);
    expect(recordOf(CAMPAIGN, _id)?.answers.work?.[0]).toMatch(/^cloud:\/\/(?!waiting)/);
    expect(uploads).toBe(1);
    await journey.end();
  });

  test('S4-297 a class fills in by itself with a code, one after the other on one tablet', async () => {
    const students = campaignIdOf(SCHOOL_ID, 'students');
    const teacher = await begin();
    await teacher.openAs(
      CAST.homeroomTeacher,
      `pages/interaction-form/progress/index?campaign=${students}&classId=${CLASSES.seven3}`,
    );
    await teacher.see(FORM_CODE).waitFor();
    await teacher.screenshot('form-code');
    await teacher.end();

    const tablet = await begin();
    await tablet.openAs(CAST.stranger, 'pages/today/index');
    await tablet.tap('我是学生，凭班级码填表');
    await tablet.field('班级码').fill(FORM_CODE.toLowerCase());
    await tablet.field('名字').fill(STUDENTS.otherChild.name);
    await tablet.screenshot('slip-who');
    await tablet.tap('开始填');
    await tablet.see('不是我，回去改名字').waitFor();
    await tablet.tap(tablet.page.getByRole('radio', { name: '比较好' }));
    await tablet.tap(tablet.page.getByRole('radio', { name: '暂时不用' }));
    await tablet.screenshot('slip-form');
    await tablet.tap('交给老师');
    await tablet.see(`${STUDENTS.otherChild.name}，已经交给老师`).waitFor();
    await tablet.screenshot('slip-done');
    expect(recordOf(students, STUDENTS.otherChild._id)?.answers).toMatchObject({ mood: ['o3'] });
    // Nothing of it stays on the tablet.
    const kept = await tablet.page.evaluate(() => JSON.stringify(window.localStorage));
    expect(kept).not.toContain(STUDENTS.otherChild.name);

    await tablet.tap('下一位同学');
    await tablet.field('名字').fill('没有这个人');
    await tablet.tap('开始填');
    await tablet.see(/码或者名字不对/).waitFor();
    await tablet.end();
  });
});
