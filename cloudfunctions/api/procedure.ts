import { initTRPC } from '@trpc/server';
import type { Action } from '../../domain/access/permissions';
import { type Access, accessOf, admit } from '../kernel/access';
import type { Context, Identified } from '../kernel/identity';

const t = initTRPC.context<Context>().meta<{ action: Action }>().create();

export const router = t.router;

/** The context inside a procedure: member and school are known, rights can be asked. */
export type Caller = Identified & { access: Access };

/**
 * The only way to make an endpoint. It names its row of the permission table; strangers and roles
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
