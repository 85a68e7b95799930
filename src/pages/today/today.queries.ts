import type { Answer } from '../../platform/api';
import { useAnswer } from '../../platform/use-api';

export type Today = Answer<'today', 'list'>;
export type Duty = Today['duties'][number];
export type Unseen = NonNullable<Today['unseen']>;
export type LedgerProgress = Today['ledgers'][number];

export const useToday = () => useAnswer('today', 'list', {});
