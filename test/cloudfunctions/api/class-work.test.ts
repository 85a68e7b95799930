import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import { addDays } from '../../../domain/calendar/day';
import { type ClassWork, workPhotoPathOf } from '../../../domain/class-work/class-work.schema';
import type { ClassWorkKind } from '../../../domain/class-work/class-work-kinds';
import { PRESETS, startFrom } from '../../../domain/regulation/presets/presets';
import { CAST, CAST_LAST_TERM, CAST_TERM, CAST_TODAY, CLASSES } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { storeFile } from '../harness/storage';
import { classWork, newWorkId, newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
interface Work {
  id: string;
  rev: number;
  kind: string;
  title: string;
  byName: string;
  may: { write: boolean };
}
interface List {
  label: string | null;
  kinds: string[];
  works: Work[];
}
interface Duties {
  duties: { title: string; kind: string; action: string; waiting: { id: string }[] }[];
}

const list = (who: Who, input: object = { classId: CLASSES.seven3 }) =>
  world.call<List>(who, 'classWork.list', input);
const record = (who: Who, input: object) => world.call<Work>(who, 'classWork.record', input);
const remove = (who: Who, workId: string, rev: number) =>
  world.call(who, 'classWork.void', { workId, rev, writeId: newWriteId(), reason: '记错了班' });
/** What the rules ask of somebody on 今天, by the record that settles it. */
const asked = async (who: Who) => {
  const { duties } = await world.call<Duties>(who, 'meetingDuty.list');
  return duties.map(({ kind }) => kind);
};
const countOf = (id: string) =>
  world.stored<StandingCount>('standings').find(({ _id }) => _id === id)?.count ?? 0;

describe('the record of a class’s work', () => {
  const workId = newWorkId();
  const meeting = classWork(CLASSES.seven3, {}, workId);

  test('S4-217 a class meeting settles its duty of the month by itself', async () => {
    expect(await asked(CAST.homeroomTeacher)).toContain('themeClassMeeting');
    await record(CAST.homeroomTeacher, meeting);
    expect(await asked(CAST.homeroomTeacher)).not.toContain('themeClassMeeting');
    expect(countOf(`themeClassMeeting~${CLASSES.seven3}~2026-1-m10`)).toBe(1);
  });

  test('is read by those who read the class, newest first, and by nobody else', async () => {
    const { label, works } = await list(CAST.subjectTeacher);
    expect(label).toBe('七年级(3)班');
    expect(works.map(({ kind }) => kind)).toEqual([
      'themeClassMeeting',
      'themeClassMeeting',
      'classWorkPlan',
    ]);
    expect(works[0]).toMatchObject({ title: '同桌之间', byName: '王晓岚', may: { write: false } });
    const seen = await list(CAST.leader);
    expect(seen.works).toHaveLength(3);
    for (const other of [CAST.homeroomTeacher71, CAST.mentor, CAST.guardian]) {
      expect((await refusal(list(other))).code).toBe('notFound');
    }
  });

  test('sent twice is stored once', async () => {
    expect((await record(CAST.homeroomTeacher, meeting)).rev).toBe(1);
    expect(countOf(`themeClassMeeting~${CLASSES.seven3}~2026-1-m10`)).toBe(1);
  });

  test('put right by its writer counts on its new day; its earlier wording stays', async () => {
    const on = addDays(CAST_TODAY, -30);
    const write = classWork(CLASSES.seven3, { rev: 1, on, title: '同桌与我' }, workId);
    expect(await record(CAST.homeroomTeacher, write)).toMatchObject({ rev: 2, title: '同桌与我' });
    expect(countOf(`themeClassMeeting~${CLASSES.seven3}~2026-1-m10`)).toBe(0);
    expect(await asked(CAST.homeroomTeacher)).toContain('themeClassMeeting');
    const earlier = world.stored<{ docId: string; fields: { title: string } }>('revisions');
    expect(earlier.find(({ docId }) => docId === workId)?.fields.title).toBe('同桌之间');
  });

  test('a stale edit is shown what stands', async () => {
    const { code, data } = await refusal(
      record(CAST.homeroomTeacher, { ...meeting, writeId: newWriteId() }),
    );
    expect(code).toBe('stale');
    expect(data).toMatchObject({ rev: 2, title: '同桌与我' });
  });

  test('nobody changes another’s, nor moves one to another class or kind', async () => {
    const change = classWork(CLASSES.seven3, { rev: 2 }, workId);
    expect((await refusal(record(CAST.divisionHead, change))).code).toBe('notFound');
    expect((await refusal(remove(CAST.divisionHead, workId, 2))).code).toBe('notFound');
    const other = { ...change, kind: 'blackboardPaper' };
    expect((await refusal(record(CAST.homeroomTeacher, other))).code).toBe('notFound');
  });

  test('void with a reason leaves the list and what it counted for, and stays stored', async () => {
    const voided = classWork(CLASSES.seven3, { title: '记错的' });
    await record(CAST.homeroomTeacher, voided);
    await remove(CAST.homeroomTeacher, voided.workId, 1);
    const { works } = await list(CAST.homeroomTeacher);
    expect(works.map(({ id }) => id)).not.toContain(voided.workId);
    expect(await asked(CAST.homeroomTeacher)).toContain('themeClassMeeting');
    const stored = world.stored<ClassWork>('classWorks').find(({ _id }) => _id === voided.workId);
    expect(stored).toMatchObject({ voidReason: '记错了班', title: '记错的' });
    const again = { ...voided, rev: 2, writeId: newWriteId() };
    expect((await refusal(record(CAST.homeroomTeacher, again))).message).toContain('已经作废');
  });

  test('S1-101 a plan needs words; a blackboard paper (S1-102) only its theme and its day', async () => {
    const plan = classWork(CLASSES.seven3, { kind: 'classWorkPlan', text: '' });
    expect((await refusal(record(CAST.homeroomTeacher, plan))).message).toContain('请写一两句');
    const paper = classWork(CLASSES.seven3, { kind: 'blackboardPaper', text: '' });
    expect((await record(CAST.homeroomTeacher, paper)).rev).toBe(1);
  });

  test('takes photos of its own only; opening them is recorded before any is shown', async () => {
    const photographed = newWorkId();
    const withPhoto = async (ofId: string) => {
      const path = workPhotoPathOf(ofId, 'a'.repeat(20));
      const photos = [await storeFile(world, CAST.homeroomTeacher, path)];
      const paper = { kind: 'blackboardPaper' as const, photos };
      return record(CAST.homeroomTeacher, classWork(CLASSES.seven3, paper, photographed));
    };
    expect((await refusal(withPhoto('another0record'))).message).toContain('不属于这条记录');
    await withPhoto(photographed);
    const { works } = await list(CAST.subjectTeacher);
    expect(works.find(({ id }) => id === photographed)).toMatchObject({
      photos: [],
      photoCount: 1,
    });
    const open = (who: Who) =>
      world.call<string[]>(who, 'classWorkPhoto.list', { workId: photographed });
    expect(await open(CAST.subjectTeacher)).toHaveLength(1);
    const opened = world
      .stored<Audit>('audits')
      .filter(
        ({ documentId, action }) => documentId === photographed && action === 'classWork.read',
      );
    expect(opened).toMatchObject([{ byName: '吴知行', reason: '查看班级工作的照片' }]);
    expect((await refusal(open(CAST.mentor))).code).toBe('notFound');
  });

  test('is of a day of this term that has come, and of the past only read', async () => {
    const on = async (day: string) =>
      (await refusal(record(CAST.homeroomTeacher, classWork(CLASSES.seven3, { on: day })))).message;
    expect(await on(addDays(CAST_TODAY, 1))).toContain('不能晚于今天');
    expect(await on('2026-03-02')).toContain('学期已经结束');
    const past = await list(CAST.homeroomTeacher, {
      classId: CLASSES.seven3,
      termId: CAST_LAST_TERM,
    });
    expect(past.kinds).toEqual([]);
  });
});

describe('with the rules of 班主任职责 and of 包靠', () => {
  beforeAll(async () => {
    const { rev } = await world.call<{ rev: number }>(CAST.principal, 'regulation.byId');
    const chosen = PRESETS.filter(({ id }) => ['ganyu', 'leaderSponsorship'].includes(id));
    const rules = startFrom(chosen, { version: 0, effectiveOn: CAST_TODAY });
    const { presetIds, duties, meetingKinds } = rules;
    await world.call(CAST.principal, 'regulation.revise', {
      ...{ rev, writeId: newWriteId(), effectiveOn: CAST_TODAY },
      ...{ presetIds, duties, meetingKinds },
    });
  });

  const countedIn = (dutyId: string, subjectId: string) =>
    world
      .stored<StandingCount>('standings')
      .filter((one) => one.dutyId === dutyId && one.subjectId === subjectId)
      .reduce((sum, { count }) => sum + count, 0);

  test.each<[string, string, ClassWorkKind, string]>([
    ['S1-82 主题黑板报', 'blackboardPaper', 'blackboardPaper', CAST_TODAY],
    ['S1-91 家长开放周', 'parentOpenWeek', 'parentOpenWeek', CAST_TODAY],
    ['S1-82 主题班会', 'monthlyThemeClassMeeting', 'themeClassMeeting', CAST_TODAY],
  ])('%s is settled by its record', async (_, dutyId, kind, on) => {
    const before = countedIn(dutyId, CLASSES.seven3);
    await record(CAST.homeroomTeacher, classWork(CLASSES.seven3, { kind, on }));
    expect(countedIn(dutyId, CLASSES.seven3)).toBe(before + 1);
  });

  test('S4-307 the class meeting of a sponsor is asked of them, and settled by their record', async () => {
    await record(CAST.leader, classWork(CLASSES.seven3, { kind: 'sponsoredClassMeeting' }));
    expect(countedIn('sponsoredClassMeeting', CLASSES.seven3)).toBe(1);
    const elsewhere = classWork(CLASSES.seven1, { kind: 'sponsoredClassMeeting' });
    expect((await refusal(record(CAST.leader, elsewhere))).code).toBe('notFound');
  });

  test('S4-310 a sponsor’s summary is their own: filed with the office, seen by no other', async () => {
    await world.clock.set(new Date('2027-01-25T10:00:00+08:00').getTime());
    expect(await asked(CAST.leader)).toContain('sponsorSummary');
    const summary = classWork(null, {
      kind: 'sponsorSummary',
      on: '2027-01-25',
      title: '包靠工作总结',
    });
    await record(CAST.leader, summary);
    expect(await asked(CAST.leader)).not.toContain('sponsorSummary');
    for (const reader of [CAST.leader, CAST.principal, CAST.academicAffairsOffice]) {
      const { label, works } = await list(reader, { termId: CAST_TERM });
      expect({ label, titles: works.map(({ title }) => title) }).toEqual({
        label: null,
        titles: ['包靠工作总结'],
      });
    }
    expect((await refusal(list(CAST.homeroomTeacher, {}))).code).toBe('notFound');
    const notMine = { ...summary, workId: newWorkId(), writeId: newWriteId() };
    expect((await refusal(record(CAST.homeroomTeacher, notMine))).code).toBe('notFound');
    const noClass = classWork(null, { on: '2027-01-25' });
    expect((await refusal(record(CAST.leader, noClass))).message).toContain('哪个班');
  });

  test('S1-101 the plan and the summary of a class’s work are settled at their ends of the term', async () => {
    const summary = classWork(CLASSES.seven3, { kind: 'classWorkSummary', on: '2027-01-25' });
    await record(CAST.homeroomTeacher, summary);
    expect(countedIn('classWorkSummary', CLASSES.seven3)).toBe(1);
  });
});
