import { HOLIDAYS_2025 } from './2025';
import { HOLIDAYS_2026 } from './2026';
import type { HolidayYear } from './holiday-year';

/**
 * Every year whose notice has come out. The notice comes each November: add one file and one row.
 * A year that is absent is not known, and everything that asks is told so.
 */
export const PUBLISHED_YEARS: readonly HolidayYear[] = [HOLIDAYS_2025, HOLIDAYS_2026];
