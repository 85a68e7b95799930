import { initTRPC } from '@trpc/server';
import { type Grant, hasAction, scopeFilter, whyAllowed } from '../../domain/access/can';
import type { Action } from '../../domain/access/permissions';
import type { ScopeFilter, Subject } from '../../domain/access/scopes';
import { AppError } from '../../domain/errors';
import type { Context } from './context';

const t = initTRPC.context<Context>().meta<{ action: Action }>().create();

export const router = t.router;

/** What a procedure asks about rights. Asking is not optional: see below. */
export interface Access {
  /** The grant, or `notFound`: absent (null) and forbidden answer alike. */
  authorize(subject: Subject | null): Grant;
  /** The reach of this procedure's action, as a filter for a list. */
  filter(): ScopeFilter;
  /** The reach of another action, where one screen gathers several. */
  filterFor(action: Action): ScopeFilter;
  /** Whether another action is allowed too; decides which buttons a view offers. */
  may(action: Action, subject: Subject): boolean;
}

/**
 * The only way to make an endpoint. It names its row of the permission table; strangers and roles
 * without the row are refused before any input is read; and a handler that answers without having
 * asked `authorize` or `filter` fails, so that forgetting cannot leak.
 */
export function procedure(action: Action) {
  return t.procedure.meta({ action }).use(async ({ ctx, next }) => {
    const { member, school, openid } = ctx;
    if (!openid) throw new AppError('signInNeeded');
    if (!member || !school) throw new AppError('notMember');
    if (!hasAction(member, action, school._id)) throw new AppError('notFound');

    let asked = false;
    const access: Access = {
      authorize(subject) {
        asked = true;
        const grant = subject && whyAllowed(member, action, subject);
        if (!grant) throw new AppError('notFound');
        return grant;
      },
      filter() {
        asked = true;
        return scopeFilter(member, action, school._id);
      },
      filterFor: (other) => scopeFilter(member, other, school._id),
      may: (other, subject) => whyAllowed(member, other, subject) !== null,
    };

    const result = await next({ ctx: { ...ctx, member, school, access } });
    if (result.ok && !asked) throw new Error(`${action} answered without asking for rights`);
    return result;
  });
}

/** The context inside a procedure: member and school are known, rights can be asked. */
export type Caller = Context & {
  member: NonNullable<Context['member']>;
  school: NonNullable<Context['school']>;
  access: Access;
};
