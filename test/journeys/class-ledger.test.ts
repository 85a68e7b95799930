import type { LedgerEntry } from '../../domain/class-ledger/class-ledger.schema';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

const LEDGER = `pages/class-ledger/index/index?classId=${CLASSES.seven3}`;
const ENTRY = `pages/class-ledger/entry/index?classId=${CLASSES.seven3}&studentId=${STUDENTS.otherChild._id}`;
const FILE = `pages/student/file/index?studentId=${STUDENTS.firstChild._id}`;

describe('班级学情台账, from tap to record', () => {
  const stage = setStage();
  const { begin, stored } = stage;
  const part = (journey: Journey, label: string) => journey.field(label);
  const lineOf = (studentId: string) =>
    stored<LedgerEntry>('ledgerEntries').find(
      (entry) => entry.studentId === studentId && entry.termId === '2026-1',
    );

  test('S4-206 the homeroom teacher writes a waiting student’s line in a few taps', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/today/index');
    const waiting = await journey.page
      .getByRole('button', { name: /继续写|开始写/ })
      .first()
      .isVisible();
    expect(waiting).toBe(true);
    await journey.tap(journey.page.getByRole('button', { name: /继续写|开始写/ }).first());
    await part(journey, '优点').waitFor();
    await part(journey, '优点').fill('值日时会把别人的椅子也摆好');
    await journey.see('已存草稿').waitFor();
    await journey.screenshot('ledger-entry');
    await journey.tap(journey.page.getByRole('button', { name: '保存', exact: true }).last());
    await journey.see(/已保存/).waitFor();

    const written = stored<LedgerEntry>('ledgerEntries').filter(
      (entry) => entry.strengths === '值日时会把别人的椅子也摆好',
    );
    expect(written).toHaveLength(1);
    // 继续写, the field, 保存.
    expect(journey.taps).toBeLessThanOrEqual(3);
    await journey.end();
  }, 60_000);

  test('two people edit the same line: the second sees both versions and nothing is lost', async () => {
    const [first, second] = [await begin(), await begin()];
    await first.openAs(CAST.homeroomTeacher, ENTRY);
    await second.openAs(CAST.homeroomTeacher, ENTRY);
    await part(first, '兴趣爱好').fill('爱拆装旧钟表');
    await part(second, '兴趣爱好').fill('喜欢养蚕');
    await first.tap(first.page.getByRole('button', { name: '保存', exact: true }).last());
    await first.see(/已保存/).waitFor();
    await second.tap(second.page.getByRole('button', { name: '保存', exact: true }).last());

    await second.see('请对照后再保存').waitFor();
    await second.see('爱拆装旧钟表').waitFor();
    expect(lineOf(STUDENTS.otherChild._id)?.interests).toBe('爱拆装旧钟表');
    await second.screenshot('ledger-two-versions');
    await second.tap(second.page.getByRole('radio', { name: /我写的/ }).last());
    await second.tap('就这样保存');
    await second.see(/已保存/).waitFor();
    expect(lineOf(STUDENTS.otherChild._id)?.interests).toBe('喜欢养蚕');
    const earlier = JSON.stringify(stage.product.cloud.database.peek('revisions', 1000));
    expect(earlier).toContain('爱拆装旧钟表');
    await first.end();
    await second.end();
  }, 90_000);

  test('S4-235 the principal reads the ledger: counted head, rows, lines, and no button to write', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, LEDGER);
    await journey.see('全班总体情况分析').waitFor();
    expect(journey.calls).toHaveLength(1);
    expect(await journey.page.getByRole('button', { name: /编辑|填写|保存/ }).count()).toBe(0);
    await journey.screenshot('ledger-principal');
    await journey.end();
  }, 60_000);

  test.each([
    ['light', {}],
    ['dark-large', { isDark: true, textScale: 1.4 }],
  ])(
    'the ledger stays legible (%s)',
    async (name, options) => {
      const journey = await begin(options);
      await journey.openAs(CAST.homeroomTeacher, LEDGER);
      await journey.see('全班总体情况分析').waitFor();
      await journey.screenshot(`ledger-${name}`);
      await journey.openAs(CAST.homeroomTeacher, ENTRY);
      await part(journey, '优点').waitFor();
      await journey.screenshot(`ledger-entry-${name}`);
      await journey.end();
    },
    60_000,
  );

  test('a sealed family note opens with a reason, and the opening is on record', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, FILE);
    await journey.see('有 1 条保密记录').waitFor();
    await journey.screenshot('student-file');
    await journey.tap(journey.page.getByRole('button', { name: '打开', exact: true }).first());
    await journey.see('准备家访').waitFor();
    await journey.screenshot('sealed-reason');
    await journey.tap('准备家访');
    await journey.see('为什么要打开').waitFor({ state: 'hidden' });
    await journey.screenshot('sealed-opened');
    const audits = stage.product.cloud.database.peek('audits', 100_000) as {
      action?: unknown;
      reason?: unknown;
    }[];
    expect(
      audits.filter(({ action, reason }) => action === 'sealedNote.read' && reason === '准备家访'),
    ).toHaveLength(1);
    await journey.end();
  }, 60_000);

  test.each([
    ['another class’s teacher', CAST.homeroomTeacher71],
    ['a guardian', CAST.guardian],
    ['a stranger', CAST.stranger],
  ])(
    'S4-194 %s is refused, and learns nothing',
    async (_who, person) => {
      const journey = await begin();
      await journey.openAs(person, LEDGER);
      await journey.see(/没有找到|还没有加入/).waitFor();
      expect(await journey.page.getByText('全班总体情况分析').count()).toBe(0);
      if (person === CAST.guardian) await journey.screenshot('ledger-refused');
      await journey.end();
    },
    60_000,
  );
});
