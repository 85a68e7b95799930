import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useWrite } from '../../platform/use-api';
import { VISITS_OUTDATED } from '../../sheets/home-visit/home-visit.queries';

export type Coverage = Answer<'homeVisit', 'list'>;
export type CoveredStudent = Coverage['students'][number];
export type Visit = Answer<'homeVisit', 'byId'>;
export type VisitForm = Answer<'homeVisitForm', 'byId'>;

/** Without a class: one's mentees. */
export const useCoverage = (classId: string | undefined) =>
  useAnswer('homeVisit', 'list', classId === undefined ? {} : { classId });

export const useVisit = (visitId: string) => useAnswer('homeVisit', 'byId', { visitId });

interface FormOf {
  studentId: string;
  classId: string;
  visitId?: string | undefined;
}

export const useVisitForm = ({ studentId, classId, visitId }: FormOf) =>
  useAnswer(
    'homeVisitForm',
    'byId',
    visitId === undefined ? { studentId, classId } : { studentId, classId, visitId },
    // A form begins from what stands in the cloud, not from what the phone remembers.
    { staleTime: 0 },
  );

/** A plan may wait for a network: `draftKey` is where its form keeps it meanwhile. */
export const usePlanVisit = (studentName: string, draftKey: string) =>
  useWrite('homeVisit', 'plan', VISITS_OUTDATED, () => ({
    title: `${studentName} · 家访计划`,
    of: draftKey,
  }));

/** A visit may wait for a network: `draftKey` is where its form keeps the words meanwhile. */
export const useRecordVisit = ({ student, visit }: VisitForm, draftKey: string) =>
  useWrite('homeVisit', 'record', VISITS_OUTDATED, () => ({
    title: `${student.name} · 家访`,
    of: draftKey,
    page: addressOf('recordVisit', {
      studentId: student.id,
      classId: student.classId,
      ...(visit && { visitId: visit.id }),
    }),
  }));

export const useVoidVisit = () => useWrite('homeVisit', 'void', VISITS_OUTDATED);

/** Who looked is recorded in the cloud each time, so it is a write and nothing remembers it. */
export const useOpenPhotos = () => useWrite('homeVisitPhoto', 'list', []);

export const useReviseSealedVisit = () =>
  useWrite('sealedNote', 'reviseHomeVisit', ['homeVisit', 'homeVisitForm']);
