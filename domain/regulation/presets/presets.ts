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

type Rules = Pick<Regulation, 'presetIds' | 'duties' | 'meetingKinds'>;
type Part = 'duties' | 'meetingKinds';

/** The same words whatever the order in which they were stored. */
const wordsOf = (item: object): string =>
  JSON.stringify(item, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const sourceOf = (presets: readonly Preset[], part: Part, id: string): Preset | undefined =>
  presets.find((preset) => preset[part].some((item) => item.id === id));

/**
 * A school's rules with other sources. What it changed itself stays where the source stays.
 *
 * @returns also the names of its own changes that go, to be asked about first
 */
export function withSources(
  rules: Rules,
  presets: readonly Preset[],
): { rules: Rules; lost: string[] } {
  const before = PRESETS.filter(({ id }) => rules.presetIds.includes(id));
  const lost: string[] = [];
  const merge = <T extends { id: string }>(part: Part, own: readonly T[], fresh: T[]): T[] => {
    const stays = (id: string) => {
      const source = sourceOf(before, part, id);
      return source !== undefined && source === sourceOf(presets, part, id);
    };
    for (const item of own) {
      const source = sourceOf(before, part, item.id)?.[part].find(({ id }) => id === item.id);
      const isChanged = !source || wordsOf(source) !== wordsOf(item);
      if (isChanged && !stays(item.id)) lost.push(nameOf(item));
    }
    return fresh.map((item) => {
      const same = own.find(({ id }) => id === item.id);
      return same && stays(item.id) ? same : item;
    });
  };
  const { presetIds, duties, meetingKinds } = startFrom(presets, { version: 0, effectiveOn: '' });
  return {
    rules: {
      presetIds,
      duties: merge('duties', rules.duties, duties),
      meetingKinds: merge('meetingKinds', rules.meetingKinds, meetingKinds),
    },
    lost,
  };
}

const nameOf = (item: { id: string; title?: string; label?: string }): string =>
  item.title ?? item.label ?? item.id;
