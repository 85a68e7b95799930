import { initTRPC } from '@trpc/server';
import type { Action, PublicAction } from '../../domain/access/permissions';
import { AppError } from '../../domain/errors';
import { type Access, accessOf, admit } from '../kernel/access';
import type { Context, Identified } from '../kernel/identity';

const t = initTRPC.context<Context>().meta<{ action: Action; isPublic?: true }>().create();

export const router = t.router;

/** The context inside a procedure: member and school are known, rights can be asked. */
export type Caller = Identified & { access: Access };

/**
 * The way to make an endpoint. It names its row of the permission table; strangers and roles
 * without the row are refused before any input is read; and a handler that answers without having
 * asked for rights fails, so that forgetting cannot leak.
 */
export function procedure(action: Action) {
  return t.procedure.meta({ action }).use(async ({ ctx, next }) => {
    const caller = admit(ctx, action);
    const access = accessOf(caller, action);
    const result = await next({ ctx: { ...caller, access } });
    if (result.ok && !access.wasAsked()) {
      throw new Error(`${action} answered without asking for rights`);
    }
    return result;
  });
}

/** The context inside a public procedure: all that is known is that somebody has an openid. */
export type Passer = Context & { openid: string };

/**
 * The exception: an endpoint for whoever comes, member or not. Its row of the permission table
 * says by what they are let in (`anybody`), and the handler checks exactly that.
 */
export function publicProcedure(action: PublicAction) {
  return t.procedure.meta({ action, isPublic: true }).use(({ ctx, next }) => {
    const { openid } = ctx;
    if (!openid) throw new AppError('signInNeeded');
    return next({ ctx: { ...ctx, openid } });
  });
}
