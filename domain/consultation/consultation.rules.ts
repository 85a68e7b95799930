import type { Day } from '../calendar/day';
import type { CalendarDay } from '../calendar/school-calendar';
import type { MeetingFacts } from '../regulation/meeting-facts';
import type { Breach } from '../regulation/meeting-findings';
import type { MeetingKind } from '../regulation/meeting-kind.schema';
import { breachesOf } from '../regulation/meeting-rules';
import { PARTICIPANTS, type Participant } from '../regulation/meeting-words';
import type { Attendance, Consultation, Invited } from './consultation.schema';
import { type ConsultationItem, taskOf } from './consultation-item.schema';
import type { Resolution } from './resolution.schema';

type Expected = Pick<Consultation, 'invited' | 'expectedStudents'> & Attendance;

/** How many could come, and how many came, for each role in which somebody sits there. */
export function attendanceOf(meeting: Expected): MeetingFacts['attendance'] {
  const { invited, expectedStudents, presentIds, presentStudentIds, guests } = meeting;
  const count: Partial<Record<Participant, { expected: number; present: number }>> = {};
  const of = (who: Participant) => {
    count[who] ??= { expected: 0, present: 0 };
    return count[who];
  };
  for (const { who, memberId } of invited) {
    of(who).expected += 1;
    if (presentIds.includes(memberId)) of(who).present += 1;
  }
  of('students').expected = expectedStudents;
  of('students').present = presentStudentIds.length;
  for (const guest of guests) of(guest.who).present += guest.count;
  return count;
}

/** One line of the live count: who must come, how many are there, how many are needed. */
export interface QuorumLine {
  who: Participant;
  label: string;
  expected: number;
  present: number;
  needed: number;
  isMet: boolean;
  clause: string;
}

/** Counted live while people come in (S0-9: students at least 60 %). */
export function quorumOf({ attendees }: MeetingKind, meeting: Expected): QuorumLine[] {
  const attendance = attendanceOf(meeting);
  return attendees.map(({ who, isRequired, minSharePercent, clause }) => {
    const { expected, present } = attendance[who] ?? { expected: 0, present: 0 };
    const share = minSharePercent ? Math.ceil((expected * minSharePercent) / 100) : 0;
    const needed = Math.max(share, isRequired ? 1 : 0);
    const isMet = present >= needed;
    return { who, label: PARTICIPANTS[who], expected, present, needed, isMet, clause };
  });
}

/** What a meeting is judged by, beside itself. */
export interface Surroundings {
  calendarDay: CalendarDay;
  /** What stands of it; voided ones do not. */
  items: readonly Pick<ConsultationItem, 'words' | 'voidedAt'>[];
  /** Those of its place that were open when it began, reviewed or not. */
  earlier: readonly Pick<Resolution, 'what' | 'dueOn' | 'isOpen' | 'steps'>[];
  missingReports: readonly string[];
}

const STAGES = {
  planned: 'planned',
  running: 'held',
  closed: 'closed',
  askedBack: 'closed',
  signedOff: 'closed',
  cancelled: 'planned',
} as const satisfies Record<Consultation['state'], MeetingFacts['stage']>;

/** The meetings that asked about a resolution. */
export const reviewedIn = ({ steps }: Pick<Resolution, 'steps'>): string[] => [
  ...new Set(steps.flatMap(({ consultationId }) => consultationId ?? [])),
];

/** A meeting as the rules of its kind see it; the same on the phone and on the server. */
export function factsOf(meeting: Consultation, around: Surroundings): MeetingFacts {
  const said = around.items.filter(({ voidedAt }) => voidedAt === null).map(({ words }) => words);
  const tasks = said.flatMap((words) => taskOf(words) ?? []);
  const late = around.earlier.filter(({ dueOn, isOpen }) => isOpen && dueOn < meeting.on);
  return {
    stage: STAGES[meeting.state],
    on: meeting.on,
    startsAt: meeting.startsAt,
    calendarDay: around.calendarDay,
    planWrittenOn: meeting.planWrittenOn,
    topicsSentOn: meeting.topicsSentOn,
    approvals: meeting.approvals,
    dataPackFor: meeting.dataPackFor,
    talliedFrom: meeting.talliedFrom,
    missingReports: around.missingReports,
    sittings: meeting.sittings.length + 1,
    attendance: attendanceOf(meeting),
    studentLevels: meeting.studentLevels,
    hasRecorder: meeting.recorderId !== null,
    hasReviewedPrevious: around.earlier.every((one) => reviewedIn(one).includes(meeting._id)),
    // A meeting that explains one gives it a new day; what is still over its day was not explained.
    lateResolutions: late.map(({ what }) => ({ label: what, explanation: '', dueOn: null })),
    resolutions: tasks.map(({ what, ownerId, dueOn }) => ({
      label: what,
      hasOwner: ownerId !== null,
      dueOn,
    })),
    agreedOpinions: said.filter(({ kind }) => kind === 'opinion').length,
    hasMinutes: meeting.minutes !== '' || said.length > 0,
    reportsBy: meeting.reports.flatMap(({ who }) => who),
    signedOffBy: meeting.signOffs.flatMap((step) => step.as ?? []),
    isForwarded: meeting.state === 'signedOff',
  };
}

export const consultationBreaches = (
  kind: MeetingKind,
  meeting: Consultation,
  around: Surroundings,
): Breach[] => breachesOf(kind, factsOf(meeting, around));

/** What still has to follow a meeting that is over; what it lacked itself is stored with it. */
export const breachesAfter = (
  kind: MeetingKind,
  meeting: Consultation,
  around: Surroundings,
): Breach[] =>
  consultationBreaches({ ...kind, before: [], during: [], attendees: [] }, meeting, around);

/**
 * Whether earlier resolutions of the place belong to this meeting: reviewed in it, or open while it
 * is.
 */
export const isBefore = (
  meeting: Pick<Consultation, '_id' | 'on' | 'isOpen'>,
  resolution: Resolution,
): boolean =>
  resolution.consultationId !== meeting._id &&
  resolution.decidedOn <= meeting.on &&
  ((meeting.isOpen && resolution.isOpen) || reviewedIn(resolution).includes(meeting._id));

/** As what somebody signs a meeting of a kind (S4-177); null where nobody has to. */
export const signerAsked = (kind: MeetingKind | null): Participant | null => {
  const [by] = (kind?.after ?? []).flatMap((rule) => (rule.kind === 'signOff' ? [rule.by] : []));
  return by ?? null;
};

/**
 * Whether a meeting waits for a signature once it is ended: where its kind names who signs, or
 * where its decisions are sent on, which the signature releases (S3-156).
 */
export const waitsForSignature = (kind: MeetingKind | null): boolean =>
  (kind?.after ?? []).some(
    (rule) => rule.kind === 'signOff' || rule.kind === 'resolutionsForwarded',
  );

/** Each person once, in the order of their first role. */
export const invitedIdsOf = (invited: readonly Invited[]): string[] => [
  ...new Set(invited.map(({ memberId }) => memberId)),
];

/** What the kind asks approval for, as a button each; empty where nothing waits. */
export function approvalsAsked({
  before,
  during,
}: MeetingKind): Pick<Consultation['approvals'][number], 'matter' | 'by'>[] {
  const asked: Pick<Consultation['approvals'][number], 'matter' | 'by'>[] = [];
  for (const rule of [...before, ...during]) {
    if (rule.kind === 'approvedPlan') asked.push({ matter: 'plan', by: rule.by });
    if (rule.kind === 'slot' && rule.approvedBy) {
      asked.push({ matter: 'otherTime', by: rule.approvedBy });
    }
    if (rule.kind === 'oneSitting') {
      asked.push({ matter: 'manySittings', by: rule.unlessApprovedBy });
    }
  }
  return asked;
}

type Planned = Pick<Consultation, 'on' | 'startsAt' | 'place' | 'agenda'>;

/**
 * What still holds of the approvals: another time was approved for that time (S0-13), a plan as it
 * stood (S0-22). Changed later, it is asked for anew.
 */
export function approvalsAfter(
  { approvals, ...before }: Planned & Pick<Consultation, 'approvals'>,
  after: Planned,
): Consultation['approvals'] {
  const isSameTime = before.on === after.on && before.startsAt === after.startsAt;
  const isSamePlan = isSameTime && before.place === after.place && before.agenda === after.agenda;
  return approvals.filter(({ matter }) => {
    if (matter === 'otherTime') return isSameTime;
    return matter !== 'plan' || isSamePlan;
  });
}

const SAMPLE_SHARE = 5;

/** A number that a text always gives, spread evenly. */
function numberOf(words: string): number {
  let hash = 2_166_136_261;
  for (const char of words) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return hash;
}

/**
 * Which of the waiting meetings a leader is asked to read closely: one in five, at least one. The
 * same all day for the same leader, so that nobody can choose.
 */
export function sampleOf(ids: readonly string[], today: Day, leaderId: string): string[] {
  const ranked = [...ids].sort(
    (a, b) => numberOf(`${today}~${leaderId}~${a}`) - numberOf(`${today}~${leaderId}~${b}`),
  );
  return ranked.slice(0, Math.ceil(ids.length / SAMPLE_SHARE));
}
