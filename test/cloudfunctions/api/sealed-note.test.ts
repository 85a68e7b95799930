import type { Audit } from '../../../cloudfunctions/kernel/audit';
import {
  type ClassLedger,
  entryIdOf,
  type LedgerEntry,
  ledgerIdOf,
} from '../../../domain/class-ledger/class-ledger.schema';
import { type SealedNote, sealedNoteIdOf } from '../../../domain/sealed-note/sealed-note.schema';
import { CAST, CAST_TERM, type CastName, CLASSES, STUDENTS, studentIdOf } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

const WORDS = '父母分居，由姑姑照看';
const REASON = '准备家访';

interface Opened {
  rev: number;
  text: string;
  rows: Record<string, string[]>;
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const noteOfStudent = (studentId: string) =>
  sealedNoteIdOf(entryIdOf(CAST_TERM, studentId), 'family');
const noteOfClass = (classId: string) =>
  sealedNoteIdOf(ledgerIdOf(CAST_TERM, classId), 'categories');
const open = (person: { openid: string }, noteId: string, reason: unknown = REASON) =>
  world.call<Opened>(person, 'sealedNote.byId', { noteId, reason });
const family = (studentId: string, rev: number, text: string, writeId = newWriteId()) => ({
  studentId,
  termId: CAST_TERM,
  rev,
  text,
  writeId,
});
const seal = (input: object) =>
  world.call<{ rev: number }>(CAST.homeroomTeacher82, 'sealedNote.reviseFamily', input);
const openings = (noteId: string) =>
  world
    .stored<Audit>('audits')
    .filter(({ action, documentId }) => action === 'sealedNote.read' && documentId === noteId);
const noteWith = (noteId: string) =>
  world.stored<SealedNote>('sealedNotes').find(({ _id }) => _id === noteId);

const STUDENT = studentIdOf(CLASSES.eight2, 1);
const NOTE = noteOfStudent(STUDENT);

describe('the family part of a line (S4-206)', () => {
  test('is stored apart, and the line only knows that it exists', async () => {
    expect(await seal(family(STUDENT, 0, WORDS))).toEqual({ rev: 1 });
    expect(noteWith(NOTE)?.text).toBe(WORDS);
    const entry = world
      .stored<LedgerEntry>('ledgerEntries')
      .find(({ _id }) => _id === entryIdOf(CAST_TERM, STUDENT));
    expect(entry).toMatchObject({ hasSealedFamily: true, rev: 0 });
    expect(JSON.stringify(entry)).not.toContain(WORDS);
  });

  test('its earlier wording goes to a shelf of its own', async () => {
    await seal(family(STUDENT, 1, `${WORDS}。`));
    expect(JSON.stringify(world.stored('sealedRevisions'))).toContain(WORDS);
    expect(JSON.stringify(world.stored('revisions'))).not.toContain(WORDS);
  });

  test('sent again, also after a later edit, it is stored once', async () => {
    const input = family(STUDENT, 2, `${WORDS}，已联系`);
    expect(await seal(input)).toEqual({ rev: 3 });
    expect(await seal(input)).toEqual({ rev: 3 });
    await seal(family(STUDENT, 3, `${WORDS}，已家访`));
    expect(await seal(input)).toEqual({ rev: 4 });
    expect(noteWith(NOTE)?.text).toBe(`${WORDS}，已家访`);
  });

  test('writing leaves an audit without the words', () => {
    const audits = world.stored<Audit>('audits').filter(({ documentId }) => documentId === NOTE);
    expect(audits.length).toBeGreaterThan(0);
    expect(JSON.stringify(audits)).not.toContain(WORDS);
  });

  test('a stale edit shows what stands, which counts as opening it', async () => {
    const before = openings(NOTE).length;
    const answer = await refusal(seal(family(STUDENT, 1, '迟到的话')));
    expect(answer).toMatchObject({ code: 'stale', data: { rev: 4, text: `${WORDS}，已家访` } });
    expect(openings(NOTE)).toHaveLength(before + 1);
    expect(openings(NOTE).at(-1)).toMatchObject({
      by: CAST.homeroomTeacher82.openid,
      reason: '对照已更新的版本',
    });
    expect(JSON.stringify(world.stored('sealedNotes'))).not.toContain('迟到的话');
  });
});

describe('opening', () => {
  test.each([[undefined], [''], ['   '], [{ $ne: '' }]])(
    'without a reason (%j) shows nothing and leaves no trace',
    async (reason) => {
      const before = openings(NOTE).length;
      const input = { noteId: NOTE, reason };
      const refused = await refusal(world.call(CAST.principal, 'sealedNote.byId', input));
      expect(refused.code).toBe('badInput');
      expect(Object.keys(refused.fields ?? {})).toEqual(['reason']);
      expect(openings(NOTE)).toHaveLength(before);
    },
  );

  test.each<[CastName, string, string]>([
    ['principal', 'principal', 'school'],
    ['leader', 'leader', 'sponsored'],
    ['homeroomTeacher82', 'homeroomTeacher', 'class'],
    ['counsellor', 'counsellor', 'school'],
  ])('%s opens it, and the audit keeps who, as what and why', async (name, role, scope) => {
    const opened = await open(CAST[name], NOTE);
    expect(opened.text).toContain(WORDS);
    expect(openings(NOTE).at(-1)).toMatchObject({
      by: CAST[name].openid,
      byName: CAST[name].name,
      studentId: STUDENT,
      why: { role, scope },
      reason: REASON,
    });
  });

  test('a mentor opens the note of a mentee, and no other', async () => {
    await world.call(
      CAST.homeroomTeacher,
      'sealedNote.reviseFamily',
      family(
        STUDENTS.menteeIn73._id,
        noteWith(noteOfStudent(STUDENTS.menteeIn73._id))?.rev ?? 0,
        '爷爷住院',
      ),
    );
    const opened = await open(CAST.mentor, noteOfStudent(STUDENTS.menteeIn73._id));
    expect(opened.text).toBe('爷爷住院');
    expect(await refusal(open(CAST.mentor, noteOfStudent(STUDENTS.firstChild._id)))).toMatchObject({
      code: 'notFound',
    });
  });

  test.each<CastName>([
    'subjectTeacher',
    'studentAffairsOffice',
    'academicAffairsOffice',
    'divisionHead',
    'homeroomTeacher71',
    'guardianOfTwo',
    'guardian',
    'otherPrincipal',
    'otherHomeroomTeacher',
  ])('%s cannot, and learns nothing from trying', async (name) => {
    const before = openings(NOTE).length;
    const forbidden = await refusal(open(CAST[name], NOTE));
    const absent = await refusal(open(CAST[name], noteOfStudent('nobody')));
    expect(forbidden.code).toBe('notFound');
    expect(JSON.stringify(forbidden)).toBe(JSON.stringify(absent));
    expect(openings(NOTE)).toHaveLength(before);
  });

  test('every opening is a line of its own, also by the same person with the same reason', async () => {
    const before = openings(NOTE).length;
    await open(CAST.counsellor, NOTE);
    await open(CAST.counsellor, NOTE);
    expect(openings(NOTE)).toHaveLength(before + 2);
  });
});

describe('sealed categories (S4-238, S4-242 to S4-244)', () => {
  const rows = { poverty: [STUDENT], migrantChild: [studentIdOf(CLASSES.eight2, 2)] };
  const revise = (change: object = {}) =>
    world.call<{ rev: number }>(CAST.homeroomTeacher82, 'sealedNote.reviseCategories', {
      classId: CLASSES.eight2,
      termId: CAST_TERM,
      rev: 0,
      writeId: newWriteId(),
      rows,
      ...change,
    });

  test('are stored apart, and the ledger only knows that they exist', async () => {
    expect(await revise()).toEqual({ rev: 1 });
    const ledger = world
      .stored<ClassLedger>('classLedgers')
      .find(({ _id }) => _id === ledgerIdOf(CAST_TERM, CLASSES.eight2));
    expect(ledger).toMatchObject({ hasSealedCategories: true, categories: {}, rev: 0 });
    expect((await open(CAST.principal, noteOfClass(CLASSES.eight2))).rows).toEqual(rows);
  });

  test('an open row, a row that is off and an unknown row are refused', async () => {
    for (const key of ['talent', 'privileged', 'unknown']) {
      const refused = await refusal(revise({ rev: 1, rows: { [key]: [STUDENT] } }));
      expect(refused).toMatchObject({
        code: 'badInput',
        message: '有的类别已停用或不是保密类别。请刷新后再填。',
      });
    }
  });

  test('a student of another class is refused', async () => {
    const refused = await refusal(revise({ rev: 1, rows: { poverty: [STUDENTS.firstChild._id] } }));
    expect(refused.code).toBe('notInClass');
  });

  test('a mentor cannot open what names a whole class', async () => {
    const refused = await refusal(open(CAST.mentor, noteOfClass(CLASSES.seven3)));
    expect(refused.code).toBe('notFound');
  });
});

test('a note follows a student who changes class: the new homeroom teacher opens it, the old one not', async () => {
  const studentId = studentIdOf(CLASSES.eight2, 2);
  await seal(family(studentId, 0, WORDS));
  const noteId = noteOfStudent(studentId);
  const [to] = world
    .stored<{ _id: string; divisionId: string }>('classes')
    .filter(({ _id }) => _id === CLASSES.seven3);
  await world.patch('students', studentId, { classId: to?._id, divisionId: to?.divisionId });
  expect((await open(CAST.homeroomTeacher, noteId)).text).toBe(WORDS);
  expect(await refusal(open(CAST.homeroomTeacher82, noteId))).toMatchObject({ code: 'notFound' });
});
