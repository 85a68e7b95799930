import * as z from 'zod/mini';
import { ROLES, type Role } from '../access/roles';
import { requiredText, revision, writeId } from '../schema';

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

const label = (what: string) => requiredText(what, MAX_LABEL);

export const officeNames = () =>
  z.strictObject({
    studentAffairsOffice: label('管德育的处室'),
    academicAffairsOffice: label('管教学的处室'),
  });

/** The usual names change; which there are changes with the classes. */
export const ReviseSchoolStructure = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  name: requiredText('学校名称', 30),
  campuses: z
    .array(z.strictObject({ id: z.string().check(z.maxLength(80)), label: label('校区') }))
    .check(z.minLength(1), z.maxLength(MAX_CAMPUSES)),
  divisions: z
    .array(
      z.strictObject({
        id: z.string().check(z.maxLength(80)),
        label: z.string().check(z.trim(), z.maxLength(MAX_LABEL)),
      }),
    )
    .check(z.maxLength(60)),
  officeNames: officeNames(),
});
