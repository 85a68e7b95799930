import { DEFAULT_TEMPLATES } from '../domain/reminder/templates';
import type { MiniProgram } from '../local-cloud/openapi/mini-program';

/** What the account of the mini-program holds where there is no account: on one machine. */
export const MINI_PROGRAM: MiniProgram = {
  appid: 'touristappid',
  templates: Object.values(DEFAULT_TEMPLATES).map(({ id, title, keys, labels }) => ({
    id,
    title,
    fields: Object.fromEntries(
      Object.entries(keys).map(([part, key]) => [key, labels[part] ?? part]),
    ),
  })),
};
