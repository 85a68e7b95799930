import * as z from 'zod/mini';
import type { Role } from '../access/roles';
import { id, requiredText, revision, text, writeId } from '../schema';

/**
 * The roles that the office gives. Mentors are made by giving them students (domain/mentoring),
 * guardians by the homeroom teacher's word.
 */
export const ASSIGNABLE_ROLES = [
  'homeroomTeacher',
  'subjectTeacher',
  'divisionHead',
  'leader',
  'studentAffairsOffice',
  'academicAffairsOffice',
  'counsellor',
  'principal',
] as const satisfies readonly Role[];

export type AssignableRole = (typeof ASSIGNABLE_ROLES)[number];

/** What a posting must name beside its role. */
export const REACH_OF: Record<AssignableRole, 'classes' | 'divisions' | 'sponsored' | 'none'> = {
  homeroomTeacher: 'classes',
  subjectTeacher: 'classes',
  divisionHead: 'divisions',
  leader: 'sponsored',
  studentAffairsOffice: 'none',
  academicAffairsOffice: 'none',
  counsellor: 'none',
  principal: 'none',
};

/** A posting is read with every call, so its lists stay short. */
export const MAX_IN_POSTING = 60;
export const MAX_POSTINGS = 16;
export const MAX_SUBJECT = 12;
export const MAX_NAME = 20;

const ids = (label: string) =>
  z.array(id(label)).check(
    z.maxLength(MAX_IN_POSTING, { error: `“${label}”最多选 ${MAX_IN_POSTING} 个。` }),
    z.refine((all) => new Set(all).size === all.length, {
      error: `“${label}”里有重复的，请去掉一个。`,
    }),
  );

/** A posting as the office fills it in; what the role does not name stays empty. */
export const StaffPosting = z
  .strictObject({
    role: z.enum(ASSIGNABLE_ROLES, { error: '请选择身份。' }),
    classIds: ids('班级'),
    divisionIds: ids('级部'),
    studentIds: ids('学生'),
    isWholeSchool: z.boolean(),
    subject: text('学科', MAX_SUBJECT),
  })
  .check(
    z.refine(({ role, classIds }) => REACH_OF[role] !== 'classes' || classIds.length > 0, {
      error: '请至少选一个班。',
      path: ['classIds'],
    }),
    z.refine(({ role, divisionIds }) => REACH_OF[role] !== 'divisions' || divisionIds.length > 0, {
      error: '请至少选一个级部。',
      path: ['divisionIds'],
    }),
    z.refine(({ role, subject }) => role !== 'subjectTeacher' || subject !== '', {
      error: '请填写教的学科。',
      path: ['subject'],
    }),
  );

export type StaffPosting = z.infer<typeof StaffPosting>;

/** One person's postings in the school, as a whole. */
export const AssignStaff = z.strictObject({
  memberId: id('老师'),
  rev: revision(),
  writeId: writeId(),
  postings: z.array(StaffPosting).check(
    z.minLength(1, { error: '至少留一个身份。老师离开学校，请用“离校交接”。' }),
    z.maxLength(MAX_POSTINGS, { error: `一个人最多 ${MAX_POSTINGS} 个身份。` }),
    z.refine(
      (postings) =>
        new Set(postings.map(({ role, subject }) => `${role} ${subject}`)).size === postings.length,
      { error: '同一个身份写了两次，请合成一个。' },
    ),
  ),
});

export const StaffById = z.strictObject({ memberId: id('老师') });

/** Somebody is called otherwise: misspelled, or a new name. */
export const ReviseStaff = z.strictObject({
  memberId: id('老师'),
  rev: revision(),
  writeId: writeId(),
  name: requiredText('姓名', MAX_NAME),
});
