import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type LedgerCategories = Answer<'ledgerCategory', 'list'>;
export type LedgerCategory = LedgerCategories['categories'][number];

export const useLedgerCategories = () => useAnswer('ledgerCategory', 'list', undefined);

export const useReviseLedgerCategories = () =>
  useWrite('ledgerCategory', 'revise', ['ledgerCategory', 'classLedger']);
