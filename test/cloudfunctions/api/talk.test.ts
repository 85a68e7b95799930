import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Revision } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { type Talk, talkIdOf } from '../../../domain/talk/talk.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { CAST, CAST_TODAY, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { type CallerOf, startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal, revisedTalk, talk } from './writes';

interface SeenStudent {
  studentId: string;
  name: string;
  daysSince: number | null;
  lastTalkOn: string | null;
  isWaiting: boolean;
}
interface TalkView {
  id: string;
  rev: number;
  said: string;
  reflection: string;
  isNoChange: boolean;
  voided: { reason: string } | null;
  may: { revise: boolean };
}
interface Recorded {
  talks: { id: string; student: SeenStudent }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const record = (person: CallerOf, input: object) =>
  world.call<Recorded>(person, 'talk.record', input);
const revise = (person: CallerOf, input: object) =>
  world.call<TalkView>(person, 'talk.revise', input);
const voidTalk = (person: CallerOf, talkId: string) =>
  world.call<TalkView>(person, 'talk.void', { talkId, writeId: newWriteId(), reason: '点错了' });
const talksOf = (person: CallerOf, studentId: string) =>
  world.call<{ talks: TalkView[]; next: object | null }>(person, 'talk.list', { studentId });
const studentOf = (id: string) =>
  world.stored<Student>('students').find(({ _id }) => _id === id) as Student;
const storedTalk = (id: string) => world.stored<Talk>('talks').find(({ _id }) => _id === id);
const inFile = (talkId: string) =>
  world.stored<TimelineItem>('timeline').find(({ refId }) => refId === talkId);

/** Place 4 of a class has not been talked with this term. */
const NEVER_SEEN = studentIdOf(CLASSES.seven3, 4);
const MENTEE = STUDENTS.menteeIn73._id;

describe('a talk that is recorded (S4-258, S4-298)', () => {
  test('makes the student seen today, and stands in the file without what was said', async () => {
    const { talks } = await record(CAST.mentor, talk([NEVER_SEEN], { nextOn: '2026-11-12' }));
    expect(talks[0]?.student).toMatchObject({ daysSince: 0, isWaiting: false });
    const id = talks[0]?.id as string;
    expect(studentOf(NEVER_SEEN)).toMatchObject({
      lastTalkId: id,
      lastTalkOn: CAST_TODAY,
      lastTalkBy: '陈向南',
      nextTalkOn: '2026-11-12',
    });
    expect(inFile(id)).toMatchObject({
      kind: 'talk',
      title: '谈学习',
      excerpt: '每天先做数学',
      audience: 'staff',
      agreedUntil: '2026-11-12',
    });
    expect(JSON.stringify(inFile(id))).not.toContain('作业写得快了');
  });

  test('with several students at once stores one record each', async () => {
    const ids = [3, 4, 5].map((place) => studentIdOf(CLASSES.seven1, place));
    const { talks } = await record(CAST.mentor, talk(ids, { topics: ['life'] }));
    expect(talks.map(({ id }) => storedTalk(id)?.studentId)).toEqual(ids);
  });

  test('is stored once when it is sent twice at the same moment', async () => {
    const input = talk([MENTEE]);
    await Promise.all([record(CAST.mentor, input), record(CAST.mentor, input)]);
    const id = talkIdOf(input.writeId, MENTEE);
    expect(world.stored<Talk>('talks').filter(({ _id }) => _id === id)).toHaveLength(1);
    const audits = world.stored<Audit>('audits').filter(({ documentId }) => documentId === id);
    expect(audits).toMatchObject([{ action: 'talk.record', studentId: MENTEE }]);
  });

  test('of an earlier day does not take the place of the last one', async () => {
    const { lastTalkId } = studentOf(MENTEE);
    await record(CAST.homeroomTeacher, talk([MENTEE], { on: '2026-10-01' }));
    expect(studentOf(MENTEE).lastTalkId).toBe(lastTalkId);
  });

  test('on a day to come, or before the term, is refused in words', async () => {
    const tomorrow = record(CAST.mentor, talk([MENTEE], { on: '2026-10-30' }));
    expect(await refusal(tomorrow)).toMatchObject({ message: '面谈日期不能晚于今天。' });
    const before = record(CAST.mentor, talk([MENTEE], { on: '2026-05-05' }));
    expect(await refusal(before)).toMatchObject({ code: 'termOver' });
  });

  test('reaches all of several students or none', async () => {
    const input = talk([MENTEE, STUDENTS.otherChild._id]);
    expect(await refusal(record(CAST.mentor, input))).toMatchObject({ code: 'notFound' });
    expect(storedTalk(talkIdOf(input.writeId, MENTEE))).toBeUndefined();
  });
});

describe('no change since last time', () => {
  const nothing = { isNoChange: true, topics: [], said: '', agreed: '' };

  test('is a record without a word', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE], nothing));
    const id = talks[0]?.id as string;
    expect(inFile(id)).toMatchObject({ title: '与上次相比无变化', agreed: null });
  });

  test('needs a last time', async () => {
    const never = studentIdOf(CLASSES.seven4, 4);
    const call = record(CAST.divisionHead, talk([never], nothing));
    expect((await refusal(call)).message).toContain('第一次请点话题或写一句');
  });

  test('becomes a talk with content once somebody adds what was said', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE], nothing));
    const after = await revise(CAST.mentor, revisedTalk(talks[0]?.id as string, 1));
    expect(after).toMatchObject({ isNoChange: false, said: '说作业写得快了' });
  });
});

describe('changing one’s own talk', () => {
  test('a reflection is added later, and the earlier wording is kept (S4-259)', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE]));
    const id = talks[0]?.id as string;
    const input = revisedTalk(id, 1, { reflection: '多听少讲' });
    expect(await revise(CAST.mentor, input)).toMatchObject({ rev: 2, reflection: '多听少讲' });
    expect(await revise(CAST.mentor, input)).toMatchObject({ rev: 2 });
    const kept = world.stored<Revision>('revisions').filter(({ docId }) => docId === id);
    expect(kept).toMatchObject([{ rev: 1, fields: { reflection: '' } }]);
  });

  test('moves the agreed day on the student when it is the last talk', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE]));
    await revise(CAST.mentor, revisedTalk(talks[0]?.id as string, 1, { nextOn: '2026-11-05' }));
    expect(studentOf(MENTEE).nextTalkOn).toBe('2026-11-05');
  });

  test('an outdated edit is refused with the version that stands', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE]));
    const id = talks[0]?.id as string;
    await revise(CAST.mentor, revisedTalk(id, 1, { reflection: '先改的' }));
    const late = await refusal(revise(CAST.mentor, revisedTalk(id, 1, { reflection: '后改的' })));
    expect(late).toMatchObject({ code: 'stale', data: { rev: 2, reflection: '先改的' } });
  });

  test('nobody changes another’s, though they read it', async () => {
    const { talks } = await record(CAST.mentor, talk([MENTEE]));
    const id = talks[0]?.id as string;
    const other = revise(CAST.homeroomTeacher, revisedTalk(id, 1));
    expect(await refusal(other)).toMatchObject({ code: 'notFound' });
    const read = await talksOf(CAST.homeroomTeacher, MENTEE);
    expect(read.talks.find((one) => one.id === id)?.may).toMatchObject({ revise: false });
  });
});

describe('voiding', () => {
  test('the talk before becomes the last again, and the file forgets the voided one', async () => {
    const first = await record(CAST.mentor, talk([NEVER_SEEN], { on: '2026-10-20' }));
    await voidAll(NEVER_SEEN, first.talks[0]?.id as string);
    const second = await record(CAST.mentor, talk([NEVER_SEEN]));
    const id = second.talks[0]?.id as string;
    expect(studentOf(NEVER_SEEN).lastTalkId).toBe(id);

    expect((await voidTalk(CAST.mentor, id)).voided).toEqual({ reason: '点错了' });
    expect(studentOf(NEVER_SEEN)).toMatchObject({
      lastTalkId: first.talks[0]?.id,
      lastTalkOn: '2026-10-20',
    });
    expect(inFile(id)?.voidedAt).not.toBeNull();
  });

  test('the only one leaves the student unseen', async () => {
    await voidAll(NEVER_SEEN);
    expect(studentOf(NEVER_SEEN)).toMatchObject({
      lastTalkId: null,
      lastTalkOn: null,
      lastTalkBy: null,
      nextTalkOn: null,
    });
  });

  test.each([1, 2, 3])('two at once leave nothing voided as the last talk (try %i)', async () => {
    const ids = [];
    for (const on of ['2026-10-20', '2026-10-28']) {
      const { talks } = await record(CAST.mentor, talk([NEVER_SEEN], { on }));
      ids.push(talks[0]?.id as string);
    }
    await Promise.all(ids.map((id) => voidTalk(CAST.mentor, id)));
    expect(studentOf(NEVER_SEEN).lastTalkOn).toBeNull();
  });

  async function voidAll(studentId: string, keep?: string): Promise<void> {
    const standing = world
      .stored<Talk>('talks')
      .filter((one) => one.studentId === studentId && !one.voidedAt && one._id !== keep);
    for (const { _id } of standing) await voidTalk(CAST.mentor, _id);
  }
});

describe('reading', () => {
  test('guardians and subject teachers never read talks', async () => {
    for (const person of [CAST.guardianOfTwo, CAST.subjectTeacher, CAST.academicAffairsOffice]) {
      expect(await refusal(talksOf(person, STUDENTS.firstChild._id))).toMatchObject({
        code: 'notFound',
      });
    }
  });

  test('comes by the page, newest first, and no talk is missed or shown twice', async () => {
    const studentId = studentIdOf(CLASSES.seven3, 5);
    for (let n = 0; n < 25; n += 1) {
      const on = `2026-10-${String(1 + (n % 3)).padStart(2, '0')}`;
      await record(CAST.mentor, talk([studentId], { on }));
    }
    type Page = { talks: (TalkView & { on: string })[]; next: object | null };
    const ask = (before?: object | null) =>
      world.call<Page>(CAST.mentor, 'talk.list', { studentId, ...(before && { before }) });
    const first = await ask();
    const second = await ask(first.next);
    expect(first.talks).toHaveLength(20);
    expect(second.next).toBeNull();
    const all = [...first.talks, ...second.talks];
    const stored = world.stored<Talk>('talks').filter((one) => one.studentId === studentId);
    expect(new Set(all.map(({ id }) => id)).size).toBe(stored.length);
    expect(all.map(({ on }) => on)).toEqual(
      all
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
  });
});

describe('who has not been seen', () => {
  type Page = { students: SeenStudent[]; next: object | null };
  const unseen = (person: CallerOf, after?: object | null) =>
    world.call<Page>(person, 'unseen.list', after ? { before: after } : {});

  test.each([
    ['mentor', 6],
    ['homeroomTeacher', 8],
    ['divisionHead', 24],
    ['leader', 16],
    ['principal', 40],
  ] as const)('%s sees everybody in reach, never seen first, by the page', async (name, count) => {
    const all: SeenStudent[] = [];
    let after: object | null = null;
    do {
      const page: Page = await unseen(CAST[name], after);
      all.push(...page.students);
      after = page.next;
    } while (after);
    expect(new Set(all.map(({ studentId }) => studentId)).size).toBe(count);
    expect(all).toHaveLength(count);
    const days = all.map(({ lastTalkOn }) => lastTalkOn ?? '');
    expect(days).toEqual([...days].sort());
  });

  test('a guardian is refused', async () => {
    expect(await refusal(unseen(CAST.guardian))).toMatchObject({ code: 'notFound' });
  });

  test('today names a mentor’s mentees that wait, in the same trip', async () => {
    type Today = { unseen: { of: number; waiting: SeenStudent[] } | null };
    const { unseen: own } = await world.call<Today>(CAST.mentor, 'today.list');
    expect(own?.of).toBe(6);
    expect(own?.waiting.every(({ isWaiting }) => isWaiting)).toBe(true);
    const { trips } = await world.costOf(CAST.mentor, 'today.list');
    expect(trips).toBe(2);
  });
});

describe('the sealed part of a talk', () => {
  const seal = (person: CallerOf, talkId: string, rev = 0, writeId = newWriteId()) =>
    world.call<{ rev: number }>(person, 'sealedNote.reviseTalk', {
      ...{ talkId, rev, writeId, text: '近来由姑姑照看，夜里睡不好' },
    });
  const recorded = async () => {
    const { talks } = await record(CAST.mentor, talk([STUDENTS.menteeIn73._id]));
    return talks[0]?.id ?? '';
  };

  test('lies apart; the talk only says that it is there', async () => {
    const talkId = await recorded();
    const writeId = newWriteId();
    await Promise.all([
      seal(CAST.mentor, talkId, 0, writeId),
      seal(CAST.mentor, talkId, 0, writeId),
    ]);
    const found = world.stored<Talk>('talks').find(({ _id }) => _id === talkId);
    expect(found?.hasSealed).toBe(true);
    expect(JSON.stringify(world.stored('talks'))).not.toContain('姑姑');
    expect(JSON.stringify(world.stored('timeline'))).not.toContain('姑姑');
  });

  test('is written by who recorded the talk alone, and opened with a reason by who may', async () => {
    const talkId = await recorded();
    expect(await refusal(seal(CAST.homeroomTeacher, talkId))).toMatchObject({ code: 'notFound' });
    await seal(CAST.mentor, talkId);
    const ask = { noteId: `${talkId}~talk`, reason: '学生遇到困难' };
    const opened = await world.call<{ text: string }>(CAST.counsellor, 'sealedNote.byId', ask);
    expect(opened.text).toContain('姑姑');
    const closed = world.call(CAST.divisionHead, 'sealedNote.byId', ask);
    expect(await refusal(closed)).toMatchObject({ code: 'notFound' });
  });
});
