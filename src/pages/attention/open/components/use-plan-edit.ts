import { useState } from 'react';
import { nextReview } from '../../../../../domain/attention/attention-case.rules';
import type { Measure } from '../../../../../domain/attention/attention-case.schema';
import type { AttentionLevel } from '../../../../../domain/attention/attention-category.schema';
import { CASE_KINDS, type CaseKind } from '../../../../../domain/attention/case-kinds';
import { dayOf } from '../../../../../domain/calendar/day';
import type { Parts } from '../../../../components/edit/merge-versions';
import { type StandingVersion, useEdit } from '../../../../components/edit/use-edit';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { type Case, type CaseForm, useRecordCase } from '../../attention.queries';

export interface PlanOf extends Pick<CaseForm, 'student' | 'reviewDays'> {
  kind: CaseKind;
  /** null for a new file. */
  found: Case | null;
}

type StoredCase = Pick<Case, 'id' | 'level' | 'fields' | 'goal' | 'measures'>;

export const measuresIn = ({ measures }: Parts): Measure[] =>
  measures ? (JSON.parse(measures) as Measure[]) : [];
const levelIn = ({ level }: Parts): AttentionLevel => (Number(level) || 2) as AttentionLevel;
const fieldPart = (key: string) => `field:${key}`;

/** A plan as parts: whoever edits at once chooses between versions part by part. */
export function usePlanEdit({ student, reviewDays, kind, found }: PlanOf) {
  const keys = CASE_KINDS[kind].fields.map(({ key }) => key);
  // In the draft too: a file that waits for a network keeps the id it was made with.
  const [madeId] = useState(newId);
  const today = dayOf(new Date());
  const partsOf = ({ id, level, fields, goal, measures }: StoredCase): Parts => ({
    caseId: id,
    level: String(level),
    goal,
    measures: measures.length > 0 ? JSON.stringify(measures) : '',
    ...Object.fromEntries(keys.map((key) => [fieldPart(key), fields[key] ?? ''])),
  });
  const empty: StoredCase = { id: madeId, level: 2, fields: {}, goal: '', measures: [] };
  const draftKey = `attentionCase:${student.id}:${kind}`;
  const { mutateAsync } = useRecordCase(student, found?.id ?? null, draftKey);

  /** The day that stands, if the level still allows it; else the next of the level. */
  const reviewOn = (level: AttentionLevel) => {
    const next = nextReview(level, today, reviewDays);
    const standing = found?.reviewOn;
    return standing && standing >= today && standing < next ? standing : next;
  };

  return useEdit({
    draftKey,
    stored: { rev: found?.rev ?? 0, parts: partsOf(found ?? empty) },
    send: (parts, rev, writeId) =>
      mutateAsync({
        caseId: parts.caseId ?? madeId,
        studentId: student.id,
        kind,
        level: levelIn(parts),
        fields: Object.fromEntries(keys.map((key) => [key, parts[fieldPart(key)] ?? ''])),
        goal: parts.goal ?? '',
        measures: measuresIn(parts),
        reviewOn: reviewOn(levelIn(parts)),
        rev,
        writeId,
      }),
    standing(data): StandingVersion {
      const standing = data as Case;
      return { rev: standing.rev, parts: partsOf(standing), byName: standing.updatedByName };
    },
    savedText: '已保存',
    onSaved: goBack,
  });
}
