import { clausesPage } from './clauses';
import { permissionsPage } from './permissions';
import { retentionPage } from './retention';

/** Every page of the documentation that is generated. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/permissions.md': permissionsPage,
  'docs/clauses.md': clausesPage,
  'docs/retention.md': retentionPage,
};
