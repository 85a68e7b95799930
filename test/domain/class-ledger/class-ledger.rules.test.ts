import {
  filledFields,
  isWritten,
  ledgerHeader,
  NO_FIELDS,
  pickFields,
  refusedRows,
  standingLine,
  strangersIn,
} from '../../../domain/class-ledger/class-ledger.rules';
import type { LedgerEntry, LedgerFields } from '../../../domain/class-ledger/class-ledger.schema';
import type { LedgerCategory } from '../../../domain/school/ledger-category.schema';

const at = new Date('2026-10-29T00:00:00Z');
const line = (termId: string, fields: Partial<LedgerFields> = {}): LedgerEntry => ({
  _id: `${termId}~student`,
  schemaVersion: 1,
  schoolId: 'school',
  createdAt: at,
  createdBy: 'teacher',
  updatedAt: at,
  updatedBy: 'teacher',
  updatedByName: '王老师',
  rev: 1,
  ...NO_FIELDS,
  ...fields,
  studentId: 'student',
  classId: 'class',
  divisionId: 'division',
  termId,
  hasSealedFamily: false,
  contributions: [],
  lastWriteId: '',
});

describe('the head of the form', () => {
  test('it is counted from the roster: students, boys and girls (S4-235)', () => {
    const roster = [
      { sex: 'male', status: 'enrolled' },
      { sex: 'female', status: 'enrolled' },
      { sex: 'female', status: 'enrolled' },
    ] as const;
    expect(ledgerHeader(roster)).toEqual({ students: 3, boys: 1, girls: 2 });
  });

  test('who has left is not counted', () => {
    const roster = [
      { sex: 'male', status: 'enrolled' },
      { sex: 'male', status: 'left' },
      { sex: 'female', status: 'left' },
    ] as const;
    expect(ledgerHeader(roster)).toEqual({ students: 1, boys: 1, girls: 0 });
  });

  test('an empty class counts nobody', () => {
    expect(ledgerHeader([])).toEqual({ students: 0, boys: 0, girls: 0 });
  });
});

describe('whether a line is written', () => {
  test('one part is enough, and each part that has words counts', () => {
    expect(isWritten(NO_FIELDS)).toBe(false);
    expect(isWritten({ ...NO_FIELDS, thinking: '在想中考的事' })).toBe(true);
    expect(filledFields({ ...NO_FIELDS, strengths: '热心', study: '认真' })).toBe(2);
  });

  test('only the six parts are picked from a stored line', () => {
    expect(pickFields(line('2026-1', { strengths: '热心' }))).toEqual({
      ...NO_FIELDS,
      strengths: '热心',
    });
  });
});

describe('copying from last term', () => {
  const copied = { copiedFromTermId: '2025-2' };
  const lastTerm = line('2025-2', { strengths: '乐于助人' });

  test('last term shows through until the line is written (S4-206)', () => {
    expect(standingLine(copied, undefined, lastTerm)).toEqual({
      fields: { ...NO_FIELDS, strengths: '乐于助人' },
      isCarriedOver: true,
    });
  });

  test('a line that only holds a contribution of a colleague is not yet written', () => {
    expect(standingLine(copied, line('2026-1'), lastTerm).isCarriedOver).toBe(true);
  });

  test('what is written this term stands, and nothing of last term is mixed into it', () => {
    const current = line('2026-1', { study: '进步明显' });
    expect(standingLine(copied, current, lastTerm)).toEqual({
      fields: { ...NO_FIELDS, study: '进步明显' },
      isCarriedOver: false,
    });
  });

  test('nothing is carried over unless the teacher asked for it', () => {
    const empty = { fields: NO_FIELDS, isCarriedOver: false };
    expect(standingLine(null, undefined, lastTerm)).toEqual(empty);
    expect(standingLine({ copiedFromTermId: null }, undefined, lastTerm)).toEqual(empty);
  });

  test('only the term that was copied shows through', () => {
    const older = line('2025-1', { strengths: '旧的话' });
    expect(standingLine(copied, undefined, older).isCarriedOver).toBe(false);
  });

  test('an empty line of last term carries nothing over', () => {
    expect(standingLine(copied, undefined, line('2025-2')).isCarriedOver).toBe(false);
  });
});

describe('category rows', () => {
  const categories: LedgerCategory[] = [
    { key: 'talent', label: '音体美特长学生', isSealed: false, isOn: true },
    { key: 'poverty', label: '家庭贫困学生', isSealed: true, isOn: true },
    { key: 'privileged', label: '家庭特别优越学生', isSealed: true, isOn: false },
  ];

  test('an open row may be stored openly (S4-245)', () => {
    expect(refusedRows({ talent: ['s1'] }, categories, 'open')).toEqual([]);
  });

  test('a sealed row is refused among the open ones, and the other way round (S4-238)', () => {
    expect(refusedRows({ poverty: ['s1'] }, categories, 'open')).toEqual(['poverty']);
    expect(refusedRows({ talent: ['s1'] }, categories, 'sealed')).toEqual(['talent']);
  });

  test('a row that is switched off or unknown is refused in both (S4-239)', () => {
    const rows = { privileged: [], unknown: [] };
    expect(refusedRows(rows, categories, 'open')).toEqual(['privileged', 'unknown']);
    expect(refusedRows(rows, categories, 'sealed')).toEqual(['privileged', 'unknown']);
  });

  test('students who are not of the class are found, each once', () => {
    const rows = { talent: ['s1', 'x'], outgoing: ['x', 's2'] };
    expect(strangersIn(rows, [{ _id: 's1' }, { _id: 's2' }])).toEqual(['x']);
    expect(strangersIn({}, [])).toEqual([]);
  });
});
