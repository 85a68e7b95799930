import type { TimelineKind } from '../../../../../domain/timeline/timeline.schema';
import { openPage } from '../../../../platform/navigate';

/** What a line says about its record. */
interface Line {
  refId: string;
  placeId: string | null;
  studentId: string;
}

type Open = (line: Line) => void;

/** Where a line of the file leads, for teachers; a kind without a page of its own leads nowhere. */
export const RECORD_PAGES: Partial<Record<TimelineKind, Open>> = {
  talk: ({ studentId }) => openPage('talks', { studentId }),
  homeVisit: ({ refId }) => openPage('homeVisit', { visitId: refId }),
  interactionRecord: ({ refId, studentId }) =>
    openPage('answerForm', { campaign: refId.split('~')[0] ?? '', student: studentId }),
  consultation: ({ refId, placeId }) =>
    openPage('meeting', { meetingId: refId, placeId: placeId ?? '' }),
  attentionCase: ({ refId }) => openPage('attentionCase', { caseId: refId }),
};
