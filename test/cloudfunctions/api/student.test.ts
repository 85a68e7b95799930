import { CAST, type CastName, CLASSES, STUDENTS } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { refusal } from './writes';

interface StudentList {
  classes: { id: string; label: string; studentCount: number }[];
  classId: string | null;
  students: { id: string; name: string }[];
  named: { id: string; name: string; classLabel: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const list = (name: CastName, input: object = {}) =>
  world.call<StudentList>(CAST[name], 'student.list', input);
const byId = (name: CastName, studentId: string) =>
  world.call<{ name: string; hasLeft: boolean; may: object }>(CAST[name], 'student.byId', {
    studentId,
  });
const labels = ({ classes }: StudentList) => classes.map(({ label }) => label);

describe('the list of students', () => {
  test('opens on one’s own class, by name, without those who left', async () => {
    const own = await list('homeroomTeacher');
    expect(own.classId).toBe(CLASSES.seven3);
    expect(own.students).toHaveLength(8);
    const names = own.students.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'zh-CN')));
    expect(names).not.toContain(STUDENTS.left.name);
  });

  test.each<[CastName, string[]]>([
    ['principal', ['七年级(1)班', '七年级(3)班', '七年级(4)班', '八年级(2)班', '九年级(1)班']],
    ['leader', ['七年级(3)班', '八年级(2)班']],
    ['divisionHead', ['七年级(1)班', '七年级(3)班', '七年级(4)班']],
    ['subjectTeacher', ['七年级(3)班', '七年级(4)班']],
    ['homeroomTeacher71', ['七年级(1)班']],
    ['mentor', ['八年级(2)班']],
    ['guardian', []],
  ])('offers %s the classes they reach, lowest grade first', async (name, expected) => {
    expect(labels(await list(name))).toEqual(expected);
  });

  test('a mentor finds the mentees of every class by name', async () => {
    const { named } = await list('mentor');
    expect(named).toHaveLength(6);
    expect(new Set(named.map(({ classLabel }) => classLabel))).toEqual(
      new Set(['七年级(3)班', '七年级(1)班']),
    );
  });

  test('a guardian finds their own children and nobody else', async () => {
    const { students, named } = await list('guardianOfTwo');
    expect(students).toEqual([]);
    expect(named.map(({ name }) => name).sort()).toEqual(['赵云起', '赵清越']);
  });

  test('a class out of reach and a class that does not exist answer alike', async () => {
    const forbidden = await refusal(list('homeroomTeacher71', { classId: CLASSES.seven3 }));
    const absent = await refusal(list('homeroomTeacher71', { classId: 'nowhere' }));
    expect(forbidden.code).toBe('notFound');
    expect(JSON.stringify(forbidden)).toBe(JSON.stringify(absent));
  });
});

describe('a student’s file', () => {
  test('a guardian sees the child’s head of file, without the ledger (S4-194)', async () => {
    const file = await byId('guardian', STUDENTS.otherChild._id);
    expect(file).toMatchObject({ name: STUDENTS.otherChild.name, may: { readLedger: false } });
  });

  test('who has left is still found, and marked', async () => {
    expect(await byId('homeroomTeacher', STUDENTS.left._id)).toMatchObject({ hasLeft: true });
  });

  test('a child of another family is nobody’s business', async () => {
    const refused = await refusal(byId('guardian', STUDENTS.firstChild._id));
    expect(refused.code).toBe('notFound');
  });
});
