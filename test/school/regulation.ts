import type { Term } from '../../domain/calendar/term';
import { CLASS_CONFERENCE } from '../../domain/regulation/presets/class-conference';
import { startFrom } from '../../domain/regulation/presets/presets';
import { XIJIAO } from '../../domain/regulation/presets/xijiao';
import type { Regulation } from '../../domain/regulation/regulation.schema';

/** Weekly consultations and class conferences, in force since the first term. */
export const regulationFrom = (terms: readonly Term[]): Regulation[] => [
  startFrom([XIJIAO, CLASS_CONFERENCE], {
    version: 1,
    effectiveOn: terms[0]?.startsOn ?? '2020-09-01',
  }),
];
