import { LEDGER_CATEGORY_PRESET } from '../../../domain/school/ledger-category.schema';
import type { School } from '../../../domain/school/school.schema';
import { CAST, CAST_TERM, CLASSES, OTHER_SCHOOL_ID, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

interface List {
  rev: number;
  categories: { key: string; label: string; isSealed: boolean; isOn: boolean }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const list = () => world.call<List>(CAST.principal, 'ledgerCategory.list');
const revise = (rev: number, categories: object[], writeId = newWriteId()) =>
  world.call<{ rev: number }>(CAST.studentAffairsOffice, 'ledgerCategory.revise', {
    rev,
    writeId,
    categories,
  });
const rowsShown = async () => {
  const ledger = await world.call<{
    categories: { key: string; students: { id: string }[] }[];
  }>(CAST.homeroomTeacher, 'classLedger.byId', { classId: CLASSES.seven3 });
  return ledger.categories;
};
const schoolOf = (schoolId: string) =>
  world.stored<School>('schools').find(({ _id }) => _id === schoolId);

const READING = { key: 'reading', label: '热爱阅读学生', isSealed: false, isOn: true };

test('a school begins with the rows of the form (S4-238 to S4-247)', async () => {
  expect(await list()).toEqual({ rev: 1, categories: LEDGER_CATEGORY_PRESET });
});

test('a row that is added stands in every ledger at the next call', async () => {
  expect(await revise(1, [...LEDGER_CATEGORY_PRESET, READING])).toEqual({ rev: 2 });
  expect((await rowsShown()).map(({ key }) => key)).toContain('reading');
});

test('the other school keeps its own list', () => {
  expect(schoolOf(OTHER_SCHOOL_ID)?.ledgerCategories).toEqual(LEDGER_CATEGORY_PRESET);
});

test('a stale edit is refused with the list that stands', async () => {
  expect(await refusal(revise(1, []))).toMatchObject({
    code: 'stale',
    data: { rev: 2, ledgerCategories: expect.arrayContaining([READING]) },
  });
  expect((await list()).categories).toHaveLength(11);
});

test('sent again it is stored once, also after others have built on it', async () => {
  const writeId = newWriteId();
  const without = LEDGER_CATEGORY_PRESET;
  await revise(2, [...without], writeId);
  expect(await revise(2, [...without], writeId)).toEqual({ rev: 3 });
  await revise(3, [...without, READING]);
  expect(await revise(2, [...without], writeId)).toEqual({ rev: 4 });
  expect((await list()).categories).toContainEqual(READING);
});

describe('a row that is sealed later', () => {
  const sealed = LEDGER_CATEGORY_PRESET.map((category) =>
    category.key === 'talent' ? { ...category, isSealed: true } : category,
  );

  test('names nobody openly any more, neither in the ledger nor in a stale answer', async () => {
    const write = (rev: number, categories: object) =>
      world.call(CAST.homeroomTeacher, 'classLedger.revise', {
        classId: CLASSES.seven3,
        termId: CAST_TERM,
        rev,
        writeId: newWriteId(),
        analysis: '',
        goal: '',
        categories,
      });
    await write(1, { talent: [STUDENTS.otherChild._id], outgoing: [STUDENTS.firstChild._id] });
    await revise(4, sealed);
    const talent = (await rowsShown()).find(({ key }) => key === 'talent');
    expect(talent?.students).toEqual([]);
    const refused = await refusal(write(1, {}));
    expect(refused.data).toMatchObject({ categories: { outgoing: [STUDENTS.firstChild._id] } });
    expect(JSON.stringify(refused)).not.toContain(STUDENTS.otherChild._id);
  });
});

test.each(['leader', 'divisionHead', 'homeroomTeacher', 'guardian'] as const)(
  '%s cannot change the list',
  async (name) => {
    const write = world.call(CAST[name], 'ledgerCategory.revise', {
      rev: schoolOf(SCHOOL_ID)?.rev,
      writeId: newWriteId(),
      categories: [],
    });
    expect(await refusal(write)).toMatchObject({ code: 'notFound' });
  },
);
