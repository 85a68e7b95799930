import { timelineIdOf } from '../../cloudfunctions/kernel/note-work';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import type { CastMember } from './cast';

type Whose = Pick<TimelineItem, 'studentId' | 'classId' | 'divisionId' | 'schoolId'>;

/** A line of a student's file as `noteWork` stores it. */
export function timelineItem(
  whose: Whose,
  by: CastMember,
  item: Pick<TimelineItem, 'kind' | 'refId' | 'at'> & Partial<TimelineItem>,
): TimelineItem {
  return {
    _id: timelineIdOf({ ...item, student: { _id: whose.studentId } }),
    schemaVersion: 1,
    ...whose,
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
