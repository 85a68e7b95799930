import type { Student } from '../../domain/school/roster.schema';
import { type RosterFile, workbookOf } from '../fixtures/rosters/book';
import { CAST, CLASSES } from '../school/cast';
import { chooseFile } from './harness/files';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

const ROSTER = 'pages/roster/index/index';

describe('花名册, from a file to the school and back', () => {
  const { begin, stored } = setStage();

  const students = () => stored<Student>('students');
  const choose = (journey: Journey, file: RosterFile) =>
    chooseFile(journey, '选择花名册文件', file);

  test('the office imports a list with problems, mends a column, applies it and takes it back', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, ROSTER);
    await journey.see('七年级花名册.xlsx').waitFor();
    await journey.screenshot('roster');
    await choose(
      journey,
      await workbookOf('转入学生.xlsx', {
        name: '名单',
        rows: [
          ['2026 年秋季转入学生'],
          ['编码', '姓名', '性别', '班级', '家长及电话', '原学校'],
          ['25001', '方知远', '男', '七(3)', '父亲 方大川 13800000077', '听雨小学'],
          ['25002', '叶听雨', '女', '七(3)', '母亲 顾盼 1390000', '听雨小学'],
          ['25003', '江照', '男', '七(9)', '', ''],
        ],
      }),
    );
    await journey.see('编码 → 保留为自定义栏').waitFor();
    await journey.screenshot('roster-columns');
    await journey.tap('编码 → 保留为自定义栏');
    await journey.tap(journey.page.getByRole('button', { name: '学号', exact: true }).first());
    await journey.see('编码 → 学号').waitFor();
    await journey.tap(journey.page.getByRole('button', { name: '核对', exact: true }));

    await journey.see('新增 2 人').waitFor();
    await journey.see('没有“七(9)”这个班').waitFor();
    await journey.see('位数不对').waitFor();
    await journey.screenshot('roster-problems');
    await journey.tap('导入 2 人');
    await journey.see('已导入').waitFor();
    await journey.see('新增 2 人').waitFor();
    await journey.screenshot('roster-done');
    const brought = students().filter(({ name }) => ['方知远', '叶听雨'].includes(name));
    expect(brought).toMatchObject([
      { classId: CLASSES.seven3, studentNumber: '25001' },
      { classId: CLASSES.seven3, studentNumber: '25002' },
    ]);
    // 选择文件, the column and what it is, 核对, 导入.
    console.log(`a roster: ${journey.taps} taps, ${journey.calls.length} calls of the api`);
    expect(journey.taps).toBeLessThanOrEqual(6);

    await journey.tap('撤销这次导入');
    await journey.screenshot('roster-undo');
    await journey.tap(journey.page.getByRole('button', { name: '撤销', exact: true }).last());
    await journey.see('恢复了 2 人').waitFor();
    expect(students().filter(({ name }) => ['方知远', '叶听雨'].includes(name))).toEqual([]);
    await journey.end();
  }, 120_000);

  test('a file that is a trap is refused in words, and nothing has begun', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, ROSTER);
    await journey.see('选择花名册文件').waitFor();
    await choose(journey, { name: '名单.xlsx', content: Buffer.from('<html></html>') });
    await journey.see('文件的名字和内容不一致').waitFor();
    await journey.screenshot('roster-refused');
    await journey.end();
  }, 60_000);

  test('the list goes out masked; whole phones ask why', async () => {
    const journey = await begin({ isDark: true, textScale: 1.4 });
    await journey.openAs(CAST.homeroomTeacher, 'pages/roster/export/index');
    const download = journey.page.waitForEvent('download');
    await journey.tap('导出（隐去电话）');
    expect((await download).suggestedFilename()).toContain('花名册');
    await journey.tap('导出完整电话');
    await journey.see('为什么要完整的电话').waitFor();
    await journey.screenshot('roster-export-reason');
    const whole = journey.page.waitForEvent('download');
    await journey.tap('开家长会');
    await whole;
    await journey.end();
  }, 60_000);

  test('who keeps no lists learns nothing of them', async () => {
    const journey = await begin();
    await journey.openAs(CAST.guardian, ROSTER);
    await journey.see(/没有找到|还没有加入/).waitFor();
    expect(await journey.page.getByText('七年级花名册.xlsx').count()).toBe(0);
    await journey.end();
  }, 60_000);
});
