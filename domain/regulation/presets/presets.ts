import type { Day } from '../../calendar/day';
import type { Regulation } from '../regulation.schema';
import { ASSURANCE } from './assurance';
import { CHANGCHENG } from './changcheng';
import { CLASS_CONFERENCE } from './class-conference';
import { GANYU } from './ganyu';
import { GENERAL } from './general';
import { INFORMATION_CONSULTATION } from './information-consultation';
import { LEADER_SPONSORSHIP } from './leader-sponsorship';
import type { Preset } from './preset';
import { SANXING } from './sanxing';
import { SCHOOL_DISTRICT } from './school-district';
import { XIJIAO } from './xijiao';
import { ZHULIANG } from './zhuliang';

/** Every source, in the order in which a school chooses: one whole, then supplements. */
export const PRESETS: readonly Preset[] = [
  XIJIAO,
  GENERAL,
  ASSURANCE,
  ZHULIANG,
  SANXING,
  CHANGCHENG,
  CLASS_CONFERENCE,
  GANYU,
  LEADER_SPONSORSHIP,
  SCHOOL_DISTRICT,
  INFORMATION_CONSULTATION,
];

const firstById = <T extends { id: string }>(items: readonly T[]): T[] =>
  items.filter((item, place) => items.findIndex(({ id }) => id === item.id) === place);

/** The rules a school starts from. Where two sources name the same thing, the first one holds. */
export function startFrom(
  presets: readonly Preset[],
  { version, effectiveOn }: { version: number; effectiveOn: Day },
): Regulation {
  return {
    presetIds: presets.map((preset) => preset.id),
    version,
    effectiveOn,
    duties: firstById(presets.flatMap((preset) => preset.duties)),
    meetingKinds: firstById(presets.flatMap((preset) => preset.meetingKinds)),
  };
}
