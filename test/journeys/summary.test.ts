import { type Summary, summaryIdOf } from '../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(120_000);

/** As many classes and students as a demo has, so that the pictures show a school. */
const SIZE = { classes: 8, studentsPerClass: 12 };

describe('summaries for a chat, and the leader’s page', () => {
  const stage = setStage(SIZE);
  const { begin, stored } = stage;
  const summaryOf = (id: string) => stored<Summary>('summaries').find(({ _id }) => _id === id);
  const button = (journey: Journey, name: string | RegExp) =>
    journey.page.getByRole('button', { name }).filter({ visible: true }).first();
  const ofClass = summaryIdOf(`${CAST_TERM}-w09`, CLASSES.seven3, 1);
  const bulletin = summaryIdOf(`${CAST_TERM}-m10`, SCHOOL_ID, 1);
  let address = '';

  test('the principal sees in one call how every class stands, as a map and as a table', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/leader/index/index');
    await journey.see('还没见到的学生').waitFor();
    await journey.see('面谈的学生').waitFor();
    expect(journey.calls[0]?.paths).toContain('leader.list');
    await journey.screenshot('leader');
    await journey.tap(button(journey, /^七年级\(3\)班，班级学情会商例会，/));
    await journey.see('班主任').waitFor();
    await journey.screenshot('leader-cell');
    await journey.tap(button(journey, '关闭'));
    await journey.tap(button(journey, '用表格看'));
    await journey.see(/^班级学情会商例会 · 第9周/).waitFor();
    await journey.screenshot('leader-table');
    await journey.end();
  });

  test.each([
    ['dark', { isDark: true }],
    ['large', { textScale: 1.4 }],
  ] as const)('it reads in %s too', async (name, options) => {
    const journey = await begin(options);
    await journey.openAs(CAST.divisionHead, 'pages/leader/index/index');
    await journey.see('面谈的学生').waitFor();
    await journey.screenshot(`leader-${name}`);
    await journey.openAs(CAST.homeroomTeacher, `pages/summary/view/index?summaryId=${ofClass}`);
    await journey.see('应做的会商工作').waitFor();
    await journey.screenshot(`summary-${name}`);
    await journey.end();
  });

  test('the homeroom teacher sends the week of the class to a chat, without a name', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/summary/index/index');
    await journey.tap('七年级(3)班第9周小结');
    await journey.see('还没见到').waitFor();
    await journey.screenshot('summary');
    await journey.tap('发到群里');
    await journey.see(/^七年级\(3\)班第9周小结：与/).waitFor();
    await journey.settled();
    await journey.screenshot('summary-share');
    const text = await journey.see(/^七年级\(3\)班第9周小结：与/).textContent();
    for (const { name } of summaryOf(ofClass)?.unseen ?? []) expect(text).not.toContain(name);
    await button(journey, '发给群或同事').waitFor();
    const cards = stage.product.cloud.database.peek('summaryCards', 10) as unknown as {
      _id: string;
    }[];
    expect(cards).toHaveLength(1);
    address = `pages/summary/card/index?summaryId=${ofClass}&token=${cards[0]?._id}`;
    console.log(`a card: ${journey.taps} taps, ${journey.calls.length} calls`);
    await journey.end();
  });

  test('the same card shows principal, homeroom teacher, guardian and stranger what each may see', async () => {
    const journey = await begin();
    for (const who of [CAST.principal, CAST.homeroomTeacher]) {
      await journey.openAs(who, address);
      await journey.see('应做的会商工作').waitFor();
      await journey.see('还没见到').waitFor();
    }
    await journey.openAs(CAST.guardian, address);
    await journey.see(STUDENTS.otherChild.name).waitFor();
    await journey.screenshot('summary-card-guardian');
    expect(await journey.see('应做的会商工作').count()).toBe(0);
    await journey.openAs(CAST.stranger, address);
    await journey.see('您还没有加入学校').waitFor();
    await journey.openAs(CAST.homeroomTeacher82, address);
    await journey.see('没能打开').waitFor();
    const refused = await journey.see(/没有找到这条内容/).textContent();
    await journey.openAs(CAST.principal, address.replace(/token=.*/, 'token=AAAAAAAAAAAAAAAAAAAA'));
    await journey.see('没能打开').waitFor();
    expect(await journey.see(/没有找到这条内容/).textContent()).toBe(refused);
    await journey.end();
  });

  test('the office writes the month’s bulletin, signs it, and corrects what was wrong', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/summary/index/index');
    await journey.tap('现在汇总');
    await journey.tap('10月 · 通报');
    await journey.see('全校10月通报').waitFor();
    await journey.tap('写几句');
    await journey.field('做得扎实的').fill('各班的例会都按时开。');
    await journey.screenshot('summary-write');
    await journey.tap('保存');
    await journey.see('各班的例会都按时开。').waitFor();
    await journey.tap(journey.page.getByRole('button', { name: '签发', exact: true }));
    const sheet = journey.page.locator('.sheet').filter({ visible: true });
    await journey.tap(sheet.locator('.button-main'));
    await journey.see(/签发于/).waitFor();
    await journey.screenshot('bulletin');
    expect(summaryOf(bulletin)).toMatchObject({ signedByName: CAST.studentAffairsOffice.name });

    await journey.tap('更正');
    await journey.field('为什么更正').fill('漏写了一句。');
    await journey.field('还要抓紧的').fill('还有两个班没有排查。');
    await journey.tap('更正并签发');
    await journey.see('这一份已经更正，现在以新的一份为准。').waitFor();
    await journey.tap('看新的一份');
    await journey.see('第 2 版的更正').waitFor();
    await journey.screenshot('bulletin-corrected');
    expect(summaryOf(bulletin)).toMatchObject({ replacedBy: 2, words: { care: '' } });
    console.log(`a bulletin: ${journey.taps} taps, ${journey.calls.length} calls`);
    await journey.end();
  });
});
