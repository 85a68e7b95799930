import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import type { School } from '../../../domain/school/school.schema';
import { CAST, CAST_TODAY, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const settled = (duty: string) =>
  world
    .stored<StandingCount>('standings')
    .filter(({ dutyId, windowKey, count }) => dutyId === duty && windowKey.endsWith('m10') && count)
    .map(({ subjectId }) => subjectId);

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

  test('S4-213 a leader writes the school’s from what the divisions wrote, and one settles it', async () => {
    const of = { month, level: 'school', placeId: SCHOOL_ID };
    const seen = await call<{ below: object[]; may: { submit: boolean } }>(
      'monthlyReport.byId',
      of,
      CAST.leader,
    );
    expect(seen.may.submit).toBe(true);
    expect(seen.below.length).toBeGreaterThan(0);
    await report('school', SCHOOL_ID, '本月学生思想、学习平稳', CAST.leader);
    expect(settled('schoolMonthlyReport')).toEqual([SCHOOL_ID]);
    const { schoolReport } = await call<{ schoolReport: object | null }>(
      'consultation.list',
      {},
      CAST.leader,
    );
    expect(schoolReport).toEqual({ id: SCHOOL_ID, label: '全校' });
    // No class and no division is theirs to write of, not even one they sponsor.
    const ofClass = report('class', CLASSES.eight2, '不是我写的', CAST.leader);
    expect((await refusal(ofClass)).code).toBe('notFound');
  });

  test('nobody reports for a place that is not theirs', async () => {
    const other = report('class', CLASSES.eight2, '不是我的班', teacher);
    expect((await refusal(other)).code).toBe('notFound');
    const above = report('division', divisionIdOf(7), '不是我的级部', teacher);
    expect((await refusal(above)).code).toBe('notFound');
  });
});

describe('a school of two campuses (S4-212)', () => {
  test('the report of a campus is no report of the school', async () => {
    const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID) as School;
    const [first] = school.structure.campuses;
    const campuses = [first, { id: `${SCHOOL_ID}-campus2`, label: '东校区' }];
    await world.patch('schools', SCHOOL_ID, { structure: { ...school.structure, campuses } });
    const submit = (level: string, placeId: string) =>
      call(
        'monthlyReport.submit',
        { month: '2026-09', level, placeId, rev: 0, writeId: newWriteId(), text: '平稳' },
        CAST.principal,
      );
    const refIds = () =>
      world
        .stored<StandingCount>('standings')
        .filter(({ dutyId }) => dutyId === 'schoolMonthlyReport')
        .flatMap((one) => one.refIds);
    await submit('campus', first?.id ?? '');
    expect(refIds()).not.toContain(`2026-09~${first?.id}`);
    await submit('school', SCHOOL_ID);
    expect(refIds()).toContain(`2026-09~${SCHOOL_ID}`);
  });
});
