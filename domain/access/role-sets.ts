import type { Role } from './roles';
import type { Scope } from './scopes';

/*
 * Those who often stand together in a row of the permission table, each in their reach. A row that
 * differs by one says so: `{ ...CARERS, guardian: 'ownChild' }`.
 */

type Reach = Partial<Record<Role, Scope>>;

/** 校长、政教处: what concerns the whole school. */
export const OFFICE = {
  principal: 'school',
  studentAffairsOffice: 'school',
} as const satisfies Reach;

/** Those who call people together or give out tasks. */
export const CONVENERS = {
  ...OFFICE,
  academicAffairsOffice: 'school',
  divisionHead: 'division',
  homeroomTeacher: 'class',
} as const satisfies Reach;

/** Those who lead or teach a class. */
export const ALL_STAFF = {
  ...CONVENERS,
  leader: 'sponsored',
  subjectTeacher: 'class',
} as const satisfies Reach;

/** Those who lead, know or accompany a single student. */
export const COMPANIONS = {
  leader: 'sponsored',
  divisionHead: 'division',
  homeroomTeacher: 'class',
  mentor: 'mentees',
} as const satisfies Reach;

/** They, and those who answer for every student. */
export const CARERS = {
  ...OFFICE,
  ...COMPANIONS,
  counsellor: 'school',
} as const satisfies Reach;

/** The same people, about what is theirs. */
export function themselves<T extends Reach>(people: T): { readonly [R in keyof T]: 'self' } {
  const own = Object.keys(people).map((role) => [role, 'self']);
  return Object.fromEntries(own) as { [R in keyof T]: 'self' };
}

/** Everybody who works at the school, about what names them. */
export const STAFF_SELF = themselves({ ...ALL_STAFF, ...CARERS });
