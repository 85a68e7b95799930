import { RETENTION_PRESET } from '../../../domain/school/retention-settings.schema';
import type { Example } from './examples';
import { newWriteId } from './writes';

/** One valid input for every procedure of settings, traces and retention; see `examples.ts`. */
export const KEEPING_EXAMPLES: Readonly<Record<string, Example>> = {
  'setting.list': { about: 'caller', input: () => undefined },
  'audit.list': { about: 'school', input: () => ({}) },
  'retention.byId': { about: 'school', input: () => ({}) },
  'retention.revise': {
    about: 'school',
    input: () => ({ rev: 0, writeId: newWriteId(), ...RETENTION_PRESET }),
  },
};
