import type { Consultation } from '../../domain/consultation/consultation.schema';
import type { Resolution } from '../../domain/consultation/resolution.schema';
import { CAST, CLASSES, STUDENTS } from '../school/cast';
import { meetingIdOf } from '../school/consultations';
import type { Journey } from './harness/journey';
import { setStage } from './harness/stage';

jest.setTimeout(120_000);

describe('a weekly consultation of a class', () => {
  const { begin, stored } = setStage();
  const box = (journey: Journey, name: string | RegExp) =>
    journey.page.getByLabel(name).locator('textarea, input').filter({ visible: true }).last();
  const button = (journey: Journey, name: string | RegExp) =>
    journey.page.getByRole('button', { name }).filter({ visible: true }).first();
  const choice = (journey: Journey, name: string) =>
    journey.page.getByRole('radio', { name }).filter({ visible: true }).first();

  const teacher = CAST.homeroomTeacher;
  const placeId = CLASSES.seven3;
  let meetingId = '';

  test('is planned: which, where, when, by tap', async () => {
    const journey = await begin();
    await journey.openAs(teacher, 'pages/meetings/index');
    await journey.see('接下来').waitFor();
    expect(journey.calls).toHaveLength(1);
    await journey.screenshot('meetings');
    await journey.tap('计划会商');
    await journey.see('什么会').waitFor();
    await journey.tap(choice(journey, '班级学情会商例会'));
    await journey.see('谁记录').waitFor();
    await journey.tap(choice(journey, '今天'));
    await journey.tap(choice(journey, CAST.subjectTeacher.name));
    await journey.screenshot('meeting-plan');
    await journey.tap('保存计划');
    await journey.see(/^已计划/).waitFor();
    await journey.settled();
    console.log(`a plan: ${journey.taps} taps, ${journey.calls.length} calls`);
    meetingId =
      stored<Consultation>('consultations').find(
        ({ state, recorderId }) => state === 'planned' && recorderId === CAST.subjectTeacher.openid,
      )?._id ?? '';
    expect(meetingId).not.toBe('');
    await journey.end();
  });

  test('runs itself: who is there, what was owed, whom it is about, who does what', async () => {
    const journey = await begin();
    await journey.openAs(
      teacher,
      `pages/consultation/meeting/index?meetingId=${meetingId}&placeId=${placeId}`,
    );
    await journey.see('先看没有做完的').waitFor();
    await journey.screenshot('meeting-planned');
    await journey.tap('开始会商');
    await journey.tap('都到了');
    await journey.see('够了').waitFor();
    await journey.screenshot('meeting-attendance');

    await journey.tap(/^下一步：上次的决议/);
    await journey.tap(button(journey, /^没做完/));
    await box(journey, '为什么没有做完').fill('这周忙运动会。');
    await journey.tap('继续做');
    await journey.see(/^.*继续做，/).waitFor();
    await journey.tap(button(journey, /^做到了/));
    await journey.see(/已完成/).waitFor();
    await journey.screenshot('meeting-earlier');

    await journey.tap(/^下一步：学生/);
    await journey.tap('选一名学生');
    const sheet = journey.page.locator('.sheet').filter({ visible: true });
    await journey.tap(sheet.getByText(STUDENTS.firstChild.name));
    await box(journey, '现状').fill('数学作业拖到很晚。');
    await box(journey, '措施').fill('每天先做数学。');
    await journey.tap(sheet.getByText(teacher.name).first());
    await journey.screenshot('meeting-student');
    await journey.tap(sheet.locator('.button-main'));
    await journey.see(/每天先做数学/).waitFor();

    await journey.tap(/^下一步：意见和决议/);
    await journey.tap('记一条决议');
    await box(journey, '做什么').fill('错题本每天一道。');
    const task = journey.page.locator('.sheet').filter({ visible: true });
    await journey.tap(task.getByText(teacher.name).first());
    await journey.tap(task.locator('.chip').last());
    await journey.tap(task.locator('.button-main'));
    await journey.see('错题本每天一道。').waitFor();

    await journey.tap(/^下一步：回顾/);
    await journey.see(/还缺负责人或完成日期/).waitFor();
    await journey.screenshot('meeting-recap');
    await box(journey, '会议纪要').fill('商定了两件事。');
    await journey.tap(button(journey, '结束会商'));
    await journey.see(/没有做到/).waitFor();
    await box(journey, '没有做到的，原因是').fill('数学的日期下周定。');
    await journey.tap(button(journey, '结束会商'));
    await journey.see('会商已结束，等待签字').waitFor();
    console.log(`a meeting: ${journey.taps} taps, ${journey.calls.length} calls`);
    const closed = stored<Consultation>('consultations').find(({ _id }) => _id === meetingId);
    expect(closed).toMatchObject({ state: 'closed', minutes: '商定了两件事。' });
    const decided = stored<Resolution>('resolutions').filter(
      ({ consultationId }) => consultationId === meetingId,
    );
    expect(decided.map(({ what }) => what)).toEqual(['错题本每天一道。']);
    await journey.end();
  });

  test('is read and signed by the leader who sponsors the class', async () => {
    const journey = await begin();
    await journey.openAs(CAST.leader, 'pages/consultation/sign-offs/index');
    await journey.see('今天请细看').waitFor();
    expect(journey.calls).toHaveLength(1);
    await journey.screenshot('sign-offs');
    await journey.openAs(
      CAST.leader,
      `pages/consultation/meeting/index?meetingId=${meetingId}&placeId=${placeId}`,
    );
    await journey.see(/数学的日期下周定/).waitFor();
    await journey.tap(journey.page.getByRole('button', { name: '签字', exact: true }));
    const sheet = journey.page.locator('.sheet').filter({ visible: true });
    await journey.tap(sheet.locator('.button-main'));
    await journey.see('已签字').waitFor();
    await journey.screenshot('meeting-signed');
    await journey.end();
  });

  test('opens the next one with what it decided, and its owner reports meanwhile', async () => {
    const journey = await begin();
    const next = meetingIdOf(placeId, 'next');
    await journey.openAs(
      teacher,
      `pages/consultation/meeting/index?meetingId=${next}&placeId=${placeId}`,
    );
    await journey.see('错题本每天一道。').waitFor();
    await journey.openAs(teacher, 'pages/consultation/resolutions/index');
    await journey.tap('错题本每天一道。');
    await box(journey, '做了什么，看到了什么').fill('全班都有了错题本。');
    await journey.screenshot('resolution');
    await journey.tap('做到了');
    await journey.see('已记下').waitFor();
    const done = stored<Resolution>('resolutions').find(({ what }) => what === '错题本每天一道。');
    expect(done).toMatchObject({ state: 'done', isOpen: false });
    await journey.end();
  });
});
