import type { LedgerEntry } from '../../domain/class-ledger/class-ledger.schema';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(90_000);

const API = '**/functions/api';
const WORDS = '在没有网络的教室里写下的一句';
const entryOf = (studentId: string) =>
  `pages/class-ledger/entry/index?classId=${CLASSES.seven3}&studentId=${studentId}`;

describe('what is written without a network', () => {
  const { begin, stored } = setStage();

  const lineOf = (studentId: string) =>
    stored<LedgerEntry>('ledgerEntries').find(
      (entry) => entry.studentId === studentId && entry.termId === '2026-1',
    );

  async function writeOffline(journey: Journey, studentId: string, words: string) {
    await journey.openAs(CAST.homeroomTeacher, entryOf(studentId));
    const field = journey.field('优点');
    await field.waitFor();
    await journey.setOffline(true);
    await field.fill(words);
    await journey.tap('保存');
    await journey.see(/已放进“待发送”/).waitFor();
    await journey.see('待发送 1 条').waitFor();
  }

  test('survives closing the app, and is stored once when the network is back', async () => {
    const journey = await begin({ losesNetwork: true });
    const { _id } = STUDENTS.otherChild;
    const before = lineOf(_id)?.rev ?? 0;
    await writeOffline(journey, _id, WORDS);
    await journey.screenshot('ledger-entry-offline');

    // The phone finds a network that leads nowhere, and the app is closed and opened again.
    await journey.page.route(API, (route) => route.abort());
    await journey.setOffline(false);
    await journey.page.reload();
    await journey.see('待发送 1 条').waitFor();
    expect(lineOf(_id)?.rev ?? 0).toBe(before);

    await journey.page.unroute(API);
    await journey.page.reload();
    await journey.page.getByText('待发送 1 条').waitFor({ state: 'hidden' });
    await journey.settled();
    expect(lineOf(_id)).toMatchObject({ strengths: WORDS, rev: before + 1 });
    await journey.openAs(CAST.homeroomTeacher, entryOf(_id));
    await journey.page.getByText(WORDS).or(journey.page.locator('textarea')).first().waitFor();
    expect(await journey.page.getByText('这是上次没有保存的草稿').count()).toBe(0);
    await journey.end();
  });

  test('or loses its answer on the way back is stored once', async () => {
    const journey = await begin({ losesNetwork: true });
    const { _id } = STUDENTS.firstChild;
    const before = lineOf(_id)?.rev ?? 0;
    await journey.openAs(CAST.homeroomTeacher, entryOf(_id));
    const field = journey.field('优点');
    await field.fill('答复丢在了路上');
    await journey.page.route(API, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await journey.tap('保存');
    await journey.see(/已放进“待发送”/).waitFor();
    expect(lineOf(_id)).toMatchObject({ strengths: '答复丢在了路上', rev: before + 1 });
    await journey.page.unroute(API);
    await journey.page.reload();
    await journey.page.getByText('待发送 1 条').waitFor({ state: 'hidden' });
    await journey.settled();
    expect(lineOf(_id)?.rev).toBe(before + 1);
    await journey.end();
  });

  test('and was changed by a colleague meanwhile opens with both versions', async () => {
    const { _id } = STUDENTS.menteeIn73;
    const phone = await begin({ losesNetwork: true });
    await writeOffline(phone, _id, '离线时写的');
    const desk = await begin();
    await desk.openAs(CAST.homeroomTeacher, entryOf(_id));
    const field = desk.field('优点');
    await field.fill('在办公室写的');
    await desk.tap('保存');
    await desk.see(/已保存/).waitFor();
    await desk.end();

    await phone.setOffline(false);
    await phone.see('有 1 条没有存上').waitFor();
    await phone.tap('查看');
    await phone.see('离线时写的').waitFor();
    await phone.screenshot('outbox-refused');
    await phone.tap('去修改');
    await phone.see('请对照后再保存').waitFor();
    await phone.see('在办公室写的').waitFor();
    await phone.screenshot('outbox-merge');
    await phone.tap('离线时写的');
    await phone.tap('就这样保存');
    await phone.see(/已保存/).waitFor();
    await phone.settled();
    expect(lineOf(_id)).toMatchObject({ strengths: '离线时写的' });
    await phone.end();
  });
});
