import {
  classLabel,
  gradeOf,
  type SchoolClassIdentity,
  type StageSystem,
} from '../../../domain/calendar/school-class';

const junior = (entryYear: number, number = 3): SchoolClassIdentity => ({
  entryYear,
  stage: 'junior',
  number,
});
const primary = (entryYear: number, number = 1): SchoolClassIdentity => ({
  entryYear,
  stage: 'primary',
  number,
});

describe('what a class is called', () => {
  test.each<[string, SchoolClassIdentity, number, StageSystem, string]>([
    ['junior school begins with grade 7 in 六三', junior(2026), 2026, '63', '七年级(3)班'],
    ['junior school begins with grade 6 in 五四', junior(2026), 2026, '54', '六年级(3)班'],
    ['a class rises every summer', junior(2026), 2028, '63', '九年级(3)班'],
    ['五四 has a fourth junior year', junior(2026), 2029, '54', '九年级(3)班'],
    ['primary school begins with grade 1', primary(2026), 2026, '63', '一年级(1)班'],
    ['六三 has a sixth primary year', primary(2021), 2026, '63', '六年级(1)班'],
    ['五四 ends primary school after five', primary(2022), 2026, '54', '五年级(1)班'],
  ])('%s', (_why, identity, schoolYear, system, label) => {
    expect(classLabel(identity, schoolYear, system)).toBe(label);
  });

  test('graduates are called by the year they entered', () => {
    expect(classLabel(junior(2023), 2026, '63')).toBe('2023级(3)班');
    expect(classLabel(primary(2021), 2026, '54')).toBe('2021级(1)班');
    expect(gradeOf(junior(2023), 2026, '63')).toBeNull();
  });

  test('a class that has not entered yet has no grade', () => {
    expect(gradeOf(junior(2027), 2026, '63')).toBeNull();
    expect(classLabel(junior(2027), 2026, '63')).toBe('2027级(3)班');
  });
});
