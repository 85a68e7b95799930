import { PERMISSIONS } from '../../../domain/access/permissions';
import type { Answer } from '../../platform/api';
import { useMe } from '../../platform/me';
import { useAnswer } from '../../platform/use-api';

export type Unreached = Answer<'unreached', 'list'>;

/** Whom no message about a meeting or a form reached; asked in the same call as the page. */
export function useUnreached(aboutId: string): Unreached | undefined {
  const roles = useMe().data?.roles;
  const mayAsk = roles?.some(({ role }) => role in PERMISSIONS['unreached.read'].allow) ?? true;
  return useAnswer('unreached', 'list', { aboutId }, { enabled: mayAsk }).data;
}
