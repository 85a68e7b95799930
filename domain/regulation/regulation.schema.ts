import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { day } from '../calendar/school-calendar.schema';
import { id, revision, writeId } from '../schema';
import type { Duty } from './duty.schema';
import { DutySchema, MAX_DUTIES } from './duty.schema';
import { type MeetingKind, MeetingKindSchema } from './meeting-kind.schema';
import { MEETING_KIND_IDS } from './meeting-words';

/** A school's rules from a day on; earlier ones stay, for the days before. */
export interface Regulation {
  /** What it was started from: one source, and supplements. */
  presetIds: string[];
  /** 1, 2, 3 … within the school. */
  version: number;
  effectiveOn: Day;
  duties: Duty[];
  meetingKinds: MeetingKind[];
}

/** So many changes a school may make within two terms: its rules are read with every call. */
export const MAX_REGULATIONS = 12;

const distinct = <T>(key: (item: T) => string) =>
  z.refine<T[]>((items) => new Set(items.map(key)).size === items.length, {
    error: '有两项重复了，请删去一项。',
  });

/** A school edits its rules as a whole, from a day on. */
export const ReviseRegulation = z.strictObject({
  rev: revision(),
  writeId: writeId(),
  presetIds: z.array(id('来源')).check(z.maxLength(12, { error: '最多选 12 个来源。' })),
  effectiveOn: day('生效日期'),
  duties: z.array(DutySchema).check(
    z.maxLength(MAX_DUTIES, { error: `最多设 ${MAX_DUTIES} 项职责。` }),
    distinct((duty) => duty.id),
  ),
  meetingKinds: z.array(MeetingKindSchema).check(
    z.maxLength(MEETING_KIND_IDS.length, { error: '会议种类太多。' }),
    distinct((kind) => kind.id),
  ),
});
