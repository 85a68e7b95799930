import { COLLECTIONS } from '../../cloudfunctions/kernel/collections';
import { addDays, dayOf } from '../../domain/calendar/day';
import { FORGOTTEN_NAME, STUDENT_RECORDS } from '../../domain/retention/student-records';
import { RETENTION_PRESET } from '../../domain/school/retention-settings.schema';
import type { Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { CAST, CAST_TODAY, SCHOOL_ID, STUDENTS } from '../school/cast';
import { newWriteId, refusal } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

interface Shown {
  rev: number;
  isOn: boolean;
  kinds: { kind: string; term: string; due: number; dueInAYear: number }[];
  always: { kind: string; label: string; due: number }[];
}
type Named = { _id: string; studentId?: string | null };

const { firstChild: leaver, otherChild: staying } = STUDENTS;

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  await world.patch('students', leaver._id, {
    status: 'left',
    left: { on: addDays(CAST_TODAY, -4 * 365), reason: '转学' },
  });
});
afterAll(() => world.stop());

const show = (tried?: object) =>
  world.call<Shown>(CAST.principal, 'retention.byId', tried ? { tried } : {});
const dueOf = ({ kinds }: Shown, wanted: string) => kinds.find(({ kind }) => kind === wanted);
const set = async (isOn: boolean) => {
  const { rev } = await show();
  return world.call(CAST.principal, 'retention.revise', {
    ...{ rev, writeId: newWriteId() },
    ...{ ...RETENTION_PRESET, isOn },
  });
};

/** The next night, when the job is due. */
async function night(): Promise<Record<string, number>> {
  const day = addDays(dayOf(new Date(world.clock.now())), 1);
  await world.clock.set(Date.parse(`${day}T02:30:00+08:00`));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return (outcome.result as Record<string, Record<string, number>>).keepRetention ?? {};
}

const recordsOf = (studentId: string) =>
  Object.keys(STUDENT_RECORDS).flatMap((collection) =>
    world
      .stored<Named>(collection as keyof typeof COLLECTIONS)
      .filter((record) => record.studentId === studentId),
  );
const studentById = (id: string) =>
  world.stored<Student>('students').find(({ _id }) => _id === id) as Student;

describe('before anything is switched on', () => {
  it('a dry run says how many of what would go, now and within a year', async () => {
    const shown = await show();
    expect(shown.isOn).toBe(false);
    expect(dueOf(shown, 'student')).toMatchObject({ term: '离校满 3 年', due: 1, dueInAYear: 1 });
    const others = await show({ ...{ studentYears: 10, cardMonths: 12, auditYears: 3 } });
    expect(dueOf(others, 'student')).toMatchObject({ term: '离校满 10 年', due: 0 });
  });

  it('a night clears nothing of anybody', async () => {
    expect(await night()).not.toHaveProperty('student');
    expect(studentById(leaver._id).name).toBe(leaver.name);
  });

  it('only principal and 政教处 may set it', async () => {
    const input = { rev: 1, writeId: newWriteId(), ...RETENTION_PRESET };
    const tries = (['leader', 'homeroomTeacher', 'guardian'] as const).map((role) =>
      refusal(world.call(CAST[role], 'retention.revise', input)),
    );
    expect((await Promise.all(tries)).map(({ code }) => code)).toEqual([
      ...['notFound', 'notFound', 'notFound'],
    ]);
  });
});

describe('switched on', () => {
  it('is stored once, with its trace', async () => {
    await set(true);
    const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
    expect(school?.retention).toEqual({ ...RETENTION_PRESET, isOn: true });
  });

  it('a night takes the name and the words of whoever left long ago, and of nobody else', async () => {
    const before = recordsOf(staying._id);
    const words = JSON.stringify(recordsOf(leaver._id));
    expect(words).toContain('"said":"');
    expect(await night()).toMatchObject({ student: 1 });

    expect(studentById(leaver._id)).toMatchObject({
      name: FORGOTTEN_NAME,
      left: { on: expect.any(String), reason: '' },
      forgottenOn: expect.any(String),
    });
    for (const record of recordsOf(leaver._id) as Record<string, unknown>[]) {
      const texts = ['said', 'agreed', 'reflection', 'title', 'excerpt', 'learned', 'goal'];
      for (const field of texts) expect(record[field] || '').toBe('');
      expect(JSON.stringify(record)).not.toContain(leaver.name);
    }
    expect(
      world.stored<Named>('sealedNotes').filter(({ studentId }) => studentId === leaver._id),
    ).toEqual([]);
    expect(recordsOf(staying._id)).toEqual(before);
  });

  it('the next night has nothing left to do', async () => {
    expect(await night()).toMatchObject({ student: 0 });
    expect(dueOf(await show(), 'student')).toMatchObject({ due: 0 });
  });
});

test('every collection that names one student says how it forgets', () => {
  const naming = Object.entries(COLLECTIONS)
    .filter(([, indexes]) =>
      indexes.some(({ keys }) => keys.some(([field]) => field === 'studentId')),
    )
    .map(([name]) => name)
    .filter((name) => name !== 'audits');
  expect(Object.keys(STUDENT_RECORDS)).toEqual(expect.arrayContaining(naming));
});
