import { type OpenApiReply, refuse } from './open-api';

/** What the platform is known to say for each, where the interface itself never says it here. */
const TEXTS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40014: 'invalid access_token',
  40037: 'invalid template_id',
  41030: 'invalid page',
  43107: 'the template is banned',
  43108: 'concurrent sends to the same user',
  45009: 'reach max api daily quota limit',
};

/**
 * Refusals for reasons that lie outside this machine: a token that ended, a day's quota, a template
 * that was banned a minute ago. Whoever needs one says so before.
 */
export interface Refusals {
  /** The next `times` calls of an interface are refused with this code; 0 ends it. */
  next(api: string, errcode: number, times?: number): void;
  /** The refusal that is due to this call. */
  take(api: string): OpenApiReply | undefined;
}

export function createRefusals(): Refusals {
  const due = new Map<string, { errcode: number; left: number }>();
  return {
    next(api, errcode, times = 1) {
      due.set(api, { errcode, left: times });
    },
    take(api) {
      const one = due.get(api);
      if (!one || one.left <= 0) return undefined;
      one.left -= 1;
      return refuse(one.errcode, TEXTS[one.errcode] ?? 'refused');
    },
  };
}
