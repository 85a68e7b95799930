import type { Member } from '../../../domain/access/roles';
import type { Student } from '../../../domain/school/roster.schema';
import { roundIdOf, type ScreeningSheet } from '../../../domain/screening/screening.schema';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
const roundId = roundIdOf(SCHOOL_ID, 'monthly', '2026-10');
const classId = CLASSES.seven3;
const at = { roundId, classId };

interface Sheet {
  status: string;
  students: { studentId: string; state: string | null }[];
  unticked: string[];
}
type Person = { openid: string };
const sheet = (person: Person = teacher) => world.call<Sheet>(person, 'screeningSheet.byId', at);
const tick = (students: string[] | 'rest', state: 'same' | null, more: object = {}) =>
  world.call<Sheet>(teacher, 'screeningSheet.record', {
    ...at,
    writeId: newWriteId(),
    students,
    state,
    ...more,
  });
const submit = (isSubmitted: boolean, person: Person = teacher, ofClass = classId) =>
  world.call<Sheet>(person, 'screeningSheet.submit', {
    roundId,
    classId: ofClass,
    writeId: newWriteId(),
    isSubmitted,
  });
const signOff = (classIds: string[], person: Person = CAST.divisionHead) =>
  world.call<{ confirmed: number }>(person, 'screeningRound.signOff', {
    roundId,
    classIds,
    writeId: newWriteId(),
  });
const close = () =>
  world.call<{ isOpen: boolean; closing: { students: number; findings: number } }>(
    CAST.studentAffairsOffice,
    'screeningRound.close',
    { roundId, writeId: newWriteId(), note: '' },
  );
const finding = (more: object = {}) => ({
  ...at,
  writeId: newWriteId(),
  studentId: STUDENTS.otherChild._id,
  rev: 0,
  concern: 'mood',
  text: '这周常常发呆',
  ...more,
});

describe('a round', () => {
  test('is begun by the office, once a month however often it is tapped', async () => {
    const plan = (person: Person) =>
      world.call<{ id: string; title: string }>(person, 'screeningRound.plan', {
        kind: 'monthly',
        dueOn: '2026-10-31',
        writeId: newWriteId(),
      });
    const [first, second] = [await plan(CAST.principal), await plan(CAST.studentAffairsOffice)];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ id: roundId, title: '10月集中排查' });
    expect((await refusal(plan(teacher))).code).toBe('notFound');
  });

  test('is seen class by class as far as one reaches, with who is missing', async () => {
    const seen = async (person: Person) =>
      world.call<{ classes: { classId: string }[]; students: number; ticked: number }>(
        person,
        'screeningRound.byId',
        { roundId },
      );
    const school = await seen(CAST.principal);
    expect(school.classes).toHaveLength(5);
    expect(school.students).toBe(40);
    expect(school.ticked).toBeLessThan(40);
    expect((await seen(teacher)).classes.map((one) => one.classId)).toEqual([classId]);
    expect((await refusal(seen(CAST.subjectTeacher))).code).toBe('notFound');
    expect((await refusal(seen(CAST.otherPrincipal))).code).toBe('notFound');
  });
});

describe('the sheet of a class', () => {
  test('names everybody whom nobody has looked at, and cannot be handed in so', async () => {
    expect((await sheet()).unticked).toHaveLength(8);
    const { code, message } = await refusal(submit(true));
    expect(code).toBe('screeningIncomplete');
    expect(message).toContain('等 8 人');
  });

  test('a tick is taken back by the next tap', async () => {
    const one = [STUDENTS.firstChild._id];
    expect((await tick(one, 'same')).unticked).toHaveLength(7);
    expect((await tick(one, null)).unticked).toHaveLength(8);
  });

  test('what is seen of a student is sealed; sheet and file know only that there is something', async () => {
    const input = finding();
    await world.call(teacher, 'screeningFinding.record', input);
    await world.call(teacher, 'screeningFinding.record', input);
    const note = world
      .stored<SealedNote>('sealedNotes')
      .find((one) => one.kind === 'screening' && one.studentId === input.studentId);
    expect(note).toMatchObject({ text: input.text, rows: { mood: [input.studentId] }, rev: 1 });
    const stored = world
      .stored<ScreeningSheet>('screeningSheets')
      .find((one) => one.roundId === roundId && one.classId === classId);
    expect(JSON.stringify(stored)).not.toMatch(/mood|发呆/);
    expect(stored).toMatchObject({ ticked: 1, findings: 1 });
    const line = world
      .stored<TimelineItem>('timeline')
      .find((one) => one.kind === 'screeningFinding' && one.studentId === input.studentId);
    expect(line).toMatchObject({ isSealed: true, title: '', noteId: note?._id, audience: 'staff' });
  });

  test('其余无变化 ticks everybody else in one write, and leaves the finding', async () => {
    const after = await tick('rest', 'same');
    expect(after.unticked).toEqual([]);
    expect(after.students.find((one) => one.studentId === STUDENTS.otherChild._id)?.state).toBe(
      'concern',
    );
  });

  test('two who tick at once lose nothing', async () => {
    const ids = (await sheet()).students
      .filter(({ state }) => state === 'same')
      .map(({ studentId }) => studentId);
    await tick(ids, null);
    await Promise.all([tick(ids.slice(0, 3), 'same'), tick(ids.slice(3), 'same')]);
    expect((await sheet()).unticked).toEqual([]);
  });

  test('takes nobody from outside the class', async () => {
    expect((await refusal(tick([STUDENTS.menteeIn71._id], 'same'))).code).toBe('notInClass');
    const left = finding({ studentId: STUDENTS.left._id });
    expect((await refusal(world.call(teacher, 'screeningFinding.record', left))).code).toBe(
      'notInClass',
    );
  });

  test('is handed in, taken back, and handed in again', async () => {
    expect((await submit(true)).status).toBe('submitted');
    expect((await refusal(tick('rest', 'same'))).code).toBe('stale');
    expect((await submit(false)).status).toBe('open');
    expect((await submit(true)).status).toBe('submitted');
  });

  test('waits in today for the class, then for the division', async () => {
    interface Screening {
      owed: { classId: string }[];
      toConfirm: { classes: number }[];
    }
    const duties = async (person: Person) =>
      (await world.call<{ screening: Screening }>(person, 'careDuty.list', {})).screening;
    expect(await duties(teacher)).toMatchObject({ owed: [], toConfirm: [] });
    expect((await duties(CAST.homeroomTeacher82)).owed).toEqual([
      expect.objectContaining({ classId: CLASSES.eight2 }),
    ]);
    expect((await duties(CAST.divisionHead)).toConfirm).toEqual([
      expect.objectContaining({ classes: 2 }),
    ]);
  });
});

describe('the words of division and school', () => {
  const leaver = studentIdOf(classId, 6);

  test('a division confirms what was handed in, its own classes only', async () => {
    expect((await refusal(signOff([CLASSES.eight2]))).code).toBe('notFound');
    expect(await signOff([classId, CLASSES.seven1, CLASSES.seven4])).toEqual({ confirmed: 2 });
    expect(await signOff([classId])).toEqual({ confirmed: 0 });
    expect((await refusal(submit(false))).code).toBe('stale');
  });

  test('the school cannot confirm while a class is missing (校不漏年级、年级不漏班)', async () => {
    const { code, message } = await refusal(close());
    expect({ code, message }).toEqual({
      code: 'screeningIncomplete',
      message: '还有 2 个班没有经级部确认，请先催一催。',
    });
  });

  test('whoever comes into a class afterwards opens its sheet again; whoever leaves counts no more', async () => {
    const { rev } = world.stored<Student>('students').find(({ _id }) => _id === leaver) as Student;
    await world.call(teacher, 'enrolment.close', {
      ...{ studentId: leaver, rev, writeId: newWriteId(), on: '2026-10-28', reason: '转学' },
    });
    expect((await sheet()).status).toBe('confirmed');
    await world.call(teacher, 'enrolment.record', {
      ...{ studentId: 'newcomer0of0october', writeId: newWriteId(), classId },
      ...{ name: '叶知秋', sex: 'male', studentNumber: '' },
    });
    expect(await sheet()).toMatchObject({ status: 'open', unticked: ['叶知秋'] });
    expect((await refusal(submit(true))).message).toContain('叶知秋');
    expect((await refusal(close())).message).toContain('还有 3 个班');
    await tick(['newcomer0of0october'], 'same');
    await submit(true);
    const stored = world.stored<ScreeningSheet>('screeningSheets');
    const own = stored.find((one) => one.roundId === roundId && one.classId === classId);
    expect(own).toMatchObject({ ticked: 8, findings: 1 });
    expect(Object.keys(own?.ticks ?? {})).toContain(leaver);
  });

  test('whoever comes back and was looked at already does not open it', async () => {
    const { rev } = world.stored<Student>('students').find(({ _id }) => _id === leaver) as Student;
    await world.call(teacher, 'enrolment.void', { studentId: leaver, rev, writeId: newWriteId() });
    expect((await sheet()).status).toBe('submitted');
    const again = { studentId: leaver, rev: rev + 1, writeId: newWriteId() };
    await world.call(teacher, 'enrolment.close', { ...again, on: '2026-10-28', reason: '转学' });
  });

  test('of a division without a head the office says (S4-184); then the school confirms and counts', async () => {
    const teacherOf = (id: string) => {
      const found = world
        .stored<Member>('members')
        .find(({ postings }) =>
          postings.some(
            ({ role, classIds }) => role === 'homeroomTeacher' && classIds?.includes(id),
          ),
        );
      return { openid: found?._id ?? '' };
    };
    for (const id of [CLASSES.eight2, CLASSES.nine1]) {
      const person = teacherOf(id);
      const rest = { roundId, classId: id, writeId: newWriteId(), students: 'rest', state: 'same' };
      await world.call(person, 'screeningSheet.record', rest);
      await submit(true, person, id);
    }
    expect((await refusal(close())).code).toBe('screeningIncomplete');
    const all = [classId, CLASSES.eight2, CLASSES.nine1];
    expect(await signOff(all, CAST.studentAffairsOffice)).toEqual({ confirmed: 3 });
    expect(await close()).toMatchObject({ isOpen: false, closing: { students: 40, findings: 2 } });
    expect((await refusal(tick('rest', 'same'))).code).toBe('stale');
  });
});

test('the office is told of a round past its day, and of a month that nobody has begun', async () => {
  interface Office {
    toBegin: { title: string } | null;
    toClose: { roundId: string }[];
  }
  const duties = async (person: Person) =>
    (await world.call<{ screening: Office }>(person, 'careDuty.list', {})).screening;
  expect(await duties(CAST.studentAffairsOffice)).toMatchObject({ toBegin: null, toClose: [] });
  await world.clock.advance(5 * 86_400_000);
  expect((await duties(CAST.studentAffairsOffice)).toBegin).toEqual({ title: '11月集中排查' });
  expect((await duties(teacher)).toBegin).toBeNull();
  const input = { kind: 'monthly', dueOn: '2026-11-10', writeId: newWriteId() };
  await world.call(CAST.studentAffairsOffice, 'screeningRound.plan', input);
  expect(await duties(CAST.principal)).toMatchObject({ toBegin: null, toClose: [] });
  await world.clock.advance(7 * 86_400_000);
  expect((await duties(CAST.principal)).toClose).toMatchObject([{ title: '11月集中排查' }]);
});
