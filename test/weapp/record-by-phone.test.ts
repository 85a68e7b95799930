import {
  type InteractionRecord,
  recordIdOf,
} from '../../domain/interaction-form/interaction-record.schema';
import type { Talk } from '../../domain/talk/talk.schema';
import type { CallerOf } from '../cloudfunctions/harness/cloud';
import { startTestProduct, type TestProduct } from '../journeys/harness/product';
import { CAST, SCHOOL_ID, STUDENTS } from '../school/cast';
import { campaignIdOf } from '../school/interaction-forms';
import { phoneOf } from './host/phone-of';

/** The forms that are filled in most, in the build that WeChat runs. */
describe('on the built mini-program', () => {
  let product: TestProduct;
  const calls: string[][] = [];
  const bootAs = (person: CallerOf) => phoneOf(product, person, (paths) => calls.push(paths));

  beforeAll(async () => {
    product = await startTestProduct();
  }, 60_000);
  beforeEach(() => {
    calls.length = 0;
  });
  afterAll(() => product?.stop());

  const stored = <T>(collection: 'talks' | 'interactionRecords') =>
    product.cloud.database.peek(collection, 10_000) as unknown as T[];

  test('a mentor records a talk: a topic, one text, 保存', async () => {
    const studentId = STUDENTS.menteeIn73._id;
    const miniProgram = bootAs(CAST.mentor);
    const page = miniProgram.open(`pages/talk/student/index?studentId=${studentId}`);
    await miniProgram.settled();
    page.tap('记一次面谈');
    await miniProgram.settled();
    page.tap('学习');
    page.type('谈到的一件事、一个想法、一个进步。', '自己订了错题本。');
    await miniProgram.settled();
    page.tap('保存');
    await miniProgram.settled();
    const shown = page.text();
    miniProgram.close();
    const talk = stored<Talk>('talks').find(({ said }) => said === '自己订了错题本。');
    expect(talk).toMatchObject({ studentId, topics: ['study'], hasSealed: false });
    expect(shown).toContain('自己订了错题本。');
    expect(calls.flat()).toContain('talk.record');
  }, 60_000);

  test('a guardian fills in a form from the message: two answers, 提交', async () => {
    const campaign = campaignIdOf(SCHOOL_ID, 'guardians');
    const student = STUDENTS.otherChild._id;
    const miniProgram = bootAs(CAST.guardian);
    const page = miniProgram.open(
      `pages/interaction-form/answer/index?campaign=${campaign}&student=${student}`,
    );
    await miniProgram.settled();
    expect(calls).toHaveLength(1);
    page.tap('比较好');
    page.tap('需要提醒');
    await miniProgram.settled();
    page.tap('提交');
    await miniProgram.settled();
    const shown = miniProgram.top()?.text() ?? '';
    miniProgram.close();
    expect(shown).toContain('谢谢，已经交到学校');
    const record = stored<InteractionRecord>('interactionRecords').find(
      ({ _id }) => _id === recordIdOf(campaign, student),
    );
    expect(record?.answers).toMatchObject({ mood: ['o3'], homework: ['o2'] });
    expect(calls).toHaveLength(2);
  }, 60_000);
});
