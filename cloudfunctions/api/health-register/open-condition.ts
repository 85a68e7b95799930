import { randomUUID } from 'node:crypto';
import {
  acknowledgementsOf,
  hasAcknowledged,
  mustKnow,
} from '../../../domain/health-register/health-register.rules';
import { SAFETY_REASON } from '../../../domain/health-register/health-register.schema';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readStudent, subjectOfStudent } from '../roster.store';
import { classLabelOf } from '../school-names';
import { presentSealedNote } from '../write-sealed-note';
import {
  readCondition,
  readSafetyNote,
  readTeachersOf,
  safetyNoteIdOf,
} from './health-register.store';

/**
 * Open what keeps a child safe. Everybody who teaches the child may, and should; the audit says
 * who did, before a word is shown. Without an entry the answer says so, for who may write one.
 */
export async function openCondition(ctx: Caller, studentId: string) {
  const [student, condition, note] = await Promise.all([
    readStudent(studentId),
    readCondition(studentId),
    readSafetyNote(studentId),
  ]);
  const subject = subjectOfStudent(student);
  const why = ctx.access.authorize(subject);
  if (!student || !subject) throw new Error('authorized without a student');
  const isActive = condition?.status === 'active';
  const [teachers] = await Promise.all([
    readTeachersOf(ctx.school._id, student.classId),
    writeOne(
      'audits',
      auditOf(ctx, {
        id: randomUUID(),
        action: 'healthCondition.read',
        collection: 'sealedNotes',
        documentId: safetyNoteIdOf(studentId),
        studentId,
        why,
        reason: SAFETY_REASON,
      }),
    ),
  ]);
  return {
    student: {
      id: student._id,
      name: student.name,
      classLabel: classLabelOf(ctx, student.classIdentity),
    },
    /** What a new wording is made from; 0 where there was none. */
    rev: note?.rev ?? 0,
    words: isActive && note ? presentSealedNote(note) : null,
    wordsRev: condition?.wordsRev ?? 0,
    acknowledgements: isActive ? acknowledgementsOf(condition, teachers, student) : null,
    may: {
      acknowledge:
        isActive && mustKnow(condition, ctx.member) && !hasAcknowledged(condition, ctx.member._id),
      revise: student.status === 'enrolled' && ctx.access.may('healthCondition.revise', subject),
    },
  };
}
