import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useWrite } from '../../platform/use-api';

export type Talk = Answer<'talk', 'list'>['talks'][number];

/** Whom a talk is with. */
export interface Talked {
  studentId: string;
  name: string;
}

/** Everything that shows when somebody was last seen, or what was recorded of them. */
const OUTDATED = ['talk', 'today', 'mentee', 'unseen', 'timeline', 'student'] as const;

interface RevisedTalk {
  id: string;
  studentId: string;
  studentName: string;
}

export const talkDraft = (students: readonly Talked[]): string =>
  `talk:${students.map(({ studentId }) => studentId).join(',')}`;

export const sayStudents = (students: readonly Talked[]): string => {
  const [first] = students;
  if (!first) return '';
  return students.length === 1 ? first.name : `${first.name}等 ${students.length} 人`;
};

/** A talk with these; without a network it waits on the phone. */
export const useRecordTalk = (students: readonly Talked[]) =>
  useWrite('talk', 'record', OUTDATED, () => ({
    title: `${sayStudents(students)} · 面谈`,
    page: addressOf('talks', { studentId: students[0]?.studentId ?? '' }),
  }));

export const revisionDraft = (talkId: string): string => `talk-revision:${talkId}`;

/** A talk put right; without a network it waits on the phone. */
export const useReviseTalk = ({ id, studentId, studentName }: RevisedTalk) =>
  useWrite('talk', 'revise', OUTDATED, () => ({
    title: `${studentName} · 改正面谈`,
    of: revisionDraft(id),
    page: addressOf('talks', { studentId }),
  }));

export const useReviseSealedTalk = () => useWrite('sealedNote', 'reviseTalk', ['talk']);

export const useVoidTalk = () => useWrite('talk', 'void', OUTDATED);
