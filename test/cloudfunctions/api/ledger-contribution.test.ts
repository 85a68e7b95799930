import type { Audit } from '../../../cloudfunctions/kernel/audit';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
} from '../../../domain/class-ledger/class-ledger.schema';
import { CAST, CAST_TERM, CLASSES, SCHOOL_ID, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { contribution, line, refusal } from './writes';

interface Line {
  rev: number;
  contributions: { name: string; capacity: string; text: string; isMine: boolean }[];
}

/** Ten colleagues who all teach 八年级(2)班. */
const COLLEAGUES = Array.from({ length: 10 }, (_, i) => ({
  _id: `oQingHe-colleague-${i}`,
  name: `同事${i}`,
  postings: [
    { schoolId: SCHOOL_ID, role: 'subjectTeacher', classIds: [CLASSES.eight2], subject: '科学' },
  ],
}));

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  world.cloud.database.insertMany('members', COLLEAGUES);
});
afterAll(() => world.stop());

const record = (person: { openid: string }, input: object) =>
  world.call<Line>(person, 'ledgerContribution.record', input);
const entryOf = (studentId: string) =>
  world
    .stored<LedgerEntry>('ledgerEntries')
    .find(({ _id }) => _id === entryIdOf(CAST_TERM, studentId));

const MENTEE = STUDENTS.menteeIn73._id;

describe('what colleagues add (S4-295)', () => {
  test('a mentor adds as mentor, a subject teacher by the subject', async () => {
    await record(CAST.mentor, contribution(MENTEE, '面谈时说想学编程'));
    const after = await record(CAST.subjectTeacher, contribution(MENTEE, '几何思路清楚'));
    const mine = (name: string) => after.contributions.find((item) => item.name === name);
    expect(mine(CAST.mentor.name)).toMatchObject({
      capacity: '导师',
      text: '面谈时说想学编程',
      isMine: false,
    });
    expect(mine(CAST.subjectTeacher.name)).toMatchObject({ capacity: '数学', isMine: true });
  });

  test('one’s own line is replaced, and taken back by an empty one', async () => {
    const texts = async () => {
      const { contributions } = await world
        .call<{ line: Line }>(CAST.subjectTeacher, 'ledgerEntry.byId', { studentId: MENTEE })
        .then(({ line: found }) => found);
      return contributions.filter(({ isMine }) => isMine).map(({ text }) => text);
    };
    await record(CAST.subjectTeacher, contribution(MENTEE, '几何与代数都清楚'));
    expect(await texts()).toEqual(['几何与代数都清楚']);
    await record(CAST.subjectTeacher, contribution(MENTEE, ''));
    expect(await texts()).toEqual([]);
  });

  test('the homeroom teacher’s edit of the same line is neither stale nor undone by it', async () => {
    const studentId = STUDENTS.otherChild._id;
    const rev = entryOf(studentId)?.rev ?? 0;
    await record(CAST.subjectTeacher, contribution(studentId, '计算更稳了'));
    const after = await world.call<Line>(
      CAST.homeroomTeacher,
      'ledgerEntry.revise',
      line(studentId, rev, { study: '稳步进步' }),
    );
    expect(after.rev).toBe(rev + 1);
    expect(after.contributions.map(({ text }) => text)).toContain('计算更稳了');
  });

  test('a student without a line gets an empty one, which is not counted as written', async () => {
    const studentId = studentIdOf(CLASSES.eight2, 8);
    await record(CAST.mentor, contribution(studentId, '口语大方'));
    expect(entryOf(studentId)).toMatchObject({ rev: 0, strengths: '' });
    const ledger = world
      .stored<ClassLedger>('classLedgers')
      .find(({ _id }) => _id === ledgerIdOf(CAST_TERM, CLASSES.eight2));
    expect(ledger?.writtenLines ?? 0).toBe(0);
  });
});

describe('many at once', () => {
  test('ten colleagues write about one student in the same moment, and all are kept', async () => {
    const studentId = studentIdOf(CLASSES.eight2, 2);
    await Promise.all(
      COLLEAGUES.map(({ _id: openid, name }) =>
        record({ openid }, contribution(studentId, `${name}看到的`)),
      ),
    );
    const texts = entryOf(studentId)?.contributions.map(({ text }) => text);
    expect(texts?.sort()).toEqual(COLLEAGUES.map(({ name }) => `${name}看到的`).sort());
  });

  test('the twenty-first line about a student is refused in words', async () => {
    const studentId = studentIdOf(CLASSES.eight2, 3);
    const crowd = Array.from({ length: 21 }, (_, i) => ({
      _id: `oQingHe-crowd-${i}`,
      name: `老师${i}`,
      postings: [...(COLLEAGUES[0]?.postings ?? [])],
    }));
    world.cloud.database.insertMany('members', crowd);
    for (const { _id: openid } of crowd.slice(0, 20)) {
      await record({ openid }, contribution(studentId, '一句话'));
    }
    const last = record({ openid: 'oQingHe-crowd-20' }, contribution(studentId, '一句话'));
    expect(await refusal(last)).toMatchObject({
      code: 'badInput',
      message: '每名学生每学期最多 20 位老师补充，请与班主任商量。',
    });
  });
});

describe('a contribution that is sent again', () => {
  test('is stored once', async () => {
    const studentId = studentIdOf(CLASSES.eight2, 4);
    const input = contribution(studentId, '课上爱提问');
    await Promise.all([record(CAST.mentor, input), record(CAST.mentor, input)]);
    expect(entryOf(studentId)?.contributions).toHaveLength(1);
    const audits = world
      .stored<Audit>('audits')
      .filter(({ documentId }) => documentId === entryIdOf(CAST_TERM, studentId));
    expect(audits).toHaveLength(1);
  });

  test('late, after one has changed it, does not bring the old words back', async () => {
    const studentId = studentIdOf(CLASSES.eight2, 5);
    const first = contribution(studentId, '第一次说的');
    await record(CAST.mentor, first);
    await record(CAST.mentor, contribution(studentId, '改过的话'));
    const after = await record(CAST.mentor, first);
    expect(after.contributions.map(({ text }) => text)).toEqual(['改过的话']);
  });
});

test('nobody adds to a student they do not teach or mentor', async () => {
  const stranger = record(CAST.mentor, contribution(STUDENTS.otherChild._id, '不认识'));
  expect(await refusal(stranger)).toMatchObject({ code: 'notFound' });
});
