import type { DocumentReader } from './document-kind';
import { planImport } from './roster/plan-import';
import { reviseImport } from './roster/revise-import';
import { submitImport } from './roster/submit-import';
import { voidImport } from './roster/void-import';

/** Every step of reading a file that came in. */
export const READERS: Readonly<Record<string, DocumentReader>> = {
  'rosterImport.plan': { action: 'rosterImport.record', read: planImport },
  'rosterImport.revise': { action: 'rosterImport.record', read: reviseImport },
  'rosterImport.submit': { action: 'rosterImport.record', read: submitImport },
  'rosterImport.void': { action: 'rosterImport.record', read: voidImport },
};
