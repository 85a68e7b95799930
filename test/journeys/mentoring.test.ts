import type { Student } from '../../domain/school/roster.schema';
import type { Talk } from '../../domain/talk/talk.schema';
import { CAST, CAST_TODAY, CLASSES, PLACES_WITHOUT_MENTOR, studentIdOf } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(60_000);

describe('mentoring', () => {
  const stage = setStage();
  const { begin, stored } = stage;
  /** The field under a label. */
  const fieldOf = ({ page }: Journey, label: string) =>
    page.locator('.field', { hasText: label }).locator('textarea, input');
  const talksToday = () =>
    stored<Talk>('talks').filter(({ on, voidedAt }) => on === CAST_TODAY && voidedAt === null);

  test('a mentor records a talk from 今天 in 4 taps and one text, for 3 calls', async () => {
    const journey = await begin();
    await journey.openAs(CAST.mentor, 'pages/today/index');
    await journey.see('本学期尚未').waitFor();
    await journey.screenshot('today-mentor');

    const before = talksToday().length;
    await journey.tap('记一次面谈');
    await journey.see('学生说的').waitFor();
    await journey.tap('学习');
    const field = fieldOf(journey, '学生说的');
    await journey.tap(field);
    await field.fill('说这两周作业写得快了。');
    await journey.see('已存草稿').waitFor();
    await journey.screenshot('talk-record');
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('已记下').waitFor();
    await journey.settled();

    expect(journey.taps).toBeLessThanOrEqual(4);
    expect(journey.calls.length).toBeLessThanOrEqual(3);
    expect(talksToday()).toHaveLength(before + 1);
    await journey.end();
  });

  test('nothing has changed: 2 taps, and one more takes it back', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    const before = talksToday().length;
    // The second of the list has been talked with before: 上次 N 天前.
    await journey.see(/上次 \d+ 天前/).waitFor();
    const row = journey.page.locator('.row', { hasText: /上次 \d+ 天前/ }).first();
    await journey.tap(row.getByText('记一次面谈'));
    await journey.tap('与上次相比无变化');
    await journey.see('已记下').waitFor();
    expect(journey.taps).toBe(2);
    expect(talksToday()).toHaveLength(before + 1);

    await journey.tap('撤销');
    await journey.see('已撤销').waitFor();
    expect(talksToday()).toHaveLength(before);
    await journey.end();
  });

  test('a mentee’s talks are read, and a reflection is added later', async () => {
    const journey = await begin();
    await journey.openAs(CAST.mentor, 'pages/mentoring/mentees/index');
    await journey.see('受导学生 · 6 人').waitFor();
    await journey.screenshot('mentees');

    const student = stored<Student>('students').find(({ lastTalkOn, mentorId }) => {
      return mentorId === CAST.mentor.openid && lastTalkOn !== null;
    });
    await journey.openAs(CAST.mentor, `pages/talk/student/index?studentId=${student?._id}`);
    await journey.tap('补反思，或改正');
    await fieldOf(journey, '反思').fill('先听完再问。');
    await journey.tap(journey.page.getByText('保存', { exact: true }));
    await journey.see('先听完再问。').waitFor();
    await journey.screenshot('talks');
    await journey.end();
  });

  test('an edit that comes too late shows both versions; what is tender is written apart', async () => {
    const journey = await begin();
    const own = stored<Talk>('talks').find(
      ({ createdBy, reflection, isNoChange, studentId }) =>
        createdBy === CAST.mentor.openid &&
        reflection === '' &&
        !isNoChange &&
        stored<Student>('students').find(({ _id }) => _id === studentId)?.mentorId === createdBy,
    );
    if (!own) throw new Error('the mentor has no talk without a reflection');
    await journey.openAs(CAST.mentor, `pages/talk/student/index?studentId=${own.studentId}`);
    const card = journey.page.locator('.card', { hasText: own.said }).first();
    await journey.tap(card.getByText('补反思，或改正'));
    await fieldOf(journey, '反思').fill('下次先听他讲完。');

    const words = { how: own.how, topics: own.topics, said: own.said, agreed: own.agreed };
    const input = {
      ...{ talkId: own._id, rev: own.rev, writeId: 'f'.repeat(20), ...words },
      ...{ reflection: '另一台手机上写的。', nextOn: own.nextOn },
    };
    const calls = [{ path: 'talk.revise', input }];
    await stage.product.cloud.callFunction('api', { calls }, CAST.mentor.openid);

    await journey.tap(journey.page.getByText('保存', { exact: true }).last());
    await journey.see('请对照后再保存').waitFor();
    await journey.screenshot('talk-versions');
    await journey.tap(journey.page.getByRole('radio', { name: /下次先听他讲完/ }));
    await journey.tap('就这样保存');
    await journey.see('面谈：已保存').waitFor();
    expect(stored<Talk>('talks').find(({ _id }) => _id === own._id)).toMatchObject({
      ...{ reflection: '下次先听他讲完。', rev: own.rev + 2 },
    });

    await journey.tap(card.getByText('写保密部分'));
    await fieldOf(journey, '保密内容').fill('近来夜里睡不好。');
    await journey.screenshot('talk-sealed');
    await journey.tap(card.getByText('保存', { exact: true }));
    await journey.see('保密部分：已保存').waitFor();
    expect(JSON.stringify(stored<Talk>('talks'))).not.toContain('睡不好');
    await journey.end();
  });

  test('the office gives students without a mentor to one, and the mentor reads a handover', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/mentoring/assign/index');
    await journey.tap('九年级(1)班');
    await journey.see(`还没有导师 · ${PLACES_WITHOUT_MENTOR.length} 人`).waitFor();
    await journey.tap('全选');
    await journey.screenshot('assign-mentors');
    await journey.tap(/^选导师/);
    await journey.see('找一位老师').waitFor();
    await journey.screenshot('assign-mentor-sheet');
    await fieldOf(journey, '找一位老师').fill(CAST.mentor.name);
    await journey.tap(journey.page.locator('.row', { hasText: CAST.mentor.name }));
    await journey.see('每名学生都有导师').waitFor();

    const studentId = studentIdOf(CLASSES.nine1, PLACES_WITHOUT_MENTOR[0] as number);
    const student = stored<Student>('students').find(({ _id }) => _id === studentId);
    expect(student?.mentorName).toBe(CAST.mentor.name);
    await journey.openAs(CAST.mentor, `pages/mentoring/handover/index?studentId=${studentId}`);
    await journey.see('历任导师').waitFor();
    await journey.screenshot('handover-new');
    expect(journey.calls.at(-1)?.paths).toEqual(
      expect.arrayContaining(['ledgerEntry.byId', 'talk.list', 'mentorship.byId']),
    );
    const rich = studentIdOf(CLASSES.seven3, 3);
    await journey.openAs(CAST.mentor, `pages/mentoring/handover/index?studentId=${rich}`);
    await journey.see('历任导师').waitFor();
    await journey.screenshot('handover');
    await journey.end();
  });

  test('the principal sees who has not been seen, and no verb that is not theirs', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    await journey.openAs(CAST.principal, 'pages/talk/unseen/index');
    await journey.see('按多久没有谈过排列').waitFor();
    expect(await journey.page.getByText('记面谈').count()).toBe(0);
    await journey.screenshot('unseen-principal');
    await journey.tap('再看 20 人');
    await journey.page.locator('.row').nth(39).waitFor();
    await journey.end();
  });

  test('the file of a student has the verb', async () => {
    const journey = await begin();
    await journey.openAs(
      CAST.mentor,
      `pages/student/file/index?studentId=${studentIdOf(CLASSES.seven3, 3)}`,
    );
    await journey.see('记一次面谈').waitFor();
    await journey.screenshot('file-mentor');
    await journey.tap('记一次面谈');
    await journey.see('与上次相比无变化').waitFor();
    await journey.tap('更多：约好的、下次、方式、日期');
    await journey.see('哪天谈的').waitFor();
    await journey.screenshot('talk-record-more');
    await journey.end();
  });
});
