import type { Answer } from '../../platform/api';
import { useWrite } from '../../platform/use-api';

/** What the cloud proposes to a school that begins. */
export type Proposal = Answer<'setUp', 'byId'>;

/** A wrong code is counted: a write that nothing remembers. */
export const useSetUpCode = () => useWrite('setUp', 'byId', []);

/** Whoever was nobody is of a school afterwards. */
export const useSetUpSchool = () => useWrite('setUp', 'record', ['me', 'today']);
