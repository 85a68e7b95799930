import type { Subject } from '../../../domain/access/scopes';
import type { RosterImport } from '../../../domain/roster/roster-import.schema';
import type { TestCloud } from '../harness/cloud';
import type { Example } from './examples';

/** One valid input for every procedure of 花名册. */
export const ROSTER_EXAMPLES: Readonly<Record<string, Example>> = {
  'rosterImport.list': { about: 'school', input: () => ({}) },
  'rosterImport.byId': { about: 'rosterImport', input: (importId) => ({ importId }) },
  'staffPlan.list': { about: 'rosterImport', input: (importId) => ({ importId, page: 0 }) },
  'rosterProblem.list': { about: 'rosterImport', input: (importId) => ({ importId, page: 0 }) },
};

export function rosterThings({ stored }: TestCloud) {
  const imports = stored<RosterImport>('rosterImports').map(({ _id, schoolId }) => ({
    id: _id,
    subject: { schoolId } as Subject | null,
  }));
  return { rosterImport: [...imports, { id: 'nobodysImport000000', subject: null }] };
}
