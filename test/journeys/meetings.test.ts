import type { Browser } from 'playwright-core';
import { launchChromium } from '../../config/chromium';
import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { ConsultationItem } from '../../domain/consultation/consultation-item.schema';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import { meetingIdOf } from '../school/consultations';
import { Journey, type JourneyOptions } from './harness/journey';
import { startTestProduct, type TestProduct } from './harness/product';

jest.setTimeout(120_000);

let browser: Browser;
let product: TestProduct;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchChromium(), startTestProduct()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const begin = (options?: JourneyOptions) => Journey.begin(browser, product, options);
const stored = <T>(name: 'consultations' | 'consultationItems') =>
  product.cloud.database.peek(name, 1_000) as unknown as T[];
const button = (journey: Journey, name: string | RegExp) =>
  journey.page.getByRole('button', { name }).filter({ visible: true }).first();
const choice = (journey: Journey, name: string) =>
  journey.page.getByRole('radio', { name }).filter({ visible: true }).first();
const sheetOf = (journey: Journey) => journey.page.locator('.sheet').filter({ visible: true });

const teacher = CAST.homeroomTeacher;
const placeId = CLASSES.seven3;
const said = (journey: Journey, what: string) =>
  console.log(`${what}: ${journey.taps} taps, ${journey.calls.length} calls`);

/** Plans a meeting of a kind for today and answers with its id. */
async function plan(journey: Journey, kind: string, where?: string): Promise<string> {
  await journey.tap('计划会商');
  await journey.see('什么会').waitFor();
  await journey.tap(choice(journey, kind));
  if (where !== undefined) await journey.tap(choice(journey, where));
  await journey.see('谁记录').waitFor();
  await journey.tap(choice(journey, '今天'));
  await journey.tap('保存计划');
  await journey.see(/^已计划/).waitFor();
  await journey.settled();
  const found = stored<Consultation>('consultations').filter(
    ({ state, label, lastWriteId }) => state === 'planned' && label === kind && lastWriteId !== '',
  );
  found.sort((a, b) => Number(b.createdAt) - Number(a.createdAt));
  return found[0]?._id ?? '';
}

describe('a detailed conference of a class (S0-7)', () => {
  let id = '';

  test('lacks its preparation, each rule with its clause, and is approved', async () => {
    const journey = await begin();
    await journey.openAs(teacher, 'pages/meetings/index');
    await journey.see('接下来').waitFor();
    id = await plan(journey, '详备');
    expect(id).not.toBe('');
    const address = `pages/consultation/meeting/index?meetingId=${id}&placeId=${placeId}&scope=class`;
    await journey.openAs(CAST.studentAffairsOffice, address);
    await journey.see(/S0-21/).waitFor();
    await journey.see('会上说说这些学生').waitFor();
    await journey.see('会前准备').waitFor();
    await journey.screenshot('conference-planned');
    await journey.tap(button(journey, '批准'));
    await journey.see(/已批准/).waitFor();
    await journey.end();
  });

  test('fails with too few students (S0-9), and is met when enough have come', async () => {
    const journey = await begin();
    await journey.openAs(
      teacher,
      `pages/consultation/meeting/index?meetingId=${id}&placeId=${placeId}&scope=class`,
    );
    await journey.tap('开始会商');
    await journey.tap('都到了');
    await journey.tap(button(journey, '学生代表点名'));
    const few = sheetOf(journey);
    await journey.tap(few.getByText(STUDENTS.firstChild.name));
    await journey.tap(few.getByText(STUDENTS.otherChild.name));
    await journey.tap(few.locator('.button-main'));
    await journey.see(/还差 3 人/).waitFor();
    await journey.screenshot('conference-too-few');
    await journey.tap(/^下一步：/);
    await journey.tap(choice(journey, '回顾'));
    await journey.see(/应不低于 60%/).waitFor();
    await journey.screenshot('conference-breach');

    await journey.tap(choice(journey, '签到'));
    await journey.tap(button(journey, '学生代表点名'));
    const more = sheetOf(journey);
    const chips = more.getByRole('checkbox', { checked: false });
    for (let n = 0; n < 3; n += 1) await journey.tap(chips.first());
    await journey.tap(more.locator('.button-main'));
    await journey.see(/学生代表 5\/8/).waitFor();
    await journey.tap(choice(journey, '回顾'));
    await journey.see('谁 · 做什么 · 谁负责 · 哪天看').waitFor();
    await journey.settled();
    expect(await journey.see(/应不低于 60%/).count()).toBe(0);
    said(journey, 'a conference until its rule is met');
    await journey.end();
  });

  test('notes the groups, keeps a dissent sealed, and ends with what was not kept explained', async () => {
    const journey = await begin();
    const address = `meetingId=${id}&placeId=${placeId}&scope=class&classId=${placeId}`;
    await journey.openAs(teacher, `pages/consultation/run/index?${address}`);
    await journey.tap(choice(journey, '意见和决议'));
    await journey.tap('记家长组');
    await journey.field('好的做法').fill('晚饭后一起读书。');
    await journey.tap(sheetOf(journey).locator('.button-main'));
    await journey.see(/晚饭后一起读书/).waitFor();
    await journey.tap('记达成性意见');
    await journey.field('达成性意见').fill('作业量每天看一次。');
    await journey.tap(sheetOf(journey).locator('.button-main'));
    await journey.see('作业量每天看一次。').waitFor();
    await journey.tap('我有不同意见（保密）');
    await journey.field('不同意见').fill('每天看一次太频繁。');
    await journey.screenshot('conference-dissent');
    await journey.tap('保密存好');
    await journey.see('已保密存好').waitFor();
    await journey.screenshot('conference-words');
    // Who has written one goes on from it: each person's word stands once.
    await journey.tap('我有不同意见（保密）');
    await journey.tap(button(journey, '打开接着写'));
    await journey.field('不同意见').fill('每天看一次太频繁，每周一次就够。');
    await journey.tap('保密存好');
    await journey.see('已保密存好').waitFor();
    await sheetOf(journey).waitFor({ state: 'hidden' });
    await journey.tap(choice(journey, '回顾'));
    await journey.field('会议纪要').fill('商定了作业量。');
    await journey.field('没有做到的，原因是').fill('临时召集，材料下周补齐。');
    await journey.tap(button(journey, '结束会商'));
    await journey.see('会商已结束，等待签字').waitFor();
    await journey.end();
    const words = JSON.stringify(stored<ConsultationItem>('consultationItems'));
    expect(words).not.toContain('太频繁');
  });

  test('stands in the archive of its term, with its minutes; the dissent is opened with a reason', async () => {
    const journey = await begin();
    await journey.openAs(teacher, 'pages/consultation/archive/index');
    await journey.tap(choice(journey, '详备'));
    await journey.see('七年级(3)班 · 详备').waitFor();
    await journey.screenshot('meeting-archive');
    await journey.tap('七年级(3)班 · 详备');
    await journey.see('商定了作业量。').waitFor();
    await journey.tap(button(journey, '打开不同意见'));
    await journey.tap('准备下次会商');
    await journey.see('每天看一次太频繁，每周一次就够。').waitFor();
    await journey.screenshot('meeting-minutes');
    await journey.end();
  });
});

describe('a monthly principal’s meeting fed by three levels (S4-212)', () => {
  const write = async (who: { openid: string }, text: string, name: string, place?: string) => {
    const journey = await begin();
    await journey.openAs(who, 'pages/consultation/report/index');
    await journey.see('这个月的情况').waitFor();
    if (place !== undefined) await journey.tap(choice(journey, place));
    await journey.settled();
    await journey.screenshot(name);
    if (await journey.see('从这些写起').count()) await journey.tap('从这些写起');
    const field = journey.field('这个月的情况');
    const begun = await field.inputValue();
    await field.fill(`${begun}${text}`);
    await journey.tap('提交报告');
    await journey.see('报告已提交').waitFor();
    said(journey, name);
    await journey.end();
    return begun;
  };

  test('the division begins with its classes, the school with its divisions', async () => {
    await write(teacher, '午休安静了，作业量还要看。', 'report-class');
    const ofClasses = await write(
      CAST.divisionHead,
      '各班都在看作业量。',
      'report-division',
      '七年级',
    );
    expect(ofClasses).toContain('午休安静了');
    const ofDivisions = await write(CAST.principal, '下月看睡眠。', 'report-school', '全校');
    expect(ofDivisions).toContain('各班都在看作业量');
  });

  test('the meeting names whose report is missing, and what is late below', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/meetings/index');
    await journey.see('接下来').waitFor();
    const id = await plan(journey, '校长办公会（学生工作）');
    await journey.openAs(
      CAST.principal,
      `pages/consultation/meeting/index?meetingId=${id}&placeId=${SCHOOL_ID}&scope=school`,
    );
    await journey.see('下面还没有做完的').waitFor();
    await journey.see(/还缺 \d+ 份报告/).waitFor();
    expect(await journey.see(/还缺 \d+ 份报告/).textContent()).not.toContain('七年级(3)班');
    await journey.screenshot('principal-meeting');
    expect(journey.calls.at(-1)?.paths).toEqual(
      expect.arrayContaining(['consultation.byId', 'consultationAgenda.list']),
    );
    await journey.openAs(
      CAST.principal,
      `pages/consultation/run/index?meetingId=${id}&placeId=${SCHOOL_ID}&scope=school`,
    );
    await journey.see('谁到了').waitFor();
    await journey.tap(sheetlessChip(journey, CAST.principal.name));
    await journey.tap(choice(journey, '学生'));
    await journey.tap(button(journey, '选一名学生'));
    await journey.see('哪个班的学生').waitFor();
    await journey.tap(sheetOf(journey).getByText('八年级(2)班'));
    await journey.see('说哪一名学生').waitFor();
    await journey.screenshot('meeting-pick-student');
    await journey.tap(sheetOf(journey).getByText(STUDENTS.secondChild.name));
    await journey.field('现状').fill('愿意帮同学讲题。');
    await journey.tap(sheetOf(journey).locator('.button-main'));
    await journey.see(`${STUDENTS.secondChild.name}：愿意帮同学讲题。`).waitFor();
    await journey.end();
  });
});

describe('a phone that loses the network in the middle of a meeting', () => {
  test('goes on, and everything is there when it finds it again; a second recorder loses nothing', async () => {
    const id = meetingIdOf(placeId, 'next');
    const address = `pages/consultation/run/index?meetingId=${id}&placeId=${placeId}&scope=class&classId=${placeId}`;
    const phone = await begin({ losesNetwork: true });
    await phone.openAs(teacher, address);
    await phone.see('谁到了').waitFor();
    await phone.setOffline(true);
    await phone.tap(sheetlessChip(phone, teacher.name));
    await phone.see(/已放进|待发送 1 条/).waitFor();
    await phone.tap(choice(phone, '上次的决议'));
    await phone.tap(button(phone, /^做到了/));
    await phone.tap(choice(phone, '意见和决议'));
    await phone.tap('记一句话');
    await phone.field('记录').fill('离线时记下的一句。');
    await phone.tap(sheetOf(phone).locator('.button-main'));
    await phone.see('离线时记下的一句。').waitFor();
    await phone.screenshot('meeting-offline');

    const desk = await begin();
    await desk.openAs(CAST.subjectTeacher, address);
    await desk.see('谁到了').waitFor();
    await desk.tap(sheetlessChip(desk, CAST.subjectTeacher.name));
    await desk.tap(choice(desk, '意见和决议'));
    await desk.tap('记一句话');
    await desk.field('记录').fill('另一位老师记的一句。');
    await desk.tap(sheetOf(desk).locator('.button-main'));
    await desk.see('另一位老师记的一句。').waitFor();
    await desk.end();

    await phone.setOffline(false);
    await phone.page.getByText(/待发送 \d+ 条/).waitFor({ state: 'hidden' });
    await phone.settled();
    await phone.see('另一位老师记的一句。').waitFor();
    const meeting = stored<Consultation>('consultations').find(({ _id }) => _id === id);
    expect(meeting?.presentIds).toEqual(
      expect.arrayContaining([teacher.openid, CAST.subjectTeacher.openid]),
    );
    const notes = stored<ConsultationItem>('consultationItems').filter(
      ({ consultationId, words }) => consultationId === id && words.kind === 'note',
    );
    expect(notes).toHaveLength(2);
    await phone.end();
  });

  test('two recorders at one line: the later sees both versions and puts them together', async () => {
    const id = meetingIdOf(placeId, 'next');
    const address = `pages/consultation/run/index?meetingId=${id}&placeId=${placeId}&scope=class&classId=${placeId}`;
    const write = async (journey: Journey, text: string) => {
      await journey.tap(choice(journey, '意见和决议'));
      await journey.tap('另一位老师记的一句。');
      await journey.field('记录').fill(text);
    };
    const save = (journey: Journey) =>
      journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }));
    const [one, other] = [await begin(), await begin()];
    await one.openAs(teacher, address);
    await write(one, '家长来了五位，都愿意配合。');
    await other.openAs(CAST.subjectTeacher, address);
    await write(other, '家长来了六位。');
    await save(other);
    await other.see('家长来了六位。').waitFor();
    await other.end();
    await save(one);
    await one.see('请对照后再保存').waitFor();
    await one.tap(one.page.getByRole('radio', { name: /^我写的/ }));
    await one.screenshot('meeting-two-recorders');
    await one.tap(one.page.getByRole('button', { name: '填回表格，再改一改' }));
    await one.field('记录').fill('家长来了六位，都愿意配合。');
    await save(one);
    await one.see('家长来了六位，都愿意配合。').waitFor();
    await one.settled();
    const [line] = stored<ConsultationItem>('consultationItems').filter(
      ({ words }) => words.kind === 'note' && words.text.startsWith('家长来了'),
    );
    expect(line).toMatchObject({ rev: 3, words: { text: '家长来了六位，都愿意配合。' } });
    await one.end();
  });
});

const sheetlessChip = (journey: Journey, name: string) =>
  journey.page.getByRole('checkbox', { name }).filter({ visible: true }).first();

test('the weekly check of a division (S0-39): each resolution looked at, then done with one tap', async () => {
  const journey = await begin();
  await journey.openAs(CAST.leader, 'pages/today/index');
  await journey.tap(button(journey, /^记督办检查/));
  await journey.see('八年级督办检查').waitFor();
  await journey.screenshot('weekly-check');
  for (const left of [2, 1]) {
    await journey.see(`还有 ${left} 条没有看`).waitFor();
    const unseen = journey.page.locator('.row').filter({ visible: true, hasNotText: '本周已看' });
    await journey.tap(unseen.first());
    await journey.tap(button(journey, '检查：按计划'));
    await sheetOf(journey).waitFor({ state: 'hidden' });
  }
  await journey.see('本周都看过了').waitFor();
  await journey.screenshot('weekly-check-done');
  await journey.tap(button(journey, '记下：本周都看过了'));
  await journey.see('督办检查：已记下').waitFor();
  await journey.see(/^记督办检查/).waitFor({ state: 'hidden' });
  said(journey, 'a weekly check');
  await journey.end();
});

test('a topic waits for the next meeting, stands on its agenda, and is taken back', async () => {
  const journey = await begin();
  const propose = async (text: string) => {
    await journey.tap('提一个议题');
    await journey.field('议题').fill(text);
    await journey.settled();
    await journey.screenshot('propose-topic');
    await journey.tap(sheetOf(journey).getByRole('button', { name: '提出', exact: true }));
    await journey.see('已提出，会排上下一次会商的议程').waitFor();
    await sheetOf(journey).waitFor({ state: 'hidden' });
  };
  await journey.openAs(teacher, 'pages/meetings/index');
  await journey.see('留给下一次会商，还没有计划也可以').waitFor();
  await propose('午休怎么安排');
  await propose('值日换一换');
  const id = await plan(journey, '班级学情会商例会');
  const address = `meetingId=${id}&placeId=${placeId}&scope=class`;
  await journey.openAs(teacher, `pages/consultation/meeting/index?${address}`);
  await journey.see('午休怎么安排').waitFor();
  await journey.screenshot('meeting-topics');
  await journey.tap(button(journey, '撤回：值日换一换'));
  await journey.see('已撤回').waitFor();
  await journey.see('值日换一换').waitFor({ state: 'hidden' });
  said(journey, 'a topic proposed and taken back');
  await journey.end();
});

test('the office sets the calendar and sees what it amounts to before it is saved', async () => {
  const journey = await begin();
  await journey.openAs(CAST.academicAffairsOffice, 'pages/settings/calendar/index');
  await journey.see(/共 \d+ 周/).waitFor();
  expect(journey.calls).toHaveLength(1);
  await journey.see(/2027年的放假安排还没有公布/).waitFor();
  await journey.screenshot('school-calendar');
  await journey.tap('加几天');
  await journey.field('什么日子').fill('秋季运动会');
  await journey.screenshot('school-calendar-days');
  await journey.tap('就这样');
  await journey.see(/^秋季运动会 /).waitFor();
  await journey.tap('保存');
  await journey.see('校历已保存').waitFor();
  said(journey, 'a day of the school’s own');
  await journey.end();
});
