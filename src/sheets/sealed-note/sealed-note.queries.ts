import type { Answer } from '../../platform/api';
import { useWrite } from '../../platform/use-api';

export type OpenedNote = Answer<'sealedNote', 'byId'>;

/** Opening is recorded in the cloud each time, so it is a write and nothing remembers it. */
export const useOpenSealedNote = () => useWrite('sealedNote', 'byId', []);
