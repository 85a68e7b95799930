import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import type { TermPlan } from '../../../domain/term-plan/term-plan.schema';
import { CAST, CAST_TERM, CLASSES, divisionIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
interface Plan {
  rev: number;
  goals: string;
  filedAt: string | null;
}
interface Answer {
  label: string;
  plan: Plan | null;
  suggested: object[];
  may: { revise: boolean; submit: boolean; print: boolean };
}

const OF = { level: 'class', placeId: CLASSES.seven3 };
const DIVISION = { level: 'division', placeId: divisionIdOf(7) };
const words = {
  goals: '每名学生都有人说得出他的进步',
  measures: '每周一次会商',
  rows: [{ when: '第9周', what: '班级学情会商例会' }],
};
const byId = (who: Who, of: object = OF) => world.call<Answer>(who, 'termPlan.byId', of);
const edit = (rev: number, of: object) => ({
  ...of,
  termId: CAST_TERM,
  rev,
  writeId: newWriteId(),
});
const revise = (who: Who, rev: number, change: object = {}, of: object = OF) =>
  world.call<Plan>(who, 'termPlan.revise', { ...edit(rev, of), ...words, ...change });
const submit = (who: Who, rev: number, of: object = OF) =>
  world.call<Plan>(who, 'termPlan.submit', edit(rev, of));

describe('the plan of a class’s consultations in a term', () => {
  test('S4-205 begins with the meetings that the school’s rules ask', async () => {
    const { plan, suggested, may, label } = await byId(CAST.homeroomTeacher);
    expect({ plan, label }).toEqual({ plan: null, label: '七年级(3)班' });
    expect(suggested.length).toBeGreaterThan(10);
    expect(may).toEqual({ revise: true, submit: true, print: false });
  });

  test('is not filed before it says what for and when', async () => {
    await revise(CAST.homeroomTeacher, 0, { goals: '' });
    expect((await refusal(submit(CAST.homeroomTeacher, 1))).message).toContain(
      '请先写这学期的目标',
    );
  });

  test('a stale edit is shown what stands', async () => {
    const { code, data } = await refusal(revise(CAST.homeroomTeacher, 0));
    expect(code).toBe('stale');
    expect(data).toMatchObject({ rev: 1, measures: '每周一次会商' });
  });

  test('sent twice is stored once', async () => {
    const once = { ...edit(1, OF), ...words };
    const replies = [
      await world.call<Plan>(CAST.homeroomTeacher, 'termPlan.revise', once),
      await world.call<Plan>(CAST.homeroomTeacher, 'termPlan.revise', once),
    ];
    expect(replies.map(({ rev }) => rev)).toEqual([2, 2]);
  });

  test('S4-205 is filed with the office, and changed again must be filed again', async () => {
    expect((await submit(CAST.homeroomTeacher, 2)).filedAt).not.toBeNull();
    const { places } = await world.call<{ places: { placeId: string; filedAt: string | null }[] }>(
      CAST.academicAffairsOffice,
      'termPlan.list',
      {},
    );
    expect(places.find(({ placeId }) => placeId === OF.placeId)?.filedAt).not.toBeNull();
    expect((await revise(CAST.homeroomTeacher, 3, { measures: '每两周一次' })).filedAt).toBeNull();
  });

  test('is read by the class’s teachers and leaders, written by who plans there', async () => {
    for (const who of [CAST.subjectTeacher, CAST.leader]) {
      const print = who === CAST.leader;
      expect((await byId(who)).may).toEqual({ revise: false, submit: false, print });
      expect((await refusal(revise(who, 4))).code).toBe('notFound');
    }
    for (const who of [CAST.homeroomTeacher71, CAST.guardian, CAST.otherPrincipal]) {
      expect((await refusal(byId(who))).code).toBe('notFound');
    }
  });
});

describe('the plan of a division', () => {
  test('S4-205 settles the duty of its head by being filed', async () => {
    await revise(CAST.divisionHead, 0, {}, DIVISION);
    await submit(CAST.divisionHead, 1, DIVISION);
    const standing = world
      .stored<StandingCount>('standings')
      .find(({ dutyId, subjectId }) => dutyId === 'divisionPlan' && subjectId === divisionIdOf(7));
    expect(standing?.count).toBe(1);
    const stored = world.stored<TermPlan>('termPlans').find(({ level }) => level === 'division');
    expect(stored).toMatchObject({ placeLabel: '七年级', filedByName: CAST.divisionHead.name });
  });

  test('is out of reach for another division, and no division is as absent as none', async () => {
    const other = { ...DIVISION, placeId: divisionIdOf(8) };
    expect((await refusal(byId(CAST.divisionHead, other))).code).toBe('notFound');
    expect((await refusal(byId(CAST.principal, { ...DIVISION, placeId: 'none' }))).code).toBe(
      'notFound',
    );
  });
});
