import type { AttentionCase } from '../../domain/attention/attention-case.schema';
import { type AttentionCount, withYear } from '../../domain/attention/attention-count';
import type { HealthCondition } from '../../domain/health-register/health-register.schema';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import { caseOf } from './api/care-examples';
import { newWriteId, refusal } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface Listed {
  counts: {
    countedOn: string | null;
    groups: { key: string; now: number; atStart: number | null }[];
  };
}
const list = (person: { openid: string }) =>
  world.call<Listed>(person, 'attentionCategory.list', {});
const nowOf = async (key: string) =>
  (await list(CAST.principal)).counts.groups.find((group) => group.key === key)?.now;
const storedCount = () =>
  world.stored<AttentionCount>('attentionCounts').find(({ _id }) => _id === SCHOOL_ID);

/** Wakes the timer at dawn of a day. */
async function dawnOf(day: string) {
  await world.clock.set(Date.parse(`${day}T05:30:00+08:00`));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return outcome.result as Record<string, Record<string, number>>;
}

describe('how many students are in each group (S4-284)', () => {
  const { caseId, ...rest } = caseOf(STUDENTS.otherChild._id);
  const seal = (rev: number, categories: string[], writeId = newWriteId()) =>
    world.call<{ rev: number }>(CAST.homeroomTeacher, 'attentionCase.reviseSealed', {
      ...{ caseId, rev, writeId, text: '家里的情况', categories },
    });

  test('is kept as groups are written, once however often that is sent', async () => {
    await world.call(CAST.homeroomTeacher, 'attentionCase.record', { caseId, ...rest });
    const before = (await nowOf('learning')) ?? 0;
    const writeId = newWriteId();
    await Promise.all([seal(0, ['learning'], writeId), seal(0, ['learning'], writeId)]);
    expect(await nowOf('learning')).toBe(before + 1);
    await seal(1, ['migrant']);
    expect([await nowOf('learning'), await nowOf('migrant')]).toEqual([before, 1]);
  });

  test('no longer counts a file that has ended', async () => {
    const rev = world.stored<AttentionCase>('attentionCases').find(({ _id }) => _id === caseId);
    await world.call(CAST.homeroomTeacher, 'attentionCase.close', {
      ...{ caseId, rev: rev?.rev ?? 0, writeId: newWriteId() },
      ...{ outcome: 'reached', outcomeText: '目标达成' },
    });
    expect(await nowOf('migrant')).toBe(0);
  });

  test('is figures for principal and office, of nobody else’s business, and names nobody', async () => {
    const { counts } = await list(CAST.studentAffairsOffice);
    expect(JSON.stringify(counts)).not.toMatch(/s\d\d|李|王/);
    for (const person of [CAST.homeroomTeacher, CAST.leader, CAST.counsellor]) {
      expect(await refusal(list(person))).toMatchObject({ code: 'notFound' });
    }
  });

  test('is kept as it was when the school year began, once a year', async () => {
    const { years = [], open = {} } = storedCount() ?? {};
    expect(withYear(years, { schoolYear: 2026, on: '2026-11-01', counts: {} })).toBeNull();
    const next = withYear(years, { schoolYear: 2027, on: '2027-09-01', counts: open });
    expect(next?.map(({ schoolYear }) => schoolYear)).toEqual([2026, 2027]);
    await world.patch('attentionCounts', SCHOOL_ID, { years: [] });
    expect((await dawnOf('2026-10-30')).countSchoolYear).toEqual({ counted: 1 });
    expect((await dawnOf('2026-10-31')).countSchoolYear).toEqual({ counted: 0 });
    expect(storedCount()?.years).toEqual([{ schoolYear: 2026, on: '2026-10-30', counts: open }]);
  });
});

test('an open file and safety words follow a student into another class by the next morning', async () => {
  const [file] = world
    .stored<AttentionCase>('attentionCases')
    .filter(({ classId, status }) => classId === CLASSES.seven3 && status === 'open');
  if (!file) throw new Error('7(3) has no open file');
  const to = world
    .stored<{ _id: string; divisionId: string }>('classes')
    .find(({ _id }) => _id === CLASSES.seven1);
  await world.patch('students', file.studentId, { classId: to?._id, divisionId: to?.divisionId });
  const report = await dawnOf('2026-11-02');
  expect(report.followStudents?.moved).toBeGreaterThan(0);
  const after = world.stored<AttentionCase>('attentionCases').find(({ _id }) => _id === file._id);
  expect(after).toMatchObject({ classId: CLASSES.seven1, rev: file.rev });
  const conditions = world
    .stored<HealthCondition>('healthConditions')
    .filter(({ studentId, status }) => studentId === file.studentId && status === 'active');
  expect(conditions.every(({ classId }) => classId === CLASSES.seven1)).toBe(true);
  const opened = await world.call<{ id: string }>(CAST.homeroomTeacher71, 'attentionCase.byId', {
    caseId: file._id,
  });
  expect(opened.id).toBe(file._id);
});
