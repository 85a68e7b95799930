import { useWrite } from '../../platform/use-api';

/** One's own line about a student; an empty one takes it back. Changes files and duties. */
export const useRecordContribution = () =>
  useWrite('ledgerContribution', 'record', ['ledgerEntry', 'classLedger', 'today']);
