import type { Duty } from '../duty.schema';
import type { MeetingKind } from '../meeting-kind.schema';

/** The rules of one source. Sources contradict each other, so each is kept as it is. */
export interface Preset {
  id: string;
  /** As a school chooses it. */
  label: string;
  /** What it covers, in a sentence. */
  about: string;
  /** `whole`: how a school consults, one is chosen. `supplement`: may be added to any. */
  part: 'whole' | 'supplement';
  duties: readonly Duty[];
  meetingKinds: readonly MeetingKind[];
}

type Needed = Pick<Duty, 'id' | 'title' | 'who' | 'forWhom' | 'cadence' | 'settledBy' | 'clause'>;

/** A duty as most are: once, on, whoever writes it down, near two days before. */
export const duty = (given: Needed & Partial<Duty>): Duty => ({
  count: 1,
  isPersonal: false,
  note: '',
  isOn: true,
  warnDays: 2,
  ...given,
});

type NeededOfKind = Pick<MeetingKind, 'id' | 'label' | 'scope' | 'chair' | 'clause'>;

export const meetingKind = (given: NeededOfKind & Partial<MeetingKind>): MeetingKind => ({
  attendees: [],
  steps: [],
  groups: [],
  before: [],
  during: [],
  after: [],
  ...given,
});

/** Somebody who must come; at least one of that role, or the share given. */
export const required = (
  who: MeetingKind['attendees'][number]['who'],
  clause: string,
  minSharePercent?: number,
): MeetingKind['attendees'][number] => ({
  who,
  isRequired: true,
  clause,
  ...(minSharePercent && { minSharePercent }),
});

export const invited = (
  who: MeetingKind['attendees'][number]['who'],
  clause: string,
): MeetingKind['attendees'][number] => ({ who, isRequired: false, clause });

/**
 * What a leader signs to accept: the research of a class and what belongs to it. One source asks it
 * (S4-177), none speaks against it. A meeting that names no signer is over when it is ended.
 */
export const SIGNED_BY_LEADER: MeetingKind['after'][number] = {
  kind: 'signOff',
  by: 'leader',
  clause: 'S4-177',
};

/**
 * How decisions are kept alive, in the words of the 学区 rules; every formal meeting of the school
 * follows them, because no other source says anything against them.
 */
export const RESOLUTION_RULES: MeetingKind['during'] = [
  { kind: 'recorderNamed', clause: 'S3-159' },
  { kind: 'previousResolutionsReviewed', clause: 'S3-166' },
  { kind: 'lateResolutionsExplained', clause: 'S3-164' },
  { kind: 'resolutionsAssigned', clause: 'S3-163' },
];
