import { type Action, PERMISSIONS } from './permissions';
import type { Member, Posting, Role } from './roles';
import { filterOf, reaches, type Scope, type ScopeFilter, type Subject } from './scopes';

/** Why somebody may do something; goes into the audit. */
export interface Grant {
  role: Role;
  scope: Scope;
}

const scopeIn = (action: Action, role: Role): Scope | undefined =>
  (PERMISSIONS[action].allow as Partial<Record<Role, Scope>>)[role];

function granted(member: Member, action: Action, schoolId: string): [Posting, Scope][] {
  const pairs: [Posting, Scope][] = [];
  for (const posting of member.postings) {
    const scope = posting.schoolId === schoolId ? scopeIn(action, posting.role) : undefined;
    if (scope) pairs.push([posting, scope]);
  }
  return pairs;
}

/** The role and scope that allow it, or null. Never a bare boolean: the reason is recorded. */
export function whyAllowed(member: Member, action: Action, subject: Subject): Grant | null {
  for (const [posting, scope] of granted(member, action, subject.schoolId)) {
    if (reaches(scope, posting, member, subject)) return { role: posting.role, scope };
  }
  return null;
}

/** Everything in a school that somebody may do it to, as a database filter. */
export function scopeFilter(member: Member, action: Action, schoolId: string): ScopeFilter {
  const conditions: Exclude<ScopeFilter, 'everything'> = [];
  for (const [posting, scope] of granted(member, action, schoolId)) {
    const filter = filterOf(scope, posting, member);
    if (filter === 'everything') return 'everything';
    conditions.push(...filter);
  }
  return conditions;
}

/** Whether any posting of the member in the school has the action at all, whatever its reach. */
export function hasAction(member: Member, action: Action, schoolId: string): boolean {
  return granted(member, action, schoolId).length > 0;
}
