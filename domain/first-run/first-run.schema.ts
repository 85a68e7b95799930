import * as z from 'zod/mini';
import {
  areApart,
  NOT_APART,
  type TermDays,
  termDays,
  termDaysChecks,
} from '../calendar/school-calendar.schema';
import { requiredText, type Stored, writeId } from '../schema';
import { MAX_CLASSES } from '../school/roster.schema';
import { MAX_CAMPUSES, MAX_LABEL, officeNames } from '../school/structure.schema';
import { sayGradesMissing } from './first-run.rules';

/** A set-up code that was used: `_id` tells which, and cannot be read backwards. */
export interface SetUp extends Pick<Stored, '_id' | 'schoolId' | 'schemaVersion'> {
  usedBy: string;
  usedAt: Date;
  writeId: string;
}

/** Shorter ones could be guessed: such a code opens nothing. */
export const MIN_SET_UP_CODE = 12;
export const MAX_SET_UP_CODE = 40;

/** As it is compared: however it was typed. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

const setUpCode = () =>
  z
    .string({ error: '请填写开通码。' })
    .check(
      z.trim(),
      z.minLength(1, { error: '请填写开通码。' }),
      z.maxLength(MAX_SET_UP_CODE, { error: `开通码最多 ${MAX_SET_UP_CODE} 位，请核对一下。` }),
    );

/** Who may begin a school. */
export const FOUNDING_ROLES = [
  'studentAffairsOffice',
  'academicAffairsOffice',
  'principal',
] as const;

export const MAX_CLASSES_A_GRADE = 24;

const gradePlan = z.strictObject({
  grade: z.int().check(z.gte(1), z.lte(9)),
  campus: z.int().check(z.gte(0), z.lt(MAX_CAMPUSES)),
  classes: z
    .int({ error: '班数应当是整数。' })
    .check(
      z.gte(0, { error: '班数不能小于 0。' }),
      z.lte(MAX_CLASSES_A_GRADE, { error: `一个年级最多 ${MAX_CLASSES_A_GRADE} 个班。` }),
    ),
});

const term = z.strictObject(termDays()).check(...termDaysChecks<TermDays>());

/** Of one school year, so that halves alone tell them apart. */
const areTermsApart = (terms: readonly TermDays[]): boolean =>
  areApart(terms.map((one) => ({ ...one, schoolYear: 0 })));

const terms = z
  .array(term)
  .check(
    z.minLength(1, { error: '请设定学期。' }),
    z.maxLength(2),
    z.refine(areTermsApart, { error: NOT_APART }),
  );

/** What is wrong with the terms of a plan, or null: said in the step that sets them. */
export const sayTermsWrong = (planned: readonly TermDays[]): string | null =>
  z.safeParse(terms, planned).error?.issues[0]?.message ?? null;

export const SetUpCode = z.strictObject({ code: setUpCode() });

/** Everything that a school begins with, in one write. */
export const SetUpSchool = z
  .strictObject({
    code: setUpCode(),
    writeId: writeId(),
    myName: requiredText('您的姓名', 20),
    myRole: z.enum(FOUNDING_ROLES, { error: '请选择您的身份。' }),
    name: requiredText('学校名称', 30),
    stages: z
      .array(z.enum(['primary', 'junior']))
      .check(z.minLength(1, { error: '请选择学段。' }), z.maxLength(2)),
    stageSystem: z.enum(['63', '54'], { error: '请选择六三制或五四制。' }),
    campuses: z
      .array(requiredText('校区名称', MAX_LABEL))
      .check(
        z.minLength(1, { error: '至少要有一个校区。' }),
        z.maxLength(MAX_CAMPUSES, { error: `最多设 ${MAX_CAMPUSES} 个校区。` }),
      ),
    schoolYear: z.int().check(z.gte(2020), z.lte(2100)),
    grades: z.array(gradePlan).check(z.maxLength(9 * MAX_CAMPUSES)),
    terms,
    presetIds: z
      .array(z.string().check(z.maxLength(40)))
      .check(z.minLength(1, { error: '请选一套会商制度。' }), z.maxLength(12)),
    officeNames: officeNames(),
  })
  .check(
    z.refine(({ grades }) => grades.reduce((sum, { classes }) => sum + classes, 0) > 0, {
      error: '还没有班级，请在“班级”一步里加上。',
      path: ['grades'],
    }),
    z.refine(({ grades }) => grades.reduce((sum, { classes }) => sum + classes, 0) <= MAX_CLASSES, {
      error: `一所学校最多 ${MAX_CLASSES} 个班。`,
      path: ['grades'],
    }),
    z.refine((school) => sayGradesMissing(school) === null, {
      error: ({ input }) =>
        sayGradesMissing(input as Parameters<typeof sayGradesMissing>[0]) ?? '班级不对，请检查。',
      path: ['grades'],
    }),
  );
