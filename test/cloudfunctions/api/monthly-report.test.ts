import { CAST, CAST_TODAY, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
const teacher = CAST.homeroomTeacher;
const call = <T>(path: string, input: object, who: Who) => world.call<T>(who, path, input);

describe('the principal’s monthly meeting is fed by the levels below (S4-212)', () => {
  const month = CAST_TODAY.slice(0, 7);
  const report = (level: string, of: string, text: string, who: Who) =>
    call(
      'monthlyReport.submit',
      { month, level, placeId: of, rev: 0, writeId: newWriteId(), text },
      who,
    );
  const id = newMeetingId();
  const meeting = () =>
    call<{ breaches: { clause: string; sentence: string }[] }>(
      'consultation.byId',
      { consultationId: id, placeId: SCHOOL_ID },
      CAST.principal,
    );
  const missing = async () =>
    (await meeting()).breaches.find(({ clause }) => clause === 'S4-212')?.sentence;

  test('names the classes and divisions whose report is missing', async () => {
    const plan = { ...meetingPlan(SCHOOL_ID, id), kindId: 'principalMeeting' };
    await call('consultation.plan', plan, CAST.principal);
    expect(await missing()).toContain('还缺 8 份报告');
  });

  test('a division begins from what its classes wrote, and the school from its divisions', async () => {
    await report('class', CLASSES.seven3, '三班作业量合适', teacher);
    const divisionId = divisionIdOf(7);
    const below = await call<{ below: { label: string; text: string }[] }>(
      'monthlyReport.byId',
      { month, level: 'division', placeId: divisionId },
      CAST.divisionHead,
    );
    expect(below.below.find(({ label }) => label === '七年级(3)班')?.text).toBe('三班作业量合适');
    await report('division', divisionId, '七年级整体平稳', CAST.divisionHead);
    const school = await call<{ below: { text: string }[] }>(
      'monthlyReport.byId',
      { month, level: 'school', placeId: SCHOOL_ID },
      CAST.principal,
    );
    expect(school.below.map(({ text }) => text)).toContain('七年级整体平稳');
    expect(await missing()).toContain('还缺 6 份报告');
  });

  test('nobody reports for a place that is not theirs', async () => {
    const other = report('class', CLASSES.eight2, '不是我的班', teacher);
    expect((await refusal(other)).code).toBe('notFound');
    const above = report('division', divisionIdOf(7), '不是我的级部', teacher);
    expect((await refusal(above)).code).toBe('notFound');
  });
});
