import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import type {
  AttentionCase,
  AttentionFollowUp,
} from '../../../domain/attention/attention-case.schema';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { CAST, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { SEALED_MARK } from '../../school/lines';
import { startCloud, type TestCloud } from '../harness/cloud';
import { caseOf } from './care-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
const caredId = studentIdOf(CLASSES.seven3, 4);
const caredCase = `case-${caredId}-care`;

interface Case {
  id: string;
  rev: number;
  reviewOn: string;
  level: number;
  followUpCount: number;
  followUps: { id: string; isVoid: boolean; mayTakeBack: boolean }[];
  may: Record<string, boolean>;
}
const byId = (caseId: string, person: { openid: string } = teacher) =>
  world.call<Case>(person, 'attentionCase.byId', { caseId });
const open = (studentId: string, more: object = {}) =>
  world.call<Case>(teacher, 'attentionCase.record', caseOf(studentId, more));
const storedCase = (id: string) =>
  world.stored<AttentionCase>('attentionCases').find(({ _id }) => _id === id);
const lineOf = (caseId: string) =>
  world.stored<TimelineItem>('timeline').find(({ refId }) => refId === caseId);

describe('a file of special attention', () => {
  const studentId = STUDENTS.otherChild._id;
  const { caseId } = caseOf(studentId);

  test('is opened once, however often it is sent, and stands sealed in the student’s file', async () => {
    const sent = caseOf(studentId);
    const first = await world.call<Case>(teacher, 'attentionCase.record', sent);
    const again = await world.call<Case>(teacher, 'attentionCase.record', sent);
    expect(again).toEqual(first);
    expect(lineOf(caseId)).toMatchObject({
      isSealed: true,
      title: '',
      excerpt: '',
      agreed: null,
      audience: 'staff',
      noteId: null,
    });
    const audits = world.stored<Audit>('audits').filter((one) => one.documentId === caseId);
    expect(audits.map(({ action }) => action)).toEqual(['attentionCase.record']);
  });

  test('is one of its kind: a second is refused, with the name of who opened the first', async () => {
    const { message } = await refusal(open(studentId, { caseId: 'another' }));
    expect(message).toContain('王晓岚');
    expect(storedCase('another')).toBeUndefined();
  });

  test('has a review within the interval of its level: 7, 14 or 30 days', async () => {
    const late = { caseId: 'late', kind: 'potential', fields: {} };
    for (const [level, reviewOn] of [
      [1, '2026-11-06'],
      [2, '2026-11-13'],
      [3, '2026-11-29'],
    ]) {
      const { code } = await refusal(open(studentId, { ...late, level, reviewOn }));
      expect({ level, code }).toEqual({ level, code: 'badInput' });
    }
    await open(studentId, { ...late, level: 1, reviewOn: '2026-11-05' });
    expect(lineOf('late')).toMatchObject({ isSealed: false, title: '潜能生成长档案' });
  });

  test('does not take a field of another kind', async () => {
    const input = { caseId: 'other', kind: 'talent', fields: { contact: '每周视频' } };
    expect((await refusal(open(studentId, input))).code).toBe('badInput');
  });

  test('shows both versions to whoever edits an old one', async () => {
    const { code, data } = await refusal(open(studentId, { rev: 0, writeId: newWriteId() }));
    expect({ code, data }).toMatchObject({ code: 'stale', data: { id: caseId, rev: 1 } });
  });
});

describe('who sees a case', () => {
  test.each([
    ['the homeroom teacher', CAST.homeroomTeacher],
    ['the mentor', CAST.mentor],
    ['the sponsoring leader', CAST.leader],
    ['the division head', CAST.divisionHead],
    ['the counsellor', CAST.counsellor],
    ['the principal', CAST.principal],
  ])('%s does, in the list and by itself', async (_who, person) => {
    const { cases } = await world.call<{ cases: { id: string; what: string }[] }>(
      person,
      'attentionCase.list',
      {},
    );
    expect(cases.find(({ id }) => id === caredCase)).toMatchObject({ what: '需要关注' });
    expect((await byId(caredCase, person)).id).toBe(caredCase);
  });

  test.each([
    ['a subject teacher', CAST.subjectTeacher],
    ['the academic office', CAST.academicAffairsOffice],
    ['the family', CAST.guardian],
    ['another class’s teacher', CAST.homeroomTeacher71],
    ['another school’s principal', CAST.otherPrincipal],
  ])('%s does not, as if there were none', async (_who, person) => {
    expect((await refusal(byId(caredCase, person))).code).toBe('notFound');
  });

  test('no list and no case says which group a child belongs to', async () => {
    const answers = await world.callMany(CAST.principal, [
      { path: 'attentionCase.list', input: {} },
      { path: 'attentionCase.byId', input: { caseId: caredCase } },
      { path: 'attentionSponsor.list', input: {} },
    ]);
    const { categories: _names, ...shown } = (answers[1] as { data: Record<string, unknown> }).data;
    const text = JSON.stringify([answers[0], shown, answers[2]]);
    expect(text).not.toContain(SEALED_MARK);
    expect(text).not.toMatch(/singleParent|leftBehind|单亲|留守/);
  });

  test('the list comes by next review, the overdue first', async () => {
    const { cases } = await world.call<{ cases: { reviewOn: string; isOverdue: boolean }[] }>(
      CAST.principal,
      'attentionCase.list',
      {},
    );
    const days = cases.map(({ reviewOn }) => reviewOn);
    expect(days).toEqual([...days].sort());
    expect(cases[0]?.isOverdue).toBe(true);
  });
});

describe('a growth file (S4-266, S4-282)', () => {
  const mentee = STUDENTS.menteeIn73._id;
  const growth = (more: object = {}) => caseOf(mentee, { caseId: 'growth0of0a0mentee00', ...more });
  const record = (input: object, person: { openid: string } = CAST.mentor) =>
    world.call<Case>(person, 'attentionCase.record', input);
  const kinds = async (person: { openid: string }) =>
    (
      await world.call<{ kinds: { kind: string }[] }>(person, 'attentionForm.byId', {
        studentId: mentee,
      })
    ).kinds.map(({ kind }) => kind);

  test('is kept by the mentor, who is offered no other kind', async () => {
    expect(await kinds(CAST.mentor)).toEqual(['talent', 'potential']);
    expect(await kinds(teacher)).toHaveLength(4);
    const made = await record(growth({ kind: 'talent' }));
    expect(made.may).toMatchObject({ write: true, writeSealed: false });
    const [audit] = world.stored<Audit>('audits').filter((one) => one.documentId === made.id);
    expect(audit).toMatchObject({ action: 'growthFile.record', why: { role: 'mentor' } });
  });

  test('does not let a mentor write or end a file of special attention', async () => {
    for (const kind of ['care', 'company']) {
      const input = growth({ kind, caseId: 'care0of0a0mentee0000' });
      expect((await refusal(record(input))).code).toBe('notFound');
    }
    const end = { caseId: caredCase, rev: 1, writeId: newWriteId() };
    const close = { ...end, outcome: 'reached', outcomeText: '很好' };
    expect((await refusal(world.call(CAST.mentor, 'attentionCase.close', close))).code).toBe(
      'notFound',
    );
    expect((await byId(caredCase, CAST.mentor)).may.write).toBe(false);
  });

  test('of somebody else’s mentee is none of theirs', async () => {
    const other = caseOf(STUDENTS.firstChild._id, { kind: 'talent' });
    expect((await refusal(record(other))).code).toBe('notFound');
  });
});

describe('the sealed part', () => {
  const input = (more: object = {}) => ({
    caseId: caseOf(STUDENTS.otherChild._id).caseId,
    rev: 0,
    writeId: newWriteId(),
    text: '近期由外婆照顾',
    categories: ['leftBehind'],
    ...more,
  });

  test('holds the groups; the case only knows that it exists', async () => {
    await world.call(teacher, 'attentionCase.reviseSealed', input());
    const { caseId } = input();
    const note = world.stored<SealedNote>('sealedNotes').find(({ ofId }) => ofId === caseId);
    expect(note).toMatchObject({ rows: { leftBehind: [STUDENTS.otherChild._id] } });
    expect(storedCase(caseId)).toMatchObject({ hasSealed: true });
    expect(JSON.stringify(storedCase(caseId))).not.toContain('leftBehind');
    expect(lineOf(caseId)?.noteId).toBe(note?._id);
  });

  test('is not written by the office, which may not open it', async () => {
    const { code } = await refusal(
      world.call(CAST.studentAffairsOffice, 'attentionCase.reviseSealed', input({ rev: 1 })),
    );
    expect(code).toBe('notFound');
  });

  test('takes no group that the school’s list does not have', async () => {
    const { code } = await refusal(
      world.call(teacher, 'attentionCase.reviseSealed', input({ rev: 1, categories: ['poor'] })),
    );
    expect(code).toBe('badInput');
  });
});

describe('a follow-up', () => {
  const follow = (more: object = {}) => ({
    caseId: caredCase,
    writeId: newWriteId(),
    change: 'same',
    text: '',
    ...more,
  });

  test('无变化 needs no word, moves the review on by the level and stores once', async () => {
    const before = await byId(caredCase);
    const sent = follow();
    await world.call(teacher, 'attentionFollowUp.record', sent);
    await world.call(teacher, 'attentionFollowUp.record', sent);
    const after = await byId(caredCase);
    expect(after).toMatchObject({
      reviewOn: '2026-11-05',
      followUpCount: before.followUpCount + 1,
    });
    expect(after.rev).toBe(before.rev + 1);
  });

  test('is not overwritten by a plan that was edited from before it', async () => {
    const studentId = studentIdOf(CLASSES.seven3, 7);
    const planned = await open(studentId);
    const { caseId } = caseOf(studentId);
    const sent = follow({
      caseId,
      change: 'better',
      text: '主动说话了',
      level: 3,
      doneIds: ['m1'],
    });
    await world.call(teacher, 'attentionFollowUp.record', sent);
    const { code, data } = await refusal(open(studentId, { rev: planned.rev }));
    expect({ code, data }).toMatchObject({
      code: 'stale',
      data: { level: 3, measures: [{ isDone: true }] },
    });
    expect(storedCase(caseId)).toMatchObject({ level: 3, measures: [{ isDone: true }] });
  });

  test('taken back does not take a later plan with it', async () => {
    const { caseId } = caseOf(studentIdOf(CLASSES.seven3, 7));
    const { rev, followUps } = await byId(caseId);
    expect(followUps).toMatchObject([{ mayTakeBack: true }]);
    const plan = { rev, level: 1, goal: '每周交一次画。', measures: [] };
    await open(studentIdOf(CLASSES.seven3, 7), plan);
    expect((await byId(caseId)).followUps).toMatchObject([{ mayTakeBack: false }]);
    const back = { caseId, followUpId: followUps[0]?.id, writeId: newWriteId() };
    const { message } = await refusal(world.call(teacher, 'attentionFollowUp.void', back));
    expect(message).toContain('改动');
    expect(storedCase(caseId)).toMatchObject({ level: 1, goal: plan.goal });
  });

  test('is taken back by whoever made it, and by nobody else', async () => {
    const { followUps } = await byId(caredCase);
    const last = followUps.find(({ mayTakeBack }) => mayTakeBack);
    const back = { caseId: caredCase, followUpId: last?.id, writeId: newWriteId() };
    expect((await refusal(world.call(CAST.mentor, 'attentionFollowUp.void', back))).code).toBe(
      'notFound',
    );
    await world.call(teacher, 'attentionFollowUp.void', back);
    expect((await byId(caredCase)).reviewOn).toBe('2026-10-28');
    const stored = world
      .stored<AttentionFollowUp>('attentionFollowUps')
      .find(({ _id }) => _id === last?.id);
    expect(stored?.voidedAt).not.toBeNull();
  });

  test('with a change wants a word', async () => {
    const { fields } = await refusal(
      world.call(teacher, 'attentionFollowUp.record', follow({ change: 'better' })),
    );
    expect(fields?.text).toContain('请写一句');
  });

  test('of two at once both are stored', async () => {
    const before = await byId(caredCase);
    await Promise.all([
      world.call(teacher, 'attentionFollowUp.record', follow()),
      world.call(CAST.mentor, 'attentionFollowUp.record', follow()),
    ]);
    expect((await byId(caredCase)).followUpCount).toBe(before.followUpCount + 2);
  });
});

describe('sponsorship (包靠)', () => {
  const { caseId } = caseOf(studentIdOf(CLASSES.seven1, 1));
  const assign = (rev: number, sponsorId: string | null) =>
    world.call<Case>(CAST.studentAffairsOffice, 'attentionCase.assign', {
      caseId,
      rev,
      writeId: newWriteId(),
      sponsorId,
    });
  const namedOf = (id: string) =>
    world
      .stored<Member>('members')
      .find(({ _id }) => _id === id)
      ?.postings.find(({ role }) => role === 'leader')?.sponsored?.studentIds ?? [];

  test('brings the student into the leader’s reach, and out of it again', async () => {
    const studentId = studentIdOf(CLASSES.seven1, 1);
    await world.call(CAST.homeroomTeacher71, 'attentionCase.record', caseOf(studentId));
    expect((await refusal(byId(caseId, CAST.leader))).code).toBe('notFound');
    await assign(1, CAST.leader.openid);
    expect((await byId(caseId, CAST.leader)).id).toBe(caseId);
    expect(namedOf(CAST.leader.openid)).toEqual([studentId]);
    await assign(2, CAST.principal.openid);
    expect((await refusal(byId(caseId, CAST.leader))).code).toBe('notFound');
    expect(namedOf(CAST.leader.openid)).toEqual([]);
  });

  test('lists the leaders who stand for nobody, and the students nobody stands for (S4-275)', async () => {
    await assign(3, null);
    const { leaders, waiting } = await world.call<{
      leaders: { id: string; hasNone: boolean }[];
      waiting: { caseId: string }[];
    }>(CAST.principal, 'attentionSponsor.list', {});
    expect(leaders).toEqual([
      expect.objectContaining({ id: CAST.leader.openid, hasNone: false }),
      expect.objectContaining({ id: CAST.principal.openid, hasNone: true }),
    ]);
    expect(waiting.map((one) => one.caseId)).toContain(caseId);
    expect(waiting.map((one) => one.caseId)).not.toContain(caredCase);
  });

  test('is for leaders: a teacher cannot be named', async () => {
    expect((await refusal(assign(4, teacher.openid))).code).toBe('badInput');
  });
});

describe('a case that ends', () => {
  test('leaves the list, keeps its words and takes no more', async () => {
    const caseId = `case-${studentIdOf(CLASSES.seven3, 6)}-company`;
    await world.call(teacher, 'attentionCase.close', {
      caseId,
      rev: 1,
      writeId: newWriteId(),
      outcome: 'reached',
      outcomeText: '每周都和父母通话，放学后有同伴。',
    });
    expect(await byId(caseId)).toMatchObject({ status: 'closed', reviewOn: null });
    const later = { caseId, writeId: newWriteId(), change: 'same', text: '' };
    expect(
      (await refusal(world.call(teacher, 'attentionFollowUp.record', later))).message,
    ).toContain('已经结束');
  });

  test('by mistake is voided, and leaves the student’s file', async () => {
    const { caseId } = caseOf(STUDENTS.otherChild._id);
    await world.call(teacher, 'attentionCase.void', {
      caseId,
      rev: 1,
      writeId: newWriteId(),
      reason: '点错了学生',
    });
    expect(lineOf(caseId)?.voidedAt).not.toBeNull();
    expect(storedCase(caseId)).toMatchObject({ voidReason: '点错了学生' });
  });
});

describe('what the school calls its groups', () => {
  test('a new list begins on its day; the one before is kept', async () => {
    const listed = () =>
      world.call<{ rev: number; lists: { effectiveOn: string }[]; note: string | null }>(
        CAST.principal,
        'attentionCategory.list',
        {},
      );
    const preset = await listed();
    expect(preset.note).toContain('没有查到官方名单');
    const input = {
      rev: preset.rev,
      writeId: newWriteId(),
      effectiveOn: '2026-11-01',
      categories: [{ key: 'leftBehind', label: '留守', meaning: '' }],
      reviewDays: { 1: 5, 2: 10, 3: 20 },
    };
    await world.call(CAST.studentAffairsOffice, 'attentionCategory.revise', input);
    await world.call(CAST.studentAffairsOffice, 'attentionCategory.revise', input);
    expect(await listed()).toMatchObject({
      rev: 1,
      note: null,
      lists: [{ effectiveOn: '2000-01-01' }, { effectiveOn: '2026-11-01' }],
    });
    const past = { ...input, rev: 1, writeId: newWriteId(), effectiveOn: '2026-10-01' };
    const { code } = await refusal(world.call(CAST.principal, 'attentionCategory.revise', past));
    expect(code).toBe('badInput');
  });
});

describe('手牵手', () => {
  const pair = {
    pairingId: 'pair0of0the0test0000',
    writeId: 'pair0of0the0test0000',
    classId: CLASSES.seven3,
    studentIds: [STUDENTS.firstChild._id, STUDENTS.menteeIn73._id],
    aim: '一起背单词',
    until: '2026-12-31',
  };
  const lines = () =>
    world.stored<TimelineItem>('timeline').filter(({ refId }) => refId === pair.pairingId);

  test('stands in both files, for teachers only, until it ends', async () => {
    await world.call(teacher, 'peerPairing.record', pair);
    await world.call(teacher, 'peerPairing.record', pair);
    expect(lines().map(({ title, audience }) => [title, audience])).toEqual([
      ['手牵手 · 和苏予安', 'staff'],
      ['手牵手 · 和赵清越', 'staff'],
    ]);
    await world.call(teacher, 'peerPairing.close', {
      pairingId: pair.pairingId,
      writeId: newWriteId(),
      reason: '目标完成',
    });
    expect(lines().map(({ agreed }) => agreed)).toEqual([null, null]);
  });

  test('is of two students of the class', async () => {
    const other = { ...pair, pairingId: 'pair2', writeId: newWriteId() };
    const outsider = [STUDENTS.firstChild._id, STUDENTS.menteeIn71._id];
    for (const studentIds of [outsider, [STUDENTS.firstChild._id, STUDENTS.left._id]]) {
      const call = world.call(teacher, 'peerPairing.record', { ...other, studentIds });
      expect((await refusal(call)).code).toBe('notInClass');
    }
  });
});

test('today lists the reviews of one’s own class and of those one stands for', async () => {
  const due = async (person: { openid: string }) =>
    (await world.call<{ cases: { due: { id: string }[] } }>(person, 'careDuty.list', {})).cases.due;
  expect(await due(CAST.homeroomTeacher71)).toEqual([
    expect.objectContaining({ id: `case-${studentIdOf(CLASSES.seven1, 4)}-care` }),
  ]);
  expect(await due(CAST.guardian)).toEqual([]);
});
