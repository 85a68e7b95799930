import type { Day } from '../../../domain/calendar/day';
import { calendarOf, dayKind } from '../../../domain/calendar/school-calendar';
import {
  breachesAfter,
  consultationBreaches,
  isBefore,
  type Surroundings,
} from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { ConsultationItem } from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { AppError } from '../../../domain/errors';
import type { Breach } from '../../../domain/regulation/meeting-findings';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import { regulationAt } from '../../../domain/regulation/regulation';
import type { Caller } from '../procedure';

/** The kind as the school's rules have it on a day; null where they do not know it. */
export const findKind = ({ school }: Pick<Caller, 'school'>, kindId: MeetingKindId, on: Day) =>
  regulationAt(school.regulationHistory, on)?.meetingKinds.find(({ id }) => id === kindId) ?? null;

/** @throws badInput where the school's rules do not know such a meeting */
export function kindOn(ctx: Caller, kindId: MeetingKindId, on: Day): MeetingKind {
  const kind = findKind(ctx, kindId, on);
  if (kind) return kind;
  throw new AppError('badInput', { sentence: '学校的会商制度里没有这种会议，请先在设置里加上。' });
}

/** The resolutions that a meeting answers for, each once. */
export function earlierOf(meeting: Consultation, ...found: Resolution[][]): Resolution[] {
  const once = new Map(found.flat().map((resolution) => [resolution._id, resolution]));
  return [...once.values()]
    .filter((resolution) => isBefore(meeting, resolution))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/**
 * What a meeting lacks by the rules of its day; nothing where the rules no longer know its kind. Of
 * one that is over: what it lacked when it ended, and what still has to follow.
 */
export function breachesIn(
  ctx: Pick<Caller, 'school'>,
  meeting: Consultation,
  said: Pick<Surroundings, 'missingReports'> & {
    items: readonly ConsultationItem[];
    earlier: readonly Resolution[];
  },
): Breach[] {
  const kind = findKind(ctx, meeting.kindId, meeting.on);
  if (!kind || meeting.state === 'cancelled') return [];
  const { school } = ctx;
  const around: Surroundings = {
    ...said,
    calendarDay: dayKind(calendarOf(school.calendar, school.terms), meeting.on),
  };
  if (meeting.isOpen) return consultationBreaches(kind, meeting, around);
  return [...(meeting.breaches ?? []), ...breachesAfter(kind, meeting, around)];
}
