import type { Day } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type ConsultationItem,
  huddleLineIdOf,
  MAX_ITEMS,
} from '../../../domain/consultation/consultation-item.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readByIds, readMany } from '../../kernel/database';

/** What a printed record book reads: a term's meetings of a place, and what was said in them. */

/** So many meetings fit one answer of the cloud. */
const MEETINGS_A_PAGE = 100;

/** Every meeting of a place in some days that is over, first to last; cancelled ones too. */
export async function readConsultationsOf(
  schoolId: string,
  placeId: string,
  { from, to }: { from: Day; to: Day },
): Promise<Consultation[]> {
  const all: Consultation[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last
      ? [
          { on: command.gte(last.on) },
          command.or([{ on: command.gt(last.on) }, { _id: command.gt(last._id) }]),
        ]
      : [];
    const page = await readMany<Consultation>('consultations', {
      where: command.and([
        { schoolId, placeId, isOpen: false },
        { on: command.gte(from) },
        { on: command.lte(to) },
        ...after,
      ]),
      orderBy: [
        ['on', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MEETINGS_A_PAGE,
    });
    all.push(...page);
    if (page.length < MEETINGS_A_PAGE) return all;
  }
}

/** The one line of each 碰头会 that was noted by one tap; planned meetings have none. */
export const readHuddleLines = (consultationIds: readonly string[]): Promise<ConsultationItem[]> =>
  readByIds<ConsultationItem>('consultationItems', consultationIds.map(huddleLineIdOf));

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
