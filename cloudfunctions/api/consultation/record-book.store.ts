import type { Day } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type ConsultationItem,
  MAX_ITEMS,
} from '../../../domain/consultation/consultation-item.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany } from '../../kernel/database';

/** What a printed record book reads: a term's meetings of a place, and what was said in them. */

/** A class that confers twice a week fills this in a term. */
const MAX_OF_TERM = 60;

/** What was held of a place in some days, first to last; planned and cancelled ones too. */
export const readConsultationsOf = (
  schoolId: string,
  placeId: string,
  days: { from: Day; to: Day },
): Promise<Consultation[]> =>
  readMany<Consultation>('consultations', {
    where: command.and([
      { schoolId, placeId, isOpen: false },
      { on: command.gte(days.from) },
      { on: command.lte(days.to) },
    ]),
    orderBy: [
      ['on', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MAX_OF_TERM,
  });

/** So many meetings' items fit one answer of the cloud, however much was said. */
const MEETINGS_AT_ONCE = 8;

/** What was said in several meetings, in no order. */
export async function readItemsOf(
  schoolId: string,
  consultationIds: readonly string[],
): Promise<ConsultationItem[]> {
  const pages: string[][] = [];
  for (let at = 0; at < consultationIds.length; at += MEETINGS_AT_ONCE) {
    pages.push(consultationIds.slice(at, at + MEETINGS_AT_ONCE));
  }
  const found = await Promise.all(
    pages.map((ids) =>
      readMany<ConsultationItem>('consultationItems', {
        where: { schoolId, consultationId: oneOf(ids) },
        limit: MAX_ITEMS * MEETINGS_AT_ONCE,
      }),
    ),
  );
  return found.flat();
}
