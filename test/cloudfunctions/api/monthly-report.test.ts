import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import type { School } from '../../../domain/school/school.schema';
import { CAST, CAST_TODAY, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { wordsOfDocx } from '../harness/read-book';
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

describe('a school of several campuses has a level more (S4-212)', () => {
  const month = CAST_TODAY.slice(0, 7);
  const { principal } = CAST;
  const east = `${SCHOOL_ID}-east`;
  const eastSeven = `${east}-g7`;
  const main = `${SCHOOL_ID}-campus1`;
  interface Chain {
    label: string;
    below: { label: string; text: string; rev: number }[];
  }
  const of = (level: string, placeId: string) => ({ month, level, placeId });
  const chain = (level: string, placeId: string, who: Who = principal) =>
    call<Chain>('monthlyReport.byId', of(level, placeId), who);
  const submit = (level: string, placeId: string, text: string, who: Who = principal) =>
    call(
      'monthlyReport.submit',
      { ...of(level, placeId), rev: 0, writeId: newWriteId(), text },
      who,
    );
  const id = newMeetingId();
  const missing = async () => {
    const { breaches } = await call<{ breaches: { clause: string; sentence: string }[] }>(
      'consultation.byId',
      { consultationId: id, placeId: SCHOOL_ID },
      principal,
    );
    return breaches.find(({ clause }) => clause === 'S4-212')?.sentence ?? '';
  };

  beforeAll(async () => {
    const [school] = world.stored<School>('schools').filter(({ _id }) => _id === SCHOOL_ID);
    const { structure } = school as School;
    const [first] = structure.campuses;
    await world.patch('schools', SCHOOL_ID, {
      structure: {
        ...structure,
        // The last has no class yet.
        campuses: [
          first,
          { id: east, label: '东校区' },
          { id: `${SCHOOL_ID}-new`, label: '新校区' },
        ],
        divisions: [
          ...structure.divisions.map((one) =>
            one.id === divisionIdOf(7) ? one : { ...one, campusId: east },
          ),
          { id: eastSeven, label: '', campusId: east },
        ],
      },
    });
    await world.patch('classes', CLASSES.seven4, { divisionId: eastSeven });
    const plan = { ...meetingPlan(SCHOOL_ID, id), kindId: 'principalMeeting' };
    await call('consultation.plan', plan, principal);
  });

  test('the same grade of two campuses is told apart, and a campus without classes owes nothing', async () => {
    // Five classes, four divisions and two campuses, of which a class and a division have reported.
    expect(await missing()).toContain('还缺 9 份报告');
    const { places } = await call<{ places: Record<string, { id: string; label: string }[]> }>(
      'consultation.list',
      {},
      principal,
    );
    const labels = places.division?.map(({ label }) => label) ?? [];
    expect(labels).toEqual(expect.arrayContaining(['本部七年级', '东校区七年级']));
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('a class is read by its division, that by its campus, that by the school', async () => {
    await submit('class', CLASSES.seven4, '四班作业量合适');
    const division = await chain('division', eastSeven);
    expect(division.label).toBe('东校区七年级');
    expect(division.below).toEqual([
      expect.objectContaining({ label: '东校区七年级(4)班', text: '四班作业量合适' }),
    ]);
    await submit('division', eastSeven, '东校区七年级平稳');
    const campus = await chain('campus', east);
    expect(campus.below.map(({ label }) => label).sort()).toEqual(
      ['东校区七年级', '东校区九年级', '东校区八年级'].sort(),
    );
    expect(campus.below.map(({ text }) => text)).toContain('东校区七年级平稳');
    expect((await chain('campus', main)).below.map(({ label }) => label)).toEqual(['本部七年级']);
    await submit('campus', east, '东校区要一名心理教师');
    const school = await chain('school', SCHOOL_ID);
    expect(school.below.map(({ label, text }) => [label, text])).toEqual([
      ['本部', ''],
      ['东校区', '东校区要一名心理教师'],
    ]);
    expect(await missing()).toContain('还缺 6 份报告');
  });

  test('a campus reports through those who lead the school, not through the head of a division', async () => {
    for (const read of [
      chain('campus', east, CAST.divisionHead),
      chain('campus', `${SCHOOL_ID}-new`),
    ]) {
      expect((await refusal(read)).code).toBe('notFound');
    }
    const write = submit('campus', main, '不是我的校区', CAST.divisionHead);
    expect((await refusal(write)).code).toBe('notFound');
  });

  test('the report of a campus is printed with those of its divisions, the school’s with its campuses', async () => {
    const print = async (level: string, placeId: string) => {
      const { result } = await world.cloud.callFunction<{ data: { url: string } }>(
        'documents',
        { kind: 'monthlyReport', input: { ...of(level, placeId), format: 'docx' } },
        principal.openid,
      );
      return wordsOfDocx(new Uint8Array(await (await fetch(result.data.url)).arrayBuffer()));
    };
    const campus = await print('campus', east);
    for (const said of ['东校区要一名心理教师', '东校区七年级平稳', '东校区八年级']) {
      expect(campus).toContain(said);
    }
    const school = await print('school', SCHOOL_ID);
    expect(school).toContain('东校区要一名心理教师');
    expect(school).not.toContain('新校区');
    const { places } = await call<{ places: { placeId: string; books: string[] }[] }>(
      'book.list',
      {},
      principal,
    );
    expect(places.find(({ placeId }) => placeId === east)?.books).toEqual(['monthlyReport']);
  });
});
