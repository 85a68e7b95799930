import type { ClassWorkKind } from '../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../domain/regulation/record-kind';
import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useWrite } from '../../platform/use-api';

export type ClassWorks = Answer<'classWork', 'list'>;
export type ClassWork = ClassWorks['works'][number];

/** Of a class; without one, the sponsors' summaries within reach. */
interface WorksOf {
  classId?: string | undefined;
  termId?: string | undefined;
}

export const useClassWorks = ({ classId, termId }: WorksOf) =>
  useAnswer('classWork', 'list', {
    ...(classId !== undefined && { classId }),
    ...(termId !== undefined && { termId }),
  });

/** What a record makes out of date: the list, and what the rules still ask. */
const OUTDATED = ['classWork', 'meetingDuty', 'leader'] as const;

export interface RecordOf {
  kind: ClassWorkKind;
  classId?: string | undefined;
  workId?: string | undefined;
}

/** It may wait for a network: `draftKey` is where its form keeps the words meanwhile. */
export const useRecordWork = ({ kind, classId, workId }: RecordOf, draftKey: string) =>
  useWrite('classWork', 'record', OUTDATED, ({ title }) => ({
    title: `${RECORD_KINDS[kind].label} · ${title}`,
    of: draftKey,
    page: addressOf('recordWork', {
      kind,
      ...(classId !== undefined && { classId }),
      ...(workId !== undefined && { workId }),
    }),
  }));

export const useVoidWork = () => useWrite('classWork', 'void', OUTDATED);

/** Who looked is recorded in the cloud each time, so it is a write and nothing remembers it. */
export const useOpenWorkPhotos = () => useWrite('classWorkPhoto', 'list', []);
