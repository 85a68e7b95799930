import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import { type Summary, summaryIdOf } from '../../../domain/summary/summary.schema';
import { CAST, CAST_TERM, CLASSES, divisionIdOf, SCHOOL_ID, studentIdOf } from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal, talk } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface Seen {
  id: string;
  rev: number;
  version: number;
  title: string;
  classes: { label: string; talks: number; seen: number; students: number }[];
  duties: { title: string; places: { label: string; responsible: string | null }[] }[];
  unseen: { name: string }[] | null;
  words: { good: string; care: string; next: string };
  isSigned: boolean;
  correction: {
    of: number;
    why: string;
    changes: { what: string; from: string; to: string }[];
  } | null;
  replacedById: string | null;
  chatText: string;
}

const { principal, homeroomTeacher, divisionHead, subjectTeacher } = CAST;
const week = `${CAST_TERM}-w09`;
const lastMonth = `${CAST_TERM}-m09`;
const words = { good: '例会都开了。', care: '', next: '多家访。' };

const make = (level: string, placeId: string, who: CallerOf, periodId = week) =>
  world.call<Seen>(who, 'summary.record', { level, placeId, periodId, writeId: newWriteId() });
const byId = (summaryId: string, who: CallerOf) =>
  world.call<Seen>(who, 'summary.byId', { summaryId });
const edit = ({ id: summaryId, rev }: Seen) => ({ summaryId, rev, writeId: newWriteId() });
const sign = (summary: Seen, who: CallerOf) =>
  world.call<Seen>(who, 'summary.signOff', edit(summary));
const correct = (summary: Seen, why: string, who: CallerOf, said = words) =>
  world.call<Seen>(who, 'summaryCorrection.record', { ...edit(summary), words: said, why });
const stored = (id: string) => world.stored<Summary>('summaries').find(({ _id }) => _id === id);

describe('a class’s week (S4-225)', () => {
  test('counts a talk that was recorded a moment ago', async () => {
    const before = await make('class', CLASSES.seven3, homeroomTeacher);
    await world.call(homeroomTeacher, 'talk.record', talk([studentIdOf(CLASSES.seven3, 4)]));
    const after = await make('class', CLASSES.seven3, homeroomTeacher);
    expect(after.classes[0]?.talks).toBe((before.classes[0]?.talks ?? 0) + 1);
    expect(after.id).toBe(before.id);
  });

  test('names who was not seen to the homeroom teacher, not to the subject teacher', async () => {
    const { id } = await make('class', CLASSES.seven3, homeroomTeacher);
    expect((await byId(id, homeroomTeacher)).unseen?.length).toBeGreaterThan(0);
    expect((await byId(id, subjectTeacher)).unseen).toBeNull();
  });

  test('has words for a chat without a single student’s name', async () => {
    const { chatText, unseen } = await make('class', CLASSES.seven3, homeroomTeacher);
    expect(chatText).toMatch(/^七年级\(3\)班第9周小结：与 \d+ 名同学面谈/);
    for (const { name } of unseen ?? []) expect(chatText).not.toContain(name);
  });

  test('stored again by the same write, it is audited once', async () => {
    const input = { level: 'class', placeId: CLASSES.seven1, periodId: lastMonth };
    const writeId = newWriteId();
    for (const _ of [1, 2]) {
      await world.call(CAST.homeroomTeacher71, 'summary.record', { ...input, writeId });
    }
    const audits = world.stored<Audit>('audits').filter(({ _id }) => _id.endsWith(writeId));
    expect(audits.length).toBeLessThanOrEqual(1);
  });

  test('is of no other class’s teacher, and of no week to come', async () => {
    const elsewhere = make('class', CLASSES.seven3, CAST.homeroomTeacher82);
    expect((await refusal(elsewhere)).code).toBe('notFound');
    const coming = make('class', CLASSES.seven3, homeroomTeacher, `${CAST_TERM}-w12`);
    expect((await refusal(coming)).code).toBe('notFound');
  });
});

describe('a division’s and the school’s', () => {
  test('are the sum of their classes, in the order of the roster and not of what was done', async () => {
    await make('class', CLASSES.seven3, homeroomTeacher);
    const division = await make('division', divisionIdOf(7), divisionHead);
    const labels = division.classes.map(({ label }) => label);
    expect(labels).toEqual(['七年级(1)班', '七年级(3)班', '七年级(4)班']);
    const school = await make('school', SCHOOL_ID, principal);
    expect(school.classes).toHaveLength(5);
    const [duty] = school.duties.filter(({ title }) => title === '班级学情会商例会');
    expect(duty?.places.map(({ responsible }) => responsible)).toContain(homeroomTeacher.name);
  });

  test('are made by those who answer for them', async () => {
    expect((await refusal(make('school', SCHOOL_ID, divisionHead))).code).toBe('notFound');
    expect((await refusal(make('division', divisionIdOf(8), divisionHead))).code).toBe('notFound');
  });
});

describe('a bulletin (S0-47, S4-226)', () => {
  test('is written, signed, and then stays as it is', async () => {
    const made = await make('school', SCHOOL_ID, principal, `${CAST_TERM}-m10`);
    const written = await world.call<Seen>(principal, 'summary.revise', { ...edit(made), words });
    const signed = await sign(written, principal);
    expect(signed).toMatchObject({ title: '全校10月通报', isSigned: true, words });
    const late = world.call(principal, 'summary.revise', { ...edit(signed), words });
    expect((await refusal(late)).message).toContain('更正');
    const before = stored(signed.id);
    await world.call(homeroomTeacher, 'talk.record', talk([studentIdOf(CLASSES.seven3, 5)]));
    await make('class', CLASSES.seven3, homeroomTeacher, `${CAST_TERM}-m10`);
    await make('school', SCHOOL_ID, principal, `${CAST_TERM}-m10`);
    expect(stored(signed.id)).toEqual(before);
  });

  test('settles the duty of the office that owes it', () => {
    const counts = world.stored<StandingCount>('standings').map(({ _id }) => _id);
    expect(counts).toContain(`bulletin~${SCHOOL_ID}~${CAST_TERM}-m10`);
  });

  test('is corrected by a version that says what changed and why', async () => {
    const signed = await byId(summaryIdOf(`${CAST_TERM}-m10`, SCHOOL_ID, 1), principal);
    const corrected = await correct(signed, '漏记了一次面谈', principal);
    expect(corrected).toMatchObject({ version: 2, isSigned: true, correction: { of: 1 } });
    expect(corrected.correction?.changes).toContainEqual(
      expect.objectContaining({ what: '面谈（七年级(3)班）' }),
    );
    const old = await byId(signed.id, principal);
    expect(old).toMatchObject({ replacedById: corrected.id, classes: signed.classes });
    const listed = await world.call<{ summaries: { id: string }[] }>(principal, 'summary.list', {});
    const ids = listed.summaries.map(({ id }) => id);
    expect(ids).toContain(corrected.id);
    expect(ids).not.toContain(signed.id);
  });

  test('is not corrected without a difference, nor twice from the same version', async () => {
    const first = await byId(summaryIdOf(`${CAST_TERM}-m10`, SCHOOL_ID, 1), principal);
    const again = correct(first, '再改一次', principal);
    expect((await refusal(again)).code).toBe('stale');
    const standing = await byId(first.replacedById ?? '', principal);
    const same = correct(standing, '没有不同', principal);
    expect((await refusal(same)).message).toContain('没有不同');
  });

  test('a correction sent twice is stored once', async () => {
    const standing = await byId(summaryIdOf(`${CAST_TERM}-m10`, SCHOOL_ID, 2), principal);
    const input = { ...edit(standing), words: { ...words, care: '排查还差两班。' }, why: '补一句' };
    const [one, two] = [
      await world.call<Seen>(principal, 'summaryCorrection.record', input),
      await world.call<Seen>(principal, 'summaryCorrection.record', input),
    ];
    expect(one.version).toBe(3);
    expect(two.id).toBe(one.id);
  });
});
