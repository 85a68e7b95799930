import { addDays } from '../../../domain/calendar/day';
import { CARD_DAYS, summaryIdOf } from '../../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, outcome, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface Card {
  title: string;
  figures: { label: string; value: string }[];
  summary: { unseen: { name: string }[] | null } | null;
  classes: { label: string; owed: { title: string }[] }[];
  children: { name: string; work: { label: string; count: number }[] }[];
}

const ofClass = summaryIdOf(`${CAST_TERM}-w09`, CLASSES.seven3, 1);
const ofSchool = summaryIdOf(`${CAST_TERM}-w08`, SCHOOL_ID, 1);

async function cardOf(summaryId: string, who: CallerOf): Promise<string> {
  const token = newWriteId();
  await world.call(who, 'summaryCard.record', { summaryId, token, writeId: newWriteId() });
  return token;
}
const open = (summaryId: string, token: string, who: CallerOf) =>
  world.call<Card>(who, 'summaryCard.byId', { summaryId, token });

describe('one card, opened by role', () => {
  let token = '';
  beforeAll(async () => {
    token = await cardOf(ofClass, CAST.homeroomTeacher);
  });

  test('shows the principal and the homeroom teacher the summary with its names', async () => {
    for (const who of [CAST.principal, CAST.homeroomTeacher]) {
      const card = await open(ofClass, token, who);
      expect(card.title).toBe('七年级(3)班第9周小结');
      expect(card.summary?.unseen?.length).toBeGreaterThan(0);
    }
  });

  test('shows a family what was done for the children and what concerns their own', async () => {
    const card = await open(ofClass, token, CAST.guardian);
    expect(card.summary).toBeNull();
    expect(card.classes).toEqual([]);
    expect(card.figures.map(({ label }) => label)).toEqual(['面谈的学生', '家访', '互动表']);
    expect(card.children.map(({ name }) => name)).toEqual([STUDENTS.otherChild.name]);
    expect(JSON.stringify(card)).not.toContain(STUDENTS.firstChild.name);
  });

  test('shows who has no part in the class nothing, and a stranger nothing', async () => {
    for (const who of [CAST.homeroomTeacher82, CAST.otherPrincipal]) {
      expect((await refusal(open(ofClass, token, who))).code).toBe('notFound');
    }
    expect((await refusal(open(ofClass, token, CAST.stranger))).code).toBe('notMember');
  });

  test('answers a wrong key as it answers whoever has no part in it', async () => {
    const input = { summaryId: ofClass, token: newWriteId() };
    const wrong = { path: 'summaryCard.byId', input };
    const right = { path: 'summaryCard.byId', input: { ...input, token } };
    const answers = async (who: CallerOf) => {
      const results = await world.callMany(who, [wrong, right]);
      return results.map((one) => JSON.stringify(one));
    };
    const [wrongKey, noPart] = await answers(CAST.homeroomTeacher82);
    expect(wrongKey).toBe(noPart);
    const [strangerWrong, strangerRight] = await answers(CAST.stranger);
    expect(strangerWrong).toBe(strangerRight);
    // Even the principal gets nothing by a key that was never made.
    expect((await answers(CAST.principal))[0]).toBe(wrongKey);
  });

  test('a key opens the summary that it was made for, and no other', async () => {
    expect((await refusal(open(ofSchool, token, CAST.principal))).code).toBe('notFound');
  });
});

describe('a card of the school’s week', () => {
  let token = '';
  beforeAll(async () => {
    token = await cardOf(ofSchool, CAST.principal);
  });

  test('shows a homeroom teacher what their own class owes, and no other class', async () => {
    const card = await open(ofSchool, token, CAST.homeroomTeacher71);
    expect(card.summary).toBeNull();
    expect(card.classes.map(({ label }) => label)).toEqual(['七年级(1)班']);
  });

  test('shows a family of two their two children', async () => {
    const card = await open(ofSchool, token, CAST.guardianOfTwo);
    const names = card.children.map(({ name }) => name).sort();
    expect(names).toEqual([STUDENTS.firstChild.name, STUDENTS.secondChild.name].sort());
  });

  test('is made by those who answer for the school only', async () => {
    expect((await refusal(cardOf(ofSchool, CAST.homeroomTeacher))).code).toBe('notFound');
  });
});

test('a card ends by itself', async () => {
  const token = await cardOf(ofClass, CAST.homeroomTeacher);
  await world.clock.set(Date.parse(`${addDays(CAST_TODAY, CARD_DAYS)}T10:01:00+08:00`));
  const [result] = await world.callMany(CAST.homeroomTeacher, [
    { path: 'summaryCard.byId', input: { summaryId: ofClass, token } },
  ]);
  expect(result && outcome(result)).toBe('notFound');
});
