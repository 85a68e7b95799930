import { openMeasure } from '../../../domain/attention/attention-case.rules';
import type { AttentionCase } from '../../../domain/attention/attention-case.schema';
import { CASE_KINDS } from '../../../domain/attention/case-kinds';
import { noteWork } from '../../kernel/note-work';
import type { Transaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';
import { caseNoteIdOf } from './attention-view';

/**
 * A case as it stands in the student's file: one line, which moves to its last follow-up. Of a
 * case of special attention the file tells that it exists and nothing more.
 */
export function noteCase(tx: Transaction, ctx: Caller, found: AttentionCase): Promise<void> {
  const { isSealed, label } = CASE_KINDS[found.kind];
  const measure = found.status === 'open' ? openMeasure(found) : null;
  return noteWork(tx, ctx, {
    student: { _id: found.studentId, classId: found.classId, divisionId: found.divisionId },
    kind: 'attentionCase',
    refId: found._id,
    at: found.lastFollowUpAt ?? found.createdAt,
    title: label,
    excerpt: found.goal,
    audience: 'staff',
    isSealed,
    ...(isSealed && found.hasSealed && { noteId: caseNoteIdOf(found._id) }),
    ...(measure && { agreed: { text: measure.text, until: measure.until } }),
  });
}
