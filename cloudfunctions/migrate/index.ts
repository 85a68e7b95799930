/**
 * Run once per deployment, from the console or by a tool, never by a phone. Twice changes nothing.
 *
 * Event: `{ accessToken }`, the credential of WeChat's HTTPS API: the SDK can create collections
 * but not indexes. Reply: `{ ran: string[], skipped: string[] }`.
 */
import { AppError } from '../../domain/errors';
import { caller } from '../kernel/cloud';
import { migrate } from './migrate';

export async function main(event: { accessToken?: unknown }) {
  // A phone always has an openid; the console and tools never do (platform rule).
  if (caller().openid !== null) return { refused: new AppError('notFound').message };
  if (typeof event?.accessToken !== 'string') return { refused: 'accessToken is missing' };
  return migrate(event.accessToken);
}
