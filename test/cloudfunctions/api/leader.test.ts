import { calendarOf } from '../../../domain/calendar/school-calendar';
import type { Term } from '../../../domain/calendar/term';
import { openColumns } from '../../../domain/leader/duty-cells.rules';
import { dutyWindows } from '../../../domain/regulation/regulation';
import type { School } from '../../../domain/school/school.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID } from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { hold } from './duty-makers';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface Progress {
  columns: { dutyId: string; label: string }[];
  classes: { classId: string; label: string; unseen: number | null; states: string[] }[];
  trends: { label: string; weeks: { label: string; seen: number }[] }[];
}

const list = (who: CallerOf) => world.call<Progress>(who, 'leader.list', {});
const stateOf = ({ columns, classes }: Progress, classId: string, dutyId: string) =>
  classes.find((one) => one.classId === classId)?.states[
    columns.findIndex((column) => column.dutyId === dutyId)
  ];

describe('how the classes stand with what the rules ask now', () => {
  test('is shown to the principal for every class, in the order of the roster', async () => {
    const { classes, columns } = await list(CAST.principal);
    expect(classes).toHaveLength(5);
    expect(columns.map(({ dutyId }) => dutyId)).toContain('weeklyConsultation');
    for (const { states } of classes) expect(states).toHaveLength(columns.length);
  });

  test('follows what is recorded: nobody reports a second time', async () => {
    const before = await list(CAST.principal);
    expect(stateOf(before, CLASSES.seven3, 'classMonthlyReport')).toBe('due');
    await world.call(CAST.homeroomTeacher, 'monthlyReport.submit', {
      ...{ month: '2026-10', level: 'class', placeId: CLASSES.seven3 },
      ...{ rev: 0, writeId: newWriteId(), text: '作业量合适' },
    });
    const after = await list(CAST.principal);
    expect(stateOf(after, CLASSES.seven3, 'classMonthlyReport')).toBe('done');
  });

  test('is each leader’s own reach: a division, the sponsored classes', async () => {
    const division = await list(CAST.divisionHead);
    expect(division.classes.every(({ label }) => label.startsWith('七年级'))).toBe(true);
    const sponsored = await list(CAST.leader);
    const ids = sponsored.classes.map(({ classId }) => classId).sort();
    expect(ids).toEqual([CLASSES.seven3, CLASSES.eight2].sort());
    expect(sponsored.trends.map(({ label }) => label)).toContain('七年级(3)班');
  });

  test('misses nothing in a school of 200 classes, however many duties are open', async () => {
    const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID) as School;
    const term = school.terms.at(-1) as Term;
    const calendar = calendarOf(school.calendar, school.terms);
    const windows = dutyWindows(school.regulationHistory, term, calendar);
    const elsewhere = Array.from({ length: 195 }, (_, place) => `class-${place}`);
    world.cloud.database.insertMany(
      'standings',
      openColumns(windows, CAST_TODAY).flatMap(({ dutyId, windowKey }) =>
        elsewhere.map((subjectId) => ({
          ...{ _id: `${windowKey}~${subjectId}`, schemaVersion: 1, schoolId: SCHOOL_ID },
          ...{ dutyId, subjectId, windowKey, refIds: ['x'], days: [CAST_TODAY], count: 1 },
        })),
      ),
    );
    const before = await list(CAST.principal);
    expect(before.columns.length).toBeGreaterThan(5);
    expect(stateOf(before, CLASSES.seven1, 'weeklyConsultation')).toBe('due');
    await hold(world, 'weeklyConsultation', CLASSES.seven1, CAST.homeroomTeacher71);
    const after = await list(CAST.principal);
    expect(stateOf(after, CLASSES.seven1, 'weeklyConsultation')).toBe('done');
  });

  test('shows the weeks of a place beside one another, earliest first', async () => {
    const [school] = (await list(CAST.principal)).trends;
    expect(school?.label).toBe('全校');
    expect(school?.weeks.at(-1)?.label).toBe('第9周');
    expect(school?.weeks).toHaveLength(8);
  });

  test('is not for teachers and families', async () => {
    for (const who of [CAST.homeroomTeacher, CAST.subjectTeacher, CAST.guardian]) {
      expect((await refusal(list(who))).code).toBe('notFound');
    }
  });
});
