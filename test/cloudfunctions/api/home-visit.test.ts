import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { addDays } from '../../../domain/calendar/day';
import type { ClassLedger } from '../../../domain/class-ledger/class-ledger.schema';
import { type HomeVisit, photoPathOf } from '../../../domain/home-visit/home-visit.schema';
import type { Revision } from '../../../domain/schema';
import type { Student } from '../../../domain/school/roster.schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import {
  CAST,
  CAST_TERM,
  CAST_TODAY,
  CLASSES,
  SCHOOL_ID,
  STUDENTS,
  studentIdOf,
} from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { storeFile } from '../harness/storage';
import { newVisitId, newWriteId, refusal, visit, visitFeedback, visitPlan } from './writes';

interface View {
  id: string;
  rev: number;
  status: string;
  dueOn: string | null;
  companion: { name: string; hasConfirmed: boolean } | null;
  words: { learned: string; agreed: string };
  sealed: { noteId: string; exists: boolean };
  voided: { reason: string } | null;
  may: { write: boolean };
}

interface Coverage {
  visited: number;
  students: { id: string; name: string; isPriority: boolean; isVisited: boolean }[];
}

interface Duties {
  owed: { visitId: string; owes: string; dueOn: string; student: { name: string } }[];
  toConfirm: { visitId: string; studentName: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher71;
const place = (n: number) => studentIdOf(CLASSES.seven1, n);
const call = (verb: string, input: object, person: { openid: string } = teacher) =>
  world.call<View>(person, `homeVisit.${verb}`, input);
const duties = (person: { openid: string } = teacher) =>
  world.call<Duties>(person, 'homeVisitDuty.list');
const storedVisit = (id: string) =>
  world.stored<HomeVisit>('homeVisits').find(({ _id }) => _id === id);
const storedStudent = (id: string) =>
  world.stored<Student>('students').find(({ _id }) => _id === id);
const noteOf = (visitId: string) =>
  world.stored<TimelineItem>('timeline').find(({ refId }) => refId === visitId);

describe('from plan to feedback (S1-90)', () => {
  const studentId = place(3);
  const visitId = newVisitId();

  test('a plan waits in 今天 until its day', async () => {
    const planned = await call('plan', visitPlan(studentId, visitId));
    expect(planned).toMatchObject({ rev: 1, status: 'planned', dueOn: addDays(CAST_TODAY, 1) });
    const mine = (await duties()).owed.find((one) => one.visitId === visitId);
    expect(mine).toMatchObject({ owes: 'visit', dueOn: addDays(CAST_TODAY, 1) });
    expect(noteOf(visitId)).toBeUndefined();
  });

  test('the visit counts for the student at once, and its feedback is owed a week later', async () => {
    const done = await call('record', visit(studentId, { rev: 1 }, visitId));
    expect(done).toMatchObject({ rev: 2, status: 'visited', dueOn: addDays(CAST_TODAY, 7) });
    expect(storedStudent(studentId)?.lastVisitOn).toBe(CAST_TODAY);
  });

  test('the feedback closes it, and a follow-up is the next plan', async () => {
    const nextId = newVisitId();
    const on = addDays(CAST_TODAY, 2);
    const closed = await call('close', {
      ...visitFeedback(visitId, 2),
      next: { visitId: nextId, on },
    });
    expect(closed).toMatchObject({ status: 'closed', dueOn: null });
    const { owed } = await duties();
    expect(owed.map((one) => one.visitId)).not.toContain(visitId);
    expect(owed.find((one) => one.visitId === nextId)).toMatchObject({ owes: 'visit', dueOn: on });
  });

  test('each earlier wording is kept', () => {
    const kept = world.stored<Revision>('revisions').filter(({ docId }) => docId === visitId);
    expect(kept.map(({ rev }) => rev).sort()).toEqual([1, 2]);
    expect(kept.find(({ rev }) => rev === 1)?.fields).toMatchObject({
      askAbout: '在家怎么安排时间',
    });
  });

  test('every write is audited with the reason it was allowed', () => {
    const actions = world
      .stored<Audit>('audits')
      .filter(({ documentId }) => documentId === visitId)
      .map(({ action, why }) => `${action} ${why?.role}`);
    expect(actions.sort()).toEqual([
      'homeVisit.close homeroomTeacher',
      'homeVisit.record homeroomTeacher',
      'homeVisit.record homeroomTeacher',
    ]);
  });
});

describe('feedback that is missing', () => {
  test('comes back every day until it is written, what is owed longest first', async () => {
    const { owed } = await duties();
    const feedback = owed.filter(({ owes }) => owes === 'feedback');
    expect(feedback[0]).toMatchObject({ dueOn: '2026-10-27' });
    const days = owed.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
  });

  test('cannot be written before the visit', async () => {
    const planned = await call('plan', visitPlan(place(6)));
    const early = await refusal(call('close', visitFeedback(planned.id, 1)));
    expect(early.message).toContain('请先记家访');
  });
});

describe('what the family sees', () => {
  const LEARNED = '说起数学有点着急';
  const AGREED = '每天晚饭后说一件学校里的事';

  test('is that the visit took place and what was agreed, never what was learned', async () => {
    const studentId = STUDENTS.otherChild._id;
    await call(
      'record',
      visit(studentId, { learned: LEARNED, agreed: AGREED }),
      CAST.homeroomTeacher,
    );
    const seen = JSON.stringify(await world.call(CAST.guardian, 'timeline.list', { studentId }));
    expect(seen).toContain('家访 · 上门');
    expect(seen).toContain(AGREED);
    expect(seen).not.toContain(LEARNED);
  });

  test('guardians reach no record of a visit', async () => {
    const visitId = `visit~${STUDENTS.otherChild._id}`;
    for (const [path, input] of [
      ['homeVisit.byId', { visitId }],
      ['homeVisit.list', { classId: CLASSES.seven3 }],
      ['homeVisitPhoto.list', { visitId }],
    ] as const) {
      expect(await refusal(world.call(CAST.guardian, path, input))).toMatchObject({
        code: 'notFound',
      });
    }
    expect(await duties(CAST.guardian)).toEqual({ owed: [], toConfirm: [] });
  });
});

describe('a visit has one visitor', () => {
  const visitId = `visit~${place(1)}`;

  test('another teacher of the student reads it, and cannot write it', async () => {
    const read = await call('byId', { visitId }, CAST.divisionHead);
    expect(read.may.write).toBe(false);
    const mine = await call('byId', { visitId });
    const attempt = visit(place(1), { rev: mine.rev }, visitId);
    for (const refused of [
      call('record', attempt, CAST.divisionHead),
      call('close', visitFeedback(visitId, mine.rev), CAST.divisionHead),
    ]) {
      expect(await refusal(refused)).toMatchObject({ code: 'notFound' });
    }
  });

  test('a subject teacher and the homeroom teacher of another class do not even read it', async () => {
    for (const person of [CAST.subjectTeacher, CAST.homeroomTeacher82, CAST.otherPrincipal]) {
      expect(await refusal(call('byId', { visitId }, person))).toMatchObject({ code: 'notFound' });
    }
  });

  test('nobody’s visit can be moved to another student', async () => {
    const { rev } = await call('byId', { visitId });
    const moved = call('record', visit(place(2), { rev }, visitId));
    expect(await refusal(moved)).toMatchObject({ code: 'notFound' });
  });

  test('a stale edit is answered with the version that stands', async () => {
    const stale = await refusal(call('record', visit(place(1), { rev: 0 }, visitId)));
    expect(stale).toMatchObject({ code: 'stale', data: { id: visitId } });
  });
});

describe('the companion', () => {
  const studentId = place(4);
  const visitId = newVisitId();
  const companionId = CAST.mentor.openid;

  test('is asked once the visit took place, and says so with one tap', async () => {
    await call('record', visit(studentId, { companionId }, visitId));
    const asked = (await duties(CAST.mentor)).toConfirm;
    expect(asked.map((one) => one.visitId)).toEqual([visitId]);
    const input = { visitId, writeId: newWriteId(), isConfirmed: true };
    await call('signOff', input, CAST.mentor);
    await call('signOff', input, CAST.mentor);
    expect((await duties(CAST.mentor)).toConfirm).toEqual([]);
    expect((await call('byId', { visitId })).companion).toMatchObject({ hasConfirmed: true });
  });

  test('can take the tap back', async () => {
    await call('signOff', { visitId, writeId: newWriteId(), isConfirmed: false }, CAST.mentor);
    expect((await duties(CAST.mentor)).toConfirm).toHaveLength(1);
  });

  test('is nobody but the one who was named', async () => {
    const input = { visitId, writeId: newWriteId(), isConfirmed: true };
    for (const person of [teacher, CAST.subjectTeacher, CAST.divisionHead]) {
      expect(await refusal(call('signOff', input, person))).toMatchObject({ code: 'notFound' });
    }
  });

  test('is of the staff, not a guardian, a stranger or oneself', async () => {
    for (const openid of [CAST.guardian.openid, CAST.stranger.openid, teacher.openid]) {
      const refused = await refusal(call('record', visit(studentId, { companionId: openid })));
      expect(refused).toMatchObject({ code: 'badInput' });
    }
  });
});

describe('the sealed part of a visit', () => {
  const visitId = newVisitId();
  const WORDS = '父母近期分开居住';
  const seal = (rev: number, text: string, person: { openid: string } = teacher) =>
    world.call<{ rev: number }>(person, 'sealedNote.reviseHomeVisit', {
      visitId,
      rev,
      text,
      writeId: newWriteId(),
    });

  test('is stored apart; the visit only knows that it exists', async () => {
    await call('record', visit(place(5), {}, visitId));
    expect(await seal(0, WORDS)).toEqual({ rev: 1 });
    const { sealed } = await call('byId', { visitId });
    expect(sealed).toEqual({ noteId: sealedNoteIdOf(visitId, 'homeVisit'), exists: true });
    expect(JSON.stringify(storedVisit(visitId))).not.toContain(WORDS);
    const note = world.stored<SealedNote>('sealedNotes').find(({ ofId }) => ofId === visitId);
    expect(note).toMatchObject({ text: WORDS, studentId: place(5) });
  });

  test('is opened with a reason, and written by nobody else', async () => {
    const opened = await world.call<{ text: string }>(CAST.counsellor, 'sealedNote.byId', {
      noteId: sealedNoteIdOf(visitId, 'homeVisit'),
      reason: '学生遇到困难',
    });
    expect(opened.text).toBe(WORDS);
    expect(await refusal(seal(1, '别的话', CAST.divisionHead))).toMatchObject({ code: 'notFound' });
  });
});

describe('a visit that is voided', () => {
  test('leaves file, duty and coverage, keeps its words and says why', async () => {
    const studentId = place(7);
    const first = await call('record', visit(studentId, { visitedOn: '2026-10-20' }));
    const second = await call('record', visit(studentId));
    expect(storedStudent(studentId)?.lastVisitOn).toBe(CAST_TODAY);

    const input = { visitId: second.id, rev: 1, writeId: newWriteId(), reason: '记错了学生' };
    await call('void', input);
    await call('void', input);
    expect(storedVisit(second.id)).toMatchObject({
      voidReason: '记错了学生',
      learned: '自己贴了作息表',
      dueOn: null,
    });
    expect(noteOf(second.id)?.voidedAt).not.toBeNull();
    expect(storedStudent(studentId)?.lastVisitOn).toBe('2026-10-20');

    await call('void', { ...input, visitId: first.id, writeId: newWriteId() });
    expect(storedStudent(studentId)?.lastVisitOn).toBeNull();
    const late = await refusal(call('close', visitFeedback(first.id, 2)));
    expect(late.message).toBe('这次家访已经作废。');
  });

  test('corrected to an earlier day, then voided, leaves the visit before it as the last', async () => {
    const studentId = place(6);
    const before = storedStudent(studentId)?.lastVisitOn ?? null;
    const first = await call('record', visit(studentId, { visitedOn: '2026-10-25' }));
    const second = await call('record', visit(studentId));
    expect(storedStudent(studentId)?.lastVisitOn).toBe(CAST_TODAY);

    const corrected = visit(studentId, { rev: 1, visitedOn: '2026-10-27' }, second.id);
    await call('record', corrected);
    expect(storedStudent(studentId)?.lastVisitOn).toBe('2026-10-27');
    await call('record', visit(studentId, { rev: 2, visitedOn: '2026-10-20' }, second.id));
    expect(storedStudent(studentId)?.lastVisitOn).toBe('2026-10-25');
    await call('record', visit(studentId, { rev: 3, visitedOn: '2026-10-28' }, second.id));
    expect(storedStudent(studentId)?.lastVisitOn).toBe('2026-10-28');

    const undo = (visitId: string, rev: number) =>
      call('void', { visitId, rev, writeId: newWriteId(), reason: '记错了' });
    await undo(second.id, 4);
    expect(storedStudent(studentId)?.lastVisitOn).toBe('2026-10-25');
    await undo(first.id, 1);
    expect(storedStudent(studentId)?.lastVisitOn ?? null).toBe(before);
  });

  test('an earlier visit entered late does not become the last one', async () => {
    const studentId = place(8);
    await call('record', visit(studentId));
    await call('record', visit(studentId, { visitedOn: '2026-10-01' }));
    expect(storedStudent(studentId)?.lastVisitOn).toBe(CAST_TODAY);
  });
});

describe('the coverage of a class this term (S1-88, S1-89)', () => {
  test('shows who is next: priority groups, then never visited, and names no category', async () => {
    const { students, visited } = await world.call<Coverage>(
      CAST.homeroomTeacher,
      'homeVisit.list',
      { classId: CLASSES.seven3 },
    );
    expect(students).toHaveLength(8);
    const waiting = students.filter(({ isVisited }) => !isVisited);
    expect(visited).toBe(students.length - waiting.length);
    expect(students.slice(0, waiting.length)).toEqual(waiting);
    const marks = waiting.map(({ isPriority }) => Number(isPriority));
    expect(marks).toEqual([...marks].sort().reverse());
    expect(students.some(({ isPriority }) => isPriority)).toBe(true);
    expect(JSON.stringify(students)).not.toContain('学习困难');
  });

  test('puts a mentee of an open category first in the mentor’s list too, from whatever class', async () => {
    const mentee = STUDENTS.menteeIn71._id;
    const isFirst = async () => {
      const { students } = await world.call<{ students: { id: string; isPriority: boolean }[] }>(
        CAST.mentor,
        'homeVisit.list',
        {},
      );
      return students.find(({ id }) => id === mentee)?.isPriority;
    };
    const ledger = world
      .stored<ClassLedger>('classLedgers')
      .find(({ termId, classId }) => termId === CAST_TERM && classId === CLASSES.seven1);
    const { _id = '', categories = {} } = ledger ?? {};
    await world.patch('classLedgers', _id, { categories: { behaviour: [mentee] } });
    const before = await isFirst();
    await world.patch('classLedgers', _id, { categories: { learningDifficulty: [mentee] } });
    expect([before, await isFirst()]).toEqual([false, true]);
    await world.patch('classLedgers', _id, { categories });
  });

  test('an open case comes first too, for those who may read the case, without a word of it', async () => {
    const byCategory = world
      .stored<ClassLedger>('classLedgers')
      .flatMap(({ termId, categories }) =>
        termId === CAST_TERM ? (categories.learningDifficulty ?? []) : [],
      );
    const open = world
      .stored<AttentionCase>('attentionCases')
      .find(
        ({ status, kind, schoolId, studentId }) =>
          schoolId === SCHOOL_ID &&
          status === 'open' &&
          kind === 'care' &&
          !byCategory.includes(studentId),
      );
    if (!open) throw new Error('the school has no open case');
    const list = await world.call<Coverage>(CAST.principal, 'homeVisit.list', {
      classId: open.classId,
    });
    expect(list.students.find(({ id }) => id === open.studentId)).toMatchObject({
      isPriority: true,
    });
    expect(JSON.stringify(list)).not.toContain(open._id);
  });

  test('a mentor sees mentees from whatever class', async () => {
    const { students } = await world.call<Coverage>(CAST.mentor, 'homeVisit.list', {});
    expect(students.map(({ id }) => id)).toEqual(
      expect.arrayContaining([STUDENTS.menteeIn73._id, STUDENTS.menteeIn71._id]),
    );
    expect(students).toHaveLength(6);
  });
});

describe('a form', () => {
  test('offers the class’s other teachers as companions', async () => {
    const { colleagues } = await world.call<{ colleagues: { name: string }[] }>(
      CAST.homeroomTeacher,
      'homeVisitForm.byId',
      { studentId: STUDENTS.otherChild._id, classId: CLASSES.seven3 },
    );
    const names = colleagues.map(({ name }) => name);
    expect(names).toContain(CAST.subjectTeacher.name);
    expect(names).not.toContain(CAST.homeroomTeacher.name);
  });

  test('does not carry a visit of another student', async () => {
    const other = { studentId: place(1), classId: CLASSES.seven1, visitId: `visit~${place(2)}` };
    expect(await refusal(world.call(teacher, 'homeVisitForm.byId', other))).toMatchObject({
      code: 'notFound',
    });
  });
});

describe('a write that is sent again', () => {
  test('stores once, alone, at once twice, and late after others', async () => {
    const input = visit(place(6));
    const [first, second] = await Promise.all([call('record', input), call('record', input)]);
    expect(second.rev).toBe(first.rev);
    const feedback = visitFeedback(input.visitId, 1);
    await call('close', feedback);
    expect((await call('record', input)).status).toBe('closed');
    expect((await call('close', feedback)).rev).toBe(2);
    expect(storedVisit(input.visitId)).toMatchObject({ rev: 2, status: 'closed' });
  });
});

describe('photos', () => {
  test('are opened by readers for a while, and each opening is audited', async () => {
    const visitId = newVisitId();
    const photo = await storeFile(world, teacher, photoPathOf(visitId, 'a'.repeat(20)));
    await call('record', visit(place(2), { photos: [photo] }, visitId));
    const urls = await world.call<string[]>(CAST.principal, 'homeVisitPhoto.list', { visitId });
    expect(await (await fetch(urls[0] as string)).text()).toBe('a picture');
    const openings = world
      .stored<Audit>('audits')
      .filter(({ documentId, reason }) => documentId === visitId && reason === '查看家访照片');
    expect(openings.map(({ by }) => by)).toEqual([CAST.principal.openid]);
    const read = JSON.stringify(await call('byId', { visitId }, CAST.principal));
    expect(read).not.toContain('cloud://');
  });
});

test('those who left are only read', async () => {
  const left = world.call(CAST.homeroomTeacher, 'homeVisit.record', visit(STUDENTS.left._id));
  expect(await refusal(left)).toMatchObject({ code: 'studentLeft' });
});
