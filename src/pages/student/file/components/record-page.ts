import type { TimelineKind } from '../../../../../domain/timeline/timeline.schema';
import { openPage } from '../../../../platform/navigate';

type Open = (item: { refId: string; studentId: string }) => void;

/** Where a line of the file leads, for teachers; a kind without a page of its own leads nowhere. */
export const RECORD_PAGES: Partial<Record<TimelineKind, Open>> = {
  talk: ({ studentId }) => openPage('talks', { studentId }),
  homeVisit: ({ refId }) => openPage('homeVisit', { visitId: refId }),
  interactionRecord: ({ refId, studentId }) =>
    openPage('answerForm', { campaign: refId.split('~')[0] ?? '', student: studentId }),
  attentionCase: ({ refId }) => openPage('attentionCase', { caseId: refId }),
};
