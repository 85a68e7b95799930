import { lettersOf } from '../class-code';
import type { Student } from '../school/roster.schema';
import { DANGER_PATTERNS, DANGER_WORDS } from './danger-words';
import type { HeartToHeartCard } from './heart-to-heart-card.schema';

/**
 * Whether a text speaks of danger to life or body. Rather once too often: a false alarm costs a
 * counsellor a minute.
 */
export function speaksOfDanger(...texts: string[]): boolean {
  return texts
    .map(lettersOf)
    .some(
      (text) =>
        DANGER_WORDS.some((word) => text.includes(word)) ||
        DANGER_PATTERNS.some((pattern) => pattern.test(text)),
    );
}

interface Envelope {
  isUrgent: boolean;
  student: Pick<Student, 'mentorId'> | null;
  homeroomTeacherId: string;
}

/**
 * To whom a card goes (S4-257): the mentor, or the homeroom teacher when nobody signed or the
 * student has no mentor; words of danger to nobody of the class, but to the counsellor (null), and
 * so does a card that nobody else would get.
 */
export function recipientOf({ isUrgent, student, homeroomTeacherId }: Envelope): string | null {
  return isUrgent ? null : student?.mentorId || homeroomTeacherId || null;
}

/** How long an urgent card may lie unopened before the principal is shown it too. */
export const UNOPENED_HOURS = 2;

/**
 * Whether an urgent card is the principal's too: at once where no counsellor is; else once it lay
 * that long, be it opened since: who was shown it then may follow it up.
 */
export function isPrincipalsToo(
  {
    isPrincipalsFirst,
    openedAt,
    createdAt,
  }: Pick<HeartToHeartCard, 'isPrincipalsFirst' | 'openedAt' | 'createdAt'>,
  now: Date,
): boolean {
  if (isPrincipalsFirst) return true;
  const until = openedAt === null ? now : new Date(openedAt);
  return until.getTime() - new Date(createdAt).getTime() >= UNOPENED_HOURS * 3_600_000;
}

/** A card's words as one text, for the note that keeps them. */
export const sayCard = (card: { hard: string; help: string; name: string }): string =>
  [
    card.hard,
    card.help && `希望得到的帮助：${card.help}`,
    card.name ? `署名：${card.name}` : '没有署名',
  ]
    .filter(Boolean)
    .join('\n\n');
