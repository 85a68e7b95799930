import { timelineIdOf } from '../../cloudfunctions/kernel/note-work';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import type { CastMember } from './cast';

type Whose = Pick<TimelineItem, 'studentId' | 'classId' | 'divisionId' | 'schoolId'>;

/** A line of a student's file as `noteWork` stores it. */
export function timelineItem(
  { studentId, classId, divisionId, schoolId }: Whose,
  by: CastMember,
  item: Pick<TimelineItem, 'kind' | 'refId' | 'at'> & Partial<TimelineItem>,
): TimelineItem {
  return {
    _id: timelineIdOf({ ...item, student: { _id: studentId } }),
    schemaVersion: 1,
    ...{ schoolId, studentId, classId, divisionId },
    title: '',
    excerpt: '',
    isSealed: false,
    noteId: null,
    audience: 'staff',
    agreed: null,
    agreedUntil: null,
    by: by.openid,
    byName: by.name,
    voidedAt: null,
    ...item,
  };
}
