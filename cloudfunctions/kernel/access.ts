import { type Grant, hasAction, scopeFilter, whyAllowed } from '../../domain/access/can';
import type { Action } from '../../domain/access/permissions';
import type { ScopeFilter, Subject } from '../../domain/access/scopes';
import { AppError } from '../../domain/errors';
import type { Context, Identified } from './identity';

/** What an endpoint asks about rights. */
export interface Access {
  /**
   * The grant, or `notFound`: absent (null) and forbidden answer alike. `as` where the record
   * decides which action it is about.
   */
  authorize(subject: Subject | null, as?: Action): Grant;
  /** The reach of this endpoint's action, as a filter for a list. */
  filter(): ScopeFilter;
  /** The reach of another action, where one screen gathers several. */
  filterFor(action: Action): ScopeFilter;
  /** Whether another action is allowed too; decides which buttons a view offers. */
  may(action: Action, subject: Subject): boolean;
  /** Whether rights have been asked; an endpoint that answers without is a leak. */
  wasAsked(): boolean;
}

/** The identified caller, or the refusal of a stranger or of a role without the row. */
export function admit(ctx: Context, action: Action): Identified {
  const { openid, member, school } = ctx;
  if (!openid) throw new AppError('signInNeeded');
  if (!member || !school) throw new AppError('notMember');
  if (!hasAction(member, action, school._id)) throw new AppError('notFound');
  return { ...ctx, member, school };
}

export function accessOf({ member, school }: Identified, action: Action): Access {
  let asked = false;
  // A person of two schools acts in one at a time: what is written carries that one's id.
  const why = (wanted: Action, subject: Subject): Grant | null =>
    subject.schoolId === school._id ? whyAllowed(member, wanted, subject) : null;
  return {
    authorize(subject, as = action) {
      asked = true;
      const grant = subject && why(as, subject);
      if (!grant) throw new AppError('notFound');
      return grant;
    },
    filter() {
      asked = true;
      return scopeFilter(member, action, school._id);
    },
    filterFor: (other) => scopeFilter(member, other, school._id),
    may: (other, subject) => why(other, subject) !== null,
    wasAsked: () => asked,
  };
}
