import * as z from 'zod/mini';
import { ROLES, type Role } from '../access/roles';
import { id, requiredText, revision, text, writeId } from '../schema';

export const STAGE_LABELS = { primary: '小学', junior: '初中' } as const;
export type Stage = keyof typeof STAGE_LABELS;

export interface Campus {
  id: string;
  label: string;
}

export interface GradeDivision {
  id: string;
  /** As the school calls it; empty: by the grade that its classes are in. */
  label: string;
  campusId: string;
}

/** Offices have other names from school to school; their roles are the same. */
export type NamedOffice = 'studentAffairsOffice' | 'academicAffairsOffice';
export const OFFICE_NAMES: Record<NamedOffice, readonly string[]> = {
  studentAffairsOffice: ['政教处', '德育处', '学生发展处', '学生处'],
  academicAffairsOffice: ['教务处', '教导处', '课程教学处'],
};

/** What a school is made of, beside its classes: few and small, for it is read with every call. */
export interface SchoolStructure {
  stages: Stage[];
  campuses: Campus[];
  divisions: GradeDivision[];
  officeNames: Record<NamedOffice, string>;
}

/** A role as this school calls it. */
export const sayRole = (
  role: Role,
  { officeNames }: Pick<SchoolStructure, 'officeNames'>,
): string => (role in officeNames ? officeNames[role as NamedOffice] : ROLES[role]);

export const MAX_CAMPUSES = 6;
export const MAX_LABEL = 20;
/** Of the years that are here and those that left: few enough to be read with every call. */
const MAX_DIVISIONS = 80;
const MAX_ADDED = 24;

const label = (what: string) => requiredText(what, MAX_LABEL);

export const officeNames = () =>
  z.strictObject({
    studentAffairsOffice: label('管德育的处室'),
    academicAffairsOffice: label('管教学的处室'),
  });

/** What things are called changes; a campus may be added. Which classes there are is apart. */
export const ReviseSchool = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  name: requiredText('学校名称', 30),
  campuses: z
    .array(z.strictObject({ id: id('校区'), label: label('校区名称') }))
    .check(
      z.minLength(1, { error: '至少要有一个校区。' }),
      z.maxLength(MAX_CAMPUSES, { error: `最多设 ${MAX_CAMPUSES} 个校区。` }),
    ),
  divisions: z
    .array(z.strictObject({ id: id('级部'), label: text('级部名称', MAX_LABEL) }))
    .check(z.maxLength(MAX_DIVISIONS, { error: `最多设 ${MAX_DIVISIONS} 个级部。` })),
  officeNames: officeNames(),
});

export const RecordSchoolClasses = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  stage: z.enum(['primary', 'junior'], { error: '请选择年级。' }),
  entryYear: z.int({ error: '请选择年级。' }).check(z.gte(2000), z.lte(2100)),
  campusId: id('校区'),
  count: z
    .int({ error: '班数应当是整数。' })
    .check(
      z.gte(1, { error: '至少加一个班。' }),
      z.lte(MAX_ADDED, { error: `一次最多加 ${MAX_ADDED} 个班。` }),
    ),
});

/** Staff may find their invitation by their phone, or not. */
export const RevisePhoneJoining = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  isOn: z.boolean({ error: '请选择开还是关。' }),
});

/** Into another division; its students go with it. */
export const AssignSchoolClass = z.strictObject({
  classId: id('班级'),
  divisionId: id('级部'),
  writeId: writeId(),
});

/** `isClosed: false` opens it again. */
export const CloseSchoolClass = z.strictObject({
  classId: id('班级'),
  writeId: writeId(),
  isClosed: z.boolean(),
});
