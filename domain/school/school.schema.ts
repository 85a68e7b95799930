import type { StageSystem } from '../calendar/school-class';
import type { Term } from '../calendar/term';
import type { Stored } from '../schema';
import type { LedgerCategory } from './ledger-category.schema';
import type { MentoringSettings } from './mentoring-settings.schema';

/** A school and what it sets for itself. Small on purpose: it is read with every call. */
export interface School extends Stored {
  name: string;
  stageSystem: StageSystem;
  /** The last few years; bounded. */
  terms: Term[];
  ledgerCategories: LedgerCategory[];
  mentoring: MentoringSettings;
  /** After how many days a home visit's feedback is owed; without it, FEEDBACK_DAYS. */
  visitFeedbackDays?: number;
  lastWriteId: string;
}
