import type { Student } from '../../domain/school/roster.schema';
import { MAX_EXCERPT, type TimelineItem } from '../../domain/timeline/timeline.schema';
import { SCHEMA_VERSION, type Writer } from './database';
import type { Transaction } from './transaction';

/** A piece of work as it is noted wherever it belongs. */
export interface Work
  extends Pick<TimelineItem, 'kind' | 'refId' | 'title' | 'excerpt' | 'audience' | 'isSealed'> {
  student: Pick<Student, '_id' | 'classId' | 'divisionId'>;
  /** When it happened, not when it was typed. */
  at: Date;
}

export const timelineIdOf = ({ kind, refId, student }: Pick<Work, 'kind' | 'refId' | 'student'>) =>
  `${kind}~${refId}~${student._id}`;

/**
 * Note a record in the student's file, in the record's own transaction: write once, and it shows
 * wherever it belongs. Repeating it changes nothing. A sealed item leaves its words behind.
 */
export async function noteWork(tx: Transaction, writer: Writer, work: Work): Promise<void> {
  const { student, kind, refId, at, audience, isSealed } = work;
  await tx.put<TimelineItem>('timeline', {
    _id: timelineIdOf(work),
    schemaVersion: SCHEMA_VERSION,
    schoolId: writer.school._id,
    studentId: student._id,
    classId: student.classId,
    divisionId: student.divisionId,
    at,
    kind,
    refId,
    title: isSealed ? '' : work.title,
    excerpt: isSealed ? '' : work.excerpt.slice(0, MAX_EXCERPT),
    isSealed,
    audience,
    by: writer.member._id,
    byName: writer.member.name,
    voidedAt: null,
  });
}
