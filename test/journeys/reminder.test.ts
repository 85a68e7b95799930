import type { Consultation } from '../../domain/consultation/consultation.schema';
import { CAST, CLASSES } from '../school/cast';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(120_000);

const teacher = CAST.homeroomTeacher;
const colleague = CAST.subjectTeacher;
const HOUR = 3_600_000;

describe('a meeting of tomorrow is said to everybody', () => {
  const stage = setStage();
  const { begin } = stage;
  const choice = (journey: Journey, name: string) =>
    journey.page.getByRole('radio', { name }).filter({ visible: true }).first();
  const sentTo = (openid: string) =>
    stage.product.cloud.openapi.messages.notifications(openid).map(({ title }) => title);
  let meetingId = '';

  test('whoever plans it is asked once, by the tap that sends the plan off', async () => {
    const journey = await begin({ isAskedToSubscribe: true });
    await journey.openAs(teacher, 'pages/meetings/index');
    await journey.tap('计划会商');
    await journey.see('什么会').waitFor();
    await journey.tap(choice(journey, '班级学情会商例会'));
    await journey.see('谁记录').waitFor();
    await journey.tap(choice(journey, '明天'));
    await journey.tap(choice(journey, colleague.name));
    const before = journey.calls.length;
    await journey.tap('保存计划');
    await journey.see('想给您发送微信提醒').waitFor();
    await journey.screenshot('reminder-consent');
    expect(journey.calls).toHaveLength(before);

    await journey.tap('允许');
    await journey.see(/^已计划/).waitFor();
    // What was accepted travels with the plan: one call of the cloud.
    const [sent] = journey.calls.slice(before);
    expect(sent?.paths).toEqual(['subscribeCredit.record', 'consultation.plan']);
    const meetings = stage.product.cloud.database.peek('consultations', 1_000);
    const planned = (meetings as unknown as Consultation[]).find(
      ({ state, on, placeId }) =>
        state === 'planned' && on === '2026-10-30' && placeId === CLASSES.seven3,
    );
    meetingId = planned?._id ?? '';
    await journey.end();
  });

  test('an hour later the message is among the service notifications of who agreed', async () => {
    await stage.product.clock.advance(HOUR);
    expect(sentTo(teacher.openid)).toEqual(['会议提醒']);
    expect(sentTo(colleague.openid)).toEqual([]);
    const journey = await begin();
    await journey.page.goto(stage.product.url);
    const chat = journey.page.locator('details', { hasText: '会议提醒' }).first();
    await chat.locator('summary').click();
    await chat.scrollIntoViewIfNeeded();
    await journey.see('会议名称').waitFor();
    await journey.screenshot('reminder-notification');
    await journey.end();
  });

  test('who did not agree finds it in the inbox, counted on 我的', async () => {
    const journey = await begin();
    await journey.openAs(colleague, 'pages/me/index');
    await journey.see(/条新的/).waitFor();
    expect(journey.calls).toHaveLength(1);
    await journey.screenshot('me-reminders');
    await journey.tap('收到的提醒');
    await journey.see(/明天.*学情会商例会/).waitFor();
    await journey.screenshot('reminder-inbox');
    await journey.tap(journey.see(/明天.*学情会商例会/));
    await journey.see('开始会商').waitFor();
    await journey.openAs(colleague, 'pages/me/index');
    await journey.see('会议、要填的表、快到期的事').waitFor();
    await journey.end();
  });

  test('and the convener sees whom it did not reach, and can tell the group', async () => {
    const journey = await begin();
    const address = `meetingId=${meetingId}&placeId=${CLASSES.seven3}&scope=class`;
    await journey.openAs(teacher, `pages/consultation/meeting/index?${address}`);
    await journey.see('没有收到微信提醒').waitFor();
    await journey.see(colleague.name).waitFor();
    const tell = journey.page.getByRole('button', { name: '发到群里', exact: true });
    await tell.scrollIntoViewIfNeeded();
    await journey.screenshot('reminder-unreached');
    await journey.tap(tell);
    await journey.see(/已复制/).waitFor();
    await journey.end();
  });

  test('the principal sets when nobody is disturbed', async () => {
    const journey = await begin();
    await journey.openAs(CAST.principal, 'pages/settings/reminders/index');
    await journey.see('不打扰的时段').waitFor();
    await journey.screenshot('reminder-setting');
    await journey.tap(choice(journey, '22:00'));
    await journey.tap('保存');
    await journey.see('已保存').waitFor();
    await journey.end();
  });
});
