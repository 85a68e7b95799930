import type { Member } from '../access/roles';
import { dayOf } from '../calendar/day';
import { ABOUT_NOBODY, check, type Due } from './due';
import type { AtOnceKind } from './reminder.schema';

/** Who is told of a card that cannot wait: the counsellors, or the principals where there is none. */
export function toldOfUrgent<M extends Pick<Member, 'postings'>>(
  members: readonly M[],
  schoolId: string,
): { told: M[]; hasCounsellor: boolean } {
  const inRole = (role: 'counsellor' | 'principal') =>
    members.filter(({ postings }) =>
      postings.some((posting) => posting.role === role && posting.schoolId === schoolId),
    );
  const counsellors = inRole('counsellor');
  const hasCounsellor = counsellors.length > 0;
  return { told: hasCounsellor ? counsellors : inRole('principal'), hasCounsellor };
}

/** That a card waits; of whom it is and what it says the message does not tell. */
export function urgentCardDue(
  card: { _id: string; openedAt: Date | null },
  memberId: string,
  now: Date,
): Due & { kind: AtOnceKind } {
  return {
    kind: 'urgentCard',
    subjectId: card._id,
    dueOn: dayOf(now),
    memberId,
    text: '有一张连心卡等您马上打开',
    page: 'pages/heart-to-heart-card/cards/index',
    checks: [check('heartToHeartCards', card)],
    parts: { what: '有一张连心卡', count: 1, on: now, note: '请马上打开看一看' },
    at: null,
    until: null,
    about: ABOUT_NOBODY,
  };
}
