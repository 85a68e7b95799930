import { type Day, sayDay } from '../../../../domain/calendar/day';
import {
  GROUPS,
  type Group,
  type ItemWords,
} from '../../../../domain/consultation/consultation-item.schema';
import type { Parts } from '../../../components/edit/merge-versions';
import type { Meeting } from '../consultation.queries';

/** The texts of each kind, in the order in which they are said. */
export const FIELDS: Record<ItemWords['kind'], readonly (readonly [key: string, label: string])[]> =
  {
    student: [
      ['status', '现状'],
      ['cause', '原因'],
      ['measure', '措施'],
    ],
    group: [
      ['good', '好的做法'],
      ['problems', '问题'],
      ['suggestions', '建议'],
    ],
    decision: [['text', '做什么']],
    opinion: [['text', '达成性意见']],
    note: [['text', '记录']],
    topic: [['text', '议题']],
  };

const TITLES: Record<ItemWords['kind'], string> = {
  student: '说一名学生',
  group: '分组讨论',
  decision: '决议',
  opinion: '达成性意见',
  note: '记录',
  topic: '议题',
};

interface Named {
  id: string;
  name: string;
}

/** What a sheet about an item is called: the student, the group, or the kind. */
export function titleOf(words: ItemWords, students: readonly Named[]): string {
  const name =
    words.kind === 'student'
      ? students.find(({ id }) => id === words.studentId)?.name
      : words.kind === 'group'
        ? GROUPS[words.group]
        : undefined;
  return name ?? TITLES[words.kind];
}

const TASK_LABELS: Readonly<Record<string, string>> = {
  ownerId: '谁负责',
  helperIds: '谁协助',
  dueOn: '哪天看',
};

/** Parts that may say nothing: stored as null. */
const MAY_BE_NULL = ['ownerId', 'dueOn', 'studentId'];

/** An item as the parts of an edit: each a text, so that drafts and merging work as for any other. */
export const partsOf = (words: ItemWords): Parts =>
  Object.fromEntries(
    Object.entries(words).map(([part, value]) => [
      part,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );

export const wordsIn = (parts: Parts): ItemWords =>
  Object.fromEntries(
    Object.entries(parts).map(([part, text]) => {
      if (part === 'helperIds') return [part, text === '' ? [] : text.split(',')];
      return [part, text === '' && MAY_BE_NULL.includes(part) ? null : text];
    }),
  ) as ItemWords;

/** What a part is called. */
export const labelOf = (kind: ItemWords['kind'], part: string): string =>
  FIELDS[kind].find(([key]) => key === part)?.[1] ?? TASK_LABELS[part] ?? TITLES[kind];

/** A part in words, where two versions are compared. */
export function sayPart({ people, on }: Meeting, part: string, text: string): string {
  const nameOf = (id: string) => people.find(({ memberId }) => memberId === id)?.name ?? '';
  switch (part) {
    case 'ownerId':
      return nameOf(text);
    case 'helperIds':
      return text.split(',').map(nameOf).filter(Boolean).join('、');
    case 'dueOn':
      return text === '' ? '' : sayDay(text as Day, on);
    case 'group':
      return GROUPS[text as Group] ?? '';
    default:
      return text;
  }
}
