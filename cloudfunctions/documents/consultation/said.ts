import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type ConsultationItem,
  GROUPS,
  type ItemKind,
  type ItemOf,
} from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { PARTICIPANTS, type Participant } from '../../../domain/regulation/meeting-words';

type Item<K extends ItemKind> = ConsultationItem & { words: ItemOf<K> };

/** What was said of one kind, in the order in which it was said; what was taken back is not. */
export const saidOf = <K extends ItemKind>(
  items: readonly ConsultationItem[],
  kind: K,
): Item<K>[] =>
  items.filter((item): item is Item<K> => item.words.kind === kind && item.voidedAt === null);

export interface TaskLine {
  what: string;
  owner: string;
  helpers: string;
  dueOn: string;
}

const taskLine = (
  { ownerName, helperNames }: ConsultationItem,
  what: string,
  dueOn: string | null,
): TaskLine => ({
  what,
  owner: ownerName ?? '',
  helpers: helperNames.join('、'),
  dueOn: dueOn ?? '',
});

/** Who does what until when: the measures for students, then what was decided. */
export const tasksIn = (items: readonly ConsultationItem[]): TaskLine[] => [
  ...saidOf(items, 'student')
    .filter(({ words }) => words.measure !== '')
    .map((item) =>
      taskLine(item, `${item.student?.name ?? ''}：${item.words.measure}`, item.words.dueOn),
    ),
  ...saidOf(items, 'decision').map((item) => taskLine(item, item.words.text, item.words.dueOn)),
];

export const groupRows = (items: readonly ConsultationItem[]): string[][] =>
  saidOf(items, 'group').map(({ words }) => [
    GROUPS[words.group],
    words.good,
    words.problems,
    words.suggestions,
  ]);

const VERDICTS: Partial<Record<Resolution['steps'][number]['kind'], string>> = {
  done: '已完成',
  late: '逾期',
  carriedOver: '继续',
  ended: '不再做',
};

/** What a meeting said of the resolutions before it (S3-166): its own last word, and its day. */
export const reviewedRows = (
  { _id }: Pick<Consultation, '_id'>,
  reviewed: readonly Resolution[],
): string[][] =>
  reviewed.map(({ what, ownerName, dueOn, steps }) => {
    const last = steps.findLast(({ consultationId }) => consultationId === _id);
    const verdict = last ? [VERDICTS[last.kind], last.words].filter(Boolean).join('：') : '';
    return [what, ownerName, last?.dueOn ?? dueOn, verdict];
  });

/** Names by the role in which they sat there, each once. */
function namesByRole(meeting: Consultation, isThere: (memberId: string) => boolean): string {
  const seats = new Map<Participant, string[]>();
  for (const { who, memberId, name } of meeting.invited) {
    if (isThere(memberId)) seats.set(who, [...(seats.get(who) ?? []), name]);
  }
  return [...seats]
    .map(([who, names]) => `${PARTICIPANTS[who]}：${[...new Set(names)].join('、')}`)
    .join('\n');
}

/** Who came, as a meeting's paper says it: staff by name, students and guests by number. */
export function attendanceOf(meeting: Consultation) {
  const { presentIds, presentStudentIds, expectedStudents, guests, invitedIds } = meeting;
  const others = [
    presentStudentIds.length > 0 &&
      `学生代表 ${presentStudentIds.length} 人（全班 ${expectedStudents} 人）`,
    ...guests.map(({ who, count }) => count > 0 && `${PARTICIPANTS[who]} ${count} 人`),
  ].filter(Boolean);
  return {
    expected: invitedIds.length,
    present: presentIds.length,
    came: [namesByRole(meeting, (id) => presentIds.includes(id)), ...others]
      .filter(Boolean)
      .join('\n'),
    missing: namesByRole(meeting, (id) => !presentIds.includes(id)),
  };
}

export const nameIn = ({ invited }: Consultation, memberId: string | null): string =>
  invited.find((one) => one.memberId === memberId)?.name ?? '';
