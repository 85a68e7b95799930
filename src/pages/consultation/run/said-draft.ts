import type {
  ItemKind,
  ItemOf,
  ItemWords,
} from '../../../../domain/consultation/consultation-item.schema';

/** Something that is being said: new at revision 0, or said before. */
export interface Said {
  id: string;
  rev: number;
  words: ItemWords;
}

const NO_TASK = { ownerId: null, helperIds: [], dueOn: null };

/** What an item of a kind begins with. */
export const EMPTY: { [K in Exclude<ItemKind, 'student' | 'group'>]: ItemOf<K> } = {
  topic: { kind: 'topic', text: '', studentId: null },
  decision: { kind: 'decision', text: '', ...NO_TASK },
  opinion: { kind: 'opinion', text: '' },
  note: { kind: 'note', text: '' },
};

export const aboutStudent = (studentId: string): ItemOf<'student'> => ({
  kind: 'student',
  studentId,
  status: '',
  cause: '',
  measure: '',
  ...NO_TASK,
});

export const ofGroup = (group: ItemOf<'group'>['group']): ItemOf<'group'> => ({
  kind: 'group',
  group,
  good: '',
  problems: '',
  suggestions: '',
});
