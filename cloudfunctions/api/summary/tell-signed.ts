import { cardFigures, sayTitle } from '../../../domain/summary/say-summary';
import type { Summary } from '../../../domain/summary/summary.schema';
import { sumOf } from '../../../domain/summary/tally.rules';
import { tellGroup } from '../../kernel/group-robot';
import type { Identified } from '../../kernel/identity';

/**
 * Tell the school's group that a bulletin was signed: its title and its figures, nobody's name.
 * After the signature is stored; whether the group hears it changes nothing about it.
 */
export async function tellSigned(
  { now }: Pick<Identified, 'now'>,
  summary: Summary,
): Promise<void> {
  if (summary.level !== 'school') return;
  const figures = cardFigures(sumOf(summary.classes), summary.duties);
  const lines = figures.map(({ label, value }) => `${label} ${value}`);
  await tellGroup([`${sayTitle(summary)}已签发`, ...lines].join('\n'), now);
}
