import { useAnswer } from './use-api';

/** Who somebody is changes rarely: asked with the first screen, then remembered. */
const MINUTES_30 = 30 * 60_000;

export const useMe = () => useAnswer('me', 'byId', {}, { staleTime: MINUTES_30 });
