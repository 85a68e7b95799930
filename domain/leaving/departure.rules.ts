import type { Member, Posting } from '../access/roles';
import { STAFF_ROLES, staffPostings } from '../access/staff';
import {
  type Departure,
  ENDS_WITHOUT,
  HANDED_OVER_KINDS,
  type HandedOver,
  type Successors,
} from './departure.schema';

/** Somebody's postings once they have left a school: other schools and their own children stay. */
export const withoutStaff = (postings: readonly Posting[], schoolId: string): Posting[] =>
  postings.filter((one) => one.schoolId !== schoolId || !STAFF_ROLES.includes(one.role));

/** The next kind that can be handed over now: it has a successor, or ends without one. */
export const nextToHandOver = ({
  waiting,
  successors,
}: Pick<Departure, 'waiting' | 'successors'>): HandedOver | null =>
  HANDED_OVER_KINDS.find(
    (kind) => waiting.includes(kind) && (successors[kind] !== null || ENDS_WITHOUT.includes(kind)),
  ) ?? null;

/** What a later choice makes of the successors: only what still waits can be given to somebody. */
export function chosenLater(
  { waiting, successors }: Pick<Departure, 'waiting' | 'successors'>,
  chosen: Successors,
): Successors {
  const changed = waiting.map((kind) => [kind, chosen[kind] ?? successors[kind]] as const);
  return { ...successors, ...Object.fromEntries(changed) };
}

const classesOf = (postings: readonly Posting[]): string[] =>
  postings.flatMap(({ classIds }) => classIds ?? []);

const subjectsOf = (postings: readonly Posting[]): string[] =>
  postings.flatMap(({ subject }) => subject ?? []);

const LEADERS = ['leader', 'principal'];

/** Who may take it on at all: only a leader stands for a case (S4-275). */
export const mayTakeOn = (
  kind: HandedOver,
  member: Pick<Member, 'postings'>,
  schoolId: string,
): boolean => {
  const postings = staffPostings(member, schoolId);
  return kind === 'cases'
    ? postings.some(({ role }) => LEADERS.includes(role))
    : postings.length > 0;
};

/**
 * How well somebody fits, for the order in which successors are offered: whoever knows the classes
 * first, and for a subject whoever teaches it.
 */
export function fitOf(
  kind: HandedOver,
  leaving: readonly Posting[],
  member: Pick<Member, 'postings'>,
  schoolId: string,
): number {
  const own = staffPostings(member, schoolId);
  const shared = classesOf(own).filter((id) => classesOf(leaving).includes(id)).length;
  const sameSubject = subjectsOf(own).some((one) => subjectsOf(leaving).includes(one));
  const hasClass = own.some(({ role }) => role === 'homeroomTeacher');
  const knows = shared > 0 ? 2 : 0;
  if (kind === 'subjects') return (sameSubject ? 3 : 0) + knows;
  // Whoever has a class already would give up none: the office may still choose them.
  if (kind === 'homeroom') return knows - (hasClass ? 3 : 0);
  return knows;
}

/** A list of ids in which one person takes the place of another, each once. */
export const replaced = (ids: readonly string[], from: string, to: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? to : id))),
];
