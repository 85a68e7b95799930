import type { CalendarSettings } from '../calendar/school-calendar';
import type { StageSystem } from '../calendar/school-class';
import type { Term } from '../calendar/term';
import type { Regulation } from '../regulation/regulation.schema';
import type { Stored } from '../schema';
import type { LedgerCategory } from './ledger-category.schema';
import type { MentoringSettings } from './mentoring-settings.schema';
import type { ReminderSettings } from './reminder-settings.schema';
import type { RetentionSettings } from './retention-settings.schema';
import type { SchoolStructure } from './structure.schema';

/** A school and what it sets for itself. Small on purpose: it is read with every call. */
export interface School extends Stored {
  name: string;
  stageSystem: StageSystem;
  structure: SchoolStructure;
  /** The last few years; bounded. */
  terms: Term[];
  /** Its own days and exams, above the published holidays. */
  calendar: CalendarSettings;
  /** The rules of the last two terms, each from its day on; at most MAX_REGULATIONS. */
  regulationHistory: Regulation[];
  ledgerCategories: LedgerCategory[];
  mentoring: MentoringSettings;
  /** After how many days a home visit's feedback is owed; without it, FEEDBACK_DAYS. */
  visitFeedbackDays?: number;
  /** Quiet hours and the daily message; without it, REMINDER_PRESET. */
  reminders?: ReminderSettings;
  /** How long what is kept; without it, RETENTION_PRESET, which clears nothing. */
  retention?: RetentionSettings;
  /** Whether staff may find their invitation by their phone; it costs money in WeChat, so off without it. */
  joinsByPhone?: boolean;
  lastWriteId: string;
}
