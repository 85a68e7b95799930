import type { Audit } from '../../cloudfunctions/kernel/audit';
import type { Backup } from '../../domain/backup/backup.schema';
import type { School } from '../../domain/school/school.schema';
import { CAST, SCHOOL_ID } from '../school/cast';
import { setStage } from './harness/stage';

describe('what a school sets, and what it keeps', () => {
  const { begin, stored } = setStage();

  test('a principal finds every setting in one place, with what holds now', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/me/index');
    await journey.tap(journey.see('校历、制度、类别、留痕和保存'));
    await journey.see('保存期限').waitFor();
    await journey.see('还没有备份过').waitFor();
    await journey.screenshot('settings');
    await journey.end();
  }, 60_000);

  test('a homeroom teacher sees only what everybody works by', async () => {
    const journey = await begin();
    await journey.openAs(CAST.homeroomTeacher, 'pages/settings/index/index');
    await journey.see('会商制度').waitFor();
    expect(await journey.see('留痕').count()).toBe(0);
    await journey.end();
  }, 60_000);

  test('政教处 looks who opened what, and the look is recorded', async () => {
    const journey = await begin();
    await journey.openAs(CAST.studentAffairsOffice, 'pages/settings/audits/index');
    await journey.see('看留痕本身也会留痕。').waitFor();
    await journey.tap(journey.page.getByRole('radio', { name: '记录和修改' }));
    await journey
      .see(/^王晓岚 /)
      .first()
      .waitFor();
    await journey.screenshot('audits');
    await journey.tap(journey.see(/^王晓岚 /).first());
    await journey.see('凭什么可以').waitFor();
    await journey.screenshot('audit-trace');
    await journey.tap('只看 王晓岚 的留痕');
    await journey.see('只看 王晓岚 ✕').waitFor();
    const looks = stored<Audit>('audits').filter(({ action }) => action === 'audit.read');
    expect(looks.map(({ by }) => by)).toContain(CAST.studentAffairsOffice.openid);
    await journey.end();
  }, 60_000);

  test('a principal sees what would go before it is switched on', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/settings/retention/index');
    await journey.see('没有打开，什么都不会清理').waitFor();
    await journey.see('不管是否打开，每天夜里都清理').waitFor();
    await journey.screenshot('retention');
    await journey.tap(journey.page.getByRole('switch', { name: '按期限自动清理' }));
    await journey.see('打开以后会清理什么').waitFor();
    await journey.screenshot('retention-dry-run');
    await journey.tap(journey.page.locator('.sheet').getByText('打开', { exact: true }));
    await journey.see('每天夜里清理到期的').waitFor();
    const school = stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
    expect(school?.retention?.isOn).toBe(true);
    await journey.end();
  }, 60_000);

  test('a principal takes the whole school along, sealed with a password', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/settings/backup/index');
    await journey.field('备份的原因').fill('学期末存档');
    await journey.field('密码').fill('梧桐树下第三张长椅上的书');
    await journey.field('再写一次密码').fill('梧桐树下第三张长椅');
    await journey.tap('开始备份');
    await journey.see('两次写的密码不一样。').waitFor();
    await journey.field('再写一次密码').fill('梧桐树下第三张长椅上的书');
    await journey.tap('开始备份');
    await journey.see('备份好了').waitFor();
    // Fetched by one tap, taken by the next: WeChat sends a file only right after a tap.
    await journey.tap('取文件');
    const download = journey.page.waitForEvent('download');
    await journey.tap(journey.page.getByRole('button', { name: /^下载 学情会商备份/ }));
    expect((await download).suggestedFilename()).toMatch(/^学情会商备份-.*\.zip$/);
    await journey.screenshot('backup');
    expect(stored<Backup>('backups')).toMatchObject([{ state: 'done', reason: '学期末存档' }]);
    await journey.end();
  }, 90_000);
});
