import {
  LEDGER_CATEGORY_PRESET,
  MAX_CATEGORIES,
  ReviseLedgerCategories,
} from '../../../domain/school/ledger-category.schema';
import { but, sentences } from '../sentences';

const row = { key: 'reading', label: '热爱阅读学生', isSealed: false, isOn: true };
const revise = { rev: 1, writeId: 'a1B2c3D4e5F6g7H8', categories: [row] };

describe('the preset', () => {
  test('it has the ten rows of the form in its order (S4-238 to S4-247)', () => {
    expect(LEDGER_CATEGORY_PRESET.map(({ label }) => label)).toEqual([
      '家庭贫困学生',
      '家庭特别优越学生',
      '学习困难学生',
      '学习特别优秀学生',
      '单亲及孤儿学生',
      '外来务工人员子女',
      '随班就读残疾学生',
      '音体美特长学生',
      '活泼开朗型学生',
      '内秀抑郁型学生',
    ]);
  });

  test('family, health and psychology are sealed', () => {
    const open = LEDGER_CATEGORY_PRESET.filter((category) => !category.isSealed);
    expect(open.map(({ key }) => key)).toEqual([
      'learningDifficulty',
      'excellence',
      'talent',
      'outgoing',
    ]);
  });

  test('wealth is off, because filling it needs what must not be asked (S4-239)', () => {
    const off = LEDGER_CATEGORY_PRESET.filter((category) => !category.isOn);
    expect(off.map(({ key }) => key)).toEqual(['privileged']);
  });

  test('a school can save it as it is', () => {
    expect(
      sentences(ReviseLedgerCategories, { ...revise, categories: LEDGER_CATEGORY_PRESET }),
    ).toEqual({});
  });
});

describe('a school’s own list', () => {
  const said = (categories: unknown) =>
    sentences(ReviseLedgerCategories, but(revise, { categories }));

  test('may be empty or hold up to 20 rows', () => {
    const rows = Array.from({ length: MAX_CATEGORIES + 1 }, (_, i) => ({
      ...row,
      key: `row${i}`,
      label: `类别${i}`,
    }));
    expect(said([])).toEqual({});
    expect(said(rows.slice(1))).toEqual({});
    expect(said(rows)).toEqual({ categories: '最多设 20 个类别。' });
  });

  test('two rows cannot share a key or a name', () => {
    expect(said([row, { ...row, label: '热爱运动学生' }])).toEqual({
      categories: '有两个类别用了同一个编号，请删去一个再添加。',
    });
    expect(said([row, { ...row, key: 'sport' }])).toEqual({
      categories: '有两个类别同名，请改一个名称。',
    });
  });

  test('names that differ only by the spaces around them are the same name', () => {
    expect(said([row, { ...row, key: 'sport', label: ' 热爱阅读学生 ' }])).toEqual({
      categories: '有两个类别同名，请改一个名称。',
    });
  });

  test('a row needs a name of at most 20 characters', () => {
    expect(said([{ ...row, label: '' }])).toEqual({ 'categories.0.label': '请填写“类别名称”。' });
    expect(said([{ ...row, label: '好'.repeat(21) }])).toEqual({
      'categories.0.label': '“类别名称”最多 20 字，现在 21 字，请精简后再保存。',
    });
  });

  test('whether a row is sealed is never left open', () => {
    const { isSealed: _, ...undecided } = row;
    expect(Object.keys(said([undecided]))).toEqual(['categories.0.isSealed']);
  });
});
