import { type Posting, ROLES, type Role } from './roles';

/** What somebody will be in the school: a posting without the school. */
export interface InvitedPosting {
  role: Role;
  classIds: string[];
  divisionIds: string[];
  subject: string;
}

/** What a posting is, in words: 七年级(3)班 · 班主任. `names`: of classes and divisions. */
export const sayInvited = (
  { role, classIds, divisionIds, subject }: InvitedPosting,
  names: ReadonlyMap<string, string>,
): string => {
  const reach = [...classIds, ...divisionIds].map((id) => names.get(id) ?? '').join('、');
  return [reach, subject, ROLES[role]].filter(Boolean).join(' · ');
};

const union = (left: readonly string[] = [], right: readonly string[] = []): string[] => [
  ...new Set([...left, ...right]),
];

const isSame = (posting: Posting, schoolId: string, invited: InvitedPosting): boolean =>
  posting.schoolId === schoolId &&
  posting.role === invited.role &&
  (posting.subject ?? '') === invited.subject;

/** Somebody's postings with one more: the same role and subject is widened, not doubled. */
export function withPosting(
  postings: readonly Posting[],
  schoolId: string,
  invited: InvitedPosting,
): Posting[] {
  const own = postings.find((posting) => isSame(posting, schoolId, invited));
  const classIds = union(own?.classIds, invited.classIds);
  const divisionIds = union(own?.divisionIds, invited.divisionIds);
  const joined: Posting = {
    ...(own ?? { schoolId, role: invited.role }),
    ...(classIds.length > 0 && { classIds }),
    ...(divisionIds.length > 0 && { divisionIds }),
    ...(invited.subject !== '' && { subject: invited.subject }),
  };
  return own ? postings.map((one) => (one === own ? joined : one)) : [...postings, joined];
}

/** The same among postings that nobody holds yet. */
export function widened(
  postings: readonly InvitedPosting[],
  more: InvitedPosting,
): InvitedPosting[] {
  const own = postings.find(({ role, subject }) => role === more.role && subject === more.subject);
  if (!own) return [...postings, more];
  const joined = {
    ...own,
    classIds: union(own.classIds, more.classIds),
    divisionIds: union(own.divisionIds, more.divisionIds),
  };
  return postings.map((one) => (one === own ? joined : one));
}
