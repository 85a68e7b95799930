/**
 * The cast: one small school of named, invented people. Tests, the demo and the screenshots all
 * play with them; they stand at the same place however large the school around them is made.
 *
 * 青禾实验学校 goes by 五四制 (junior school from grade six), so that the classes of grade seven
 * already have a year behind them in autumn.
 */
import type { Member, Posting, Role } from '../../domain/access/roles';

/** 第9周 · 单周 · 周四. */
export const CAST_TODAY = '2026-10-29';
/** Ten in the morning of that day in Asia/Shanghai. */
export const CAST_NOW = new Date('2026-10-29T10:00:00+08:00');

/** The first term of the year of CAST_TODAY, and the one before. */
export const CAST_TERM = '2026-1';
export const CAST_LAST_TERM = '2025-2';

export const SCHOOL_ID = 'qinghe';
export const OTHER_SCHOOL_ID = 'baiyang';

export const divisionIdOf = (grade: number): string => `${SCHOOL_ID}-g${grade}`;
export const classIdOf = (grade: number, number: number): string =>
  `${SCHOOL_ID}-g${grade}-c${number}`;
/** Students are known by their place in the class, from 1. */
export const studentIdOf = (classId: string, place: number): string =>
  `${classId}-s${String(place).padStart(2, '0')}`;

/** The classes that the cast belongs to; every school that is made has them, in this order. */
export const CLASSES = {
  /** 七年级(3)班 of 王晓岚: about seven lines of ten written, the last places are waiting. */
  seven3: classIdOf(7, 3),
  /** 七年级(1)班 of 李若谷: every line written. */
  seven1: classIdOf(7, 1),
  /** 七年级(4)班: a few lines written. */
  seven4: classIdOf(7, 4),
  /** 八年级(2)班 of 孙一帆: the ledger of this term is not begun; last term's can be copied. */
  eight2: classIdOf(8, 2),
  /** 九年级(1)班: last term's lines are copied and wait to be confirmed; nobody's of the cast. */
  nine1: classIdOf(9, 1),
  /** The one class of the other school. */
  elsewhere: `${OTHER_SCHOOL_ID}-g3-c1`,
} as const;

/** Students with a part to play. Places 1 to 8 exist even in the smallest class. */
export const STUDENTS = {
  /** Child of 赵文博; mentor 王晓岚; line written twice, contributions, a sealed family note. */
  firstChild: { _id: studentIdOf(CLASSES.seven3, 1), name: '赵清越', sex: 'female' },
  /** The same family's other child, in 八年级(2)班. */
  secondChild: { _id: studentIdOf(CLASSES.eight2, 1), name: '赵云起', sex: 'male' },
  /** Child of 刘春燕, in 七年级(3)班; line written, mentor 王晓岚. */
  otherChild: { _id: studentIdOf(CLASSES.seven3, 2), name: '高思齐', sex: 'male' },
  /** Mentor 陈向南; line written. */
  menteeIn73: { _id: studentIdOf(CLASSES.seven3, 3), name: '苏予安', sex: 'female' },
  /** Mentor 陈向南, in 七年级(1)班. */
  menteeIn71: { _id: studentIdOf(CLASSES.seven1, 3), name: '顾行舟', sex: 'male' },
  /** Left 七年级(3)班 in September; counted nowhere, records kept. */
  left: { _id: studentIdOf(CLASSES.seven3, 99), name: '沈南乔', sex: 'female' },
  /** In the other school, with a sealed family note. */
  elsewhere: { _id: studentIdOf(CLASSES.elsewhere, 1), name: '江望舒', sex: 'female' },
} as const;

/** Places of 九年级(1)班 that nobody is mentor of yet. */
export const PLACES_WITHOUT_MENTOR = [6, 7, 8];

const at = (schoolId: string, role: Role, reach: Omit<Posting, 'schoolId' | 'role'> = {}) => ({
  schoolId,
  role,
  ...reach,
});
const here = (role: Role, reach?: Omit<Posting, 'schoolId' | 'role'>) => at(SCHOOL_ID, role, reach);
const person = (openid: string, name: string, ...postings: Posting[]) => ({
  openid,
  name,
  postings,
});

export type CastMember = ReturnType<typeof person>;

const menteesOf = (classId: string, places: number[]) =>
  places.map((place) => studentIdOf(classId, place));

/** Places of a class whose mentor is 陈向南; in 七年级(3)班 and in 七年级(1)班. */
export const PLACES_OF_MENTOR = [3, 4, 5];
/** Places of 七年级(3)班 whose mentor is the homeroom teacher; those that the class has. */
export const PLACES_OF_HOMEROOM_TEACHER = [1, 2, 6, 7, 8, 9, 10, 11];

export const CAST = {
  principal: person('oQingHe-principal', '周正平', here('principal')),
  leader: person(
    'oQingHe-leader',
    '郑海棠',
    here('leader', {
      sponsored: { divisionIds: [divisionIdOf(8)], classIds: [CLASSES.seven3] },
    }),
  ),
  studentAffairsOffice: person('oQingHe-affairs', '何明远', here('studentAffairsOffice')),
  academicAffairsOffice: person('oQingHe-academic', '秦书颜', here('academicAffairsOffice')),
  divisionHead: person(
    'oQingHe-division7',
    '许立诚',
    here('divisionHead', { divisionIds: [divisionIdOf(7)] }),
  ),
  homeroomTeacher: person(
    'oQingHe-homeroom73',
    '王晓岚',
    here('homeroomTeacher', { classIds: [CLASSES.seven3] }),
    here('subjectTeacher', { classIds: [CLASSES.seven3], subject: '语文' }),
    here('mentor', { studentIds: menteesOf(CLASSES.seven3, PLACES_OF_HOMEROOM_TEACHER) }),
  ),
  homeroomTeacher71: person(
    'oQingHe-homeroom71',
    '李若谷',
    here('homeroomTeacher', { classIds: [CLASSES.seven1] }),
  ),
  homeroomTeacher82: person(
    'oQingHe-homeroom82',
    '孙一帆',
    here('homeroomTeacher', { classIds: [CLASSES.eight2] }),
  ),
  subjectTeacher: person(
    'oQingHe-maths',
    '吴知行',
    here('subjectTeacher', { classIds: [CLASSES.seven3, CLASSES.seven4], subject: '数学' }),
  ),
  mentor: person(
    'oQingHe-mentor',
    '陈向南',
    here('mentor', {
      studentIds: [
        ...menteesOf(CLASSES.seven3, PLACES_OF_MENTOR),
        ...menteesOf(CLASSES.seven1, PLACES_OF_MENTOR),
      ],
    }),
    here('subjectTeacher', { classIds: [CLASSES.eight2], subject: '英语' }),
  ),
  counsellor: person('oQingHe-counsellor', '林静和', here('counsellor')),
  guardianOfTwo: person(
    'oQingHe-guardian-zhao',
    '赵文博',
    here('guardian', { studentIds: [STUDENTS.firstChild._id, STUDENTS.secondChild._id] }),
  ),
  guardian: person(
    'oQingHe-guardian-liu',
    '刘春燕',
    here('guardian', { studentIds: [STUDENTS.otherChild._id] }),
  ),
  /** The other school's people; nothing crosses. */
  otherPrincipal: person('oBaiYang-principal', '马骏原', at(OTHER_SCHOOL_ID, 'principal')),
  otherHomeroomTeacher: person(
    'oBaiYang-homeroom31',
    '唐若溪',
    at(OTHER_SCHOOL_ID, 'homeroomTeacher', { classIds: [CLASSES.elsewhere] }),
  ),
  /** Has an openid, as everybody in WeChat has, and is a member of no school. */
  stranger: person('oNobody-stranger', '访客'),
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof CAST;

/** As stored. A stranger is not. */
export const castMembers = (): Member[] =>
  Object.values<CastMember>(CAST)
    .filter(({ postings }) => postings.length > 0)
    .map(({ openid, name, postings }) => ({ _id: openid, name, postings }));
