import {
  gradesOfStages,
  planClasses,
  sayGrades,
  schoolYearFrom,
  usualTerms,
} from '../../../domain/first-run/first-run.rules';
import { SetUpSchool } from '../../../domain/first-run/first-run.schema';
import { newSchool } from '../../school/new-school';
import { but, sentences } from '../sentences';

const school = newSchool('abcdefghij0123456789');
const [autumn, spring] = school.terms as [(typeof school.terms)[0], (typeof school.terms)[0]];

describe('the school year that a new school begins with', () => {
  test('is the running one until mid-July, then the one to come', () => {
    expect(schoolYearFrom('2026-10-29')).toBe(2026);
    expect(schoolYearFrom('2027-03-01')).toBe(2026);
    expect(schoolYearFrom('2027-07-15')).toBe(2026);
    expect(schoolYearFrom('2027-07-16')).toBe(2027);
  });

  test('has two terms, the first week beginning with the first day', () => {
    const [autumn, spring] = usualTerms(2026);
    expect(autumn).toMatchObject({ startsOn: '2026-09-01', weekOneOn: '2026-09-01' });
    expect(spring?.endsOn).toBe('2027-07-10');
  });
});

describe('the classes of a new school', () => {
  test('六三 and 五四 differ in where junior school begins', () => {
    expect(gradesOfStages(['junior'], '63')).toEqual([7, 8, 9]);
    expect(gradesOfStages(['junior'], '54')).toEqual([6, 7, 8, 9]);
    expect(gradesOfStages(['junior', 'primary'], '63')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('are known by the year of entry, and numbered on through the campuses', () => {
    const { classes } = planClasses('s', 2026, school);
    const seven = classes.filter(({ entryYear }) => entryYear === 2026);
    expect(seven.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(seven.map(({ divisionId }) => divisionId)).size).toBe(2);
    expect(new Set(classes.map(({ _id }) => _id)).size).toBe(9);
    expect(classes.filter(({ entryYear }) => entryYear === 2024)).toHaveLength(2);
  });

  test('a grade without classes makes no division', () => {
    const { structure } = planClasses('s', 2026, school);
    expect(structure.divisions).toHaveLength(4);
    expect(structure.campuses.map(({ label }) => label)).toEqual(['本部', '东校区']);
  });

  test('are said as people count them', () => {
    expect(sayGrades(school.grades)).toBe('七年级 5 个班、八年级 2 个班、九年级 2 个班');
  });
});

describe('what a new school sends', () => {
  test('is accepted as it stands', () => {
    expect(SetUpSchool.safeParse(school).success).toBe(true);
  });

  test.each([
    [{ grades: [] }, '还没有班级，请在“班级”一步里加上。'],
    [{ grades: [{ grade: 3, campus: 0, classes: 2 }] }, '这所学校没有三年级，请检查学段和班级。'],
    [{ campuses: ['本部'] }, '有班级在已经去掉的校区里，请检查班级。'],
    [{ stages: [] }, '请选择学段。'],
    [{ presetIds: [] }, '请选一套会商制度。'],
    [{ name: ' ' }, '请填写“学校名称”。'],
    [{ terms: [autumn, { ...spring, startsOn: '2027-01-20' }] }, '有两个学期的日期重叠'],
    [{ terms: [{ ...autumn, weekOneOn: '2026-08-24' }] }, '第一教学周不在这个学期里'],
    [{ terms: [autumn, { ...autumn, half: 2 }] }, '有两个学期的日期重叠'],
    [{ terms: [autumn, { ...spring, half: 1 }] }, '同一个学期写了两次'],
    [{ terms: [{ ...autumn, endsOn: '2027-06-30' }] }, '一个学期最多 200 天'],
    [{ terms: [{ ...autumn, endsOn: '2026-08-01' }] }, '早于开学日期'],
  ])('is refused with a sentence: %j', (change, sentence) => {
    expect(Object.values(sentences(SetUpSchool, but(school, change))).join()).toContain(sentence);
  });
});
