import * as z from 'zod/mini';
import { id, requiredText, revision, type Stored, writeId } from '../schema';

/**
 * The chain of reports, lowest first: each level begins with those of the level below (S4-212). A
 * school of one campus has none of campuses.
 */
export const REPORT_LEVELS = {
  class: '班级',
  division: '级部',
  campus: '校区',
  school: '学校',
} as const;
export type ReportLevel = keyof typeof REPORT_LEVELS;

/** What a class, a division or the school reports of a month. */
export interface MonthlyReport extends Stored {
  level: ReportLevel;
  /** `2026-10`. */
  month: string;
  placeId: string;
  placeLabel: string;
  classId: string | null;
  divisionId: string | null;
  text: string;
  byName: string;
  lastWriteId: string;
}

export const monthlyReportIdOf = (month: string, placeId: string): string => `${month}~${placeId}`;

export const MAX_REPORT = 1500;

const month = () =>
  z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: '请选哪个月。' }));
const level = () =>
  z.enum(Object.keys(REPORT_LEVELS) as [ReportLevel, ...ReportLevel[]], {
    error: '请选班级、级部或学校。',
  });
const of = { month: month(), level: level(), placeId: id('班级、级部或学校') };

export const MonthlyReportOf = z.strictObject(of);
export const SubmitMonthlyReport = z.strictObject({
  ...of,
  rev: revision(),
  writeId: writeId(),
  text: requiredText('这个月的情况', MAX_REPORT),
});
