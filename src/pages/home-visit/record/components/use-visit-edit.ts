import { useRef, useState } from 'react';
import { useEdit } from '../../../../components/edit/use-edit';
import { sayFailure } from '../../../../components/failure';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { refetchShown } from '../../../../platform/query';
import { useRecordVisit, useVoidVisit, type Visit, type VisitForm } from '../../home-visit.queries';
import { firstParts, partsOf, wordsOf } from './visit-parts';

/** The edit of a visit; after saving one is back where one came from. */
export function useVisitEdit(form: VisitForm) {
  const { student, visit } = form;
  const draftKey = `homeVisit:${visit?.id ?? `new:${student.id}`}`;
  const { mutateAsync } = useRecordVisit(form, draftKey);
  const voiding = useVoidVisit();
  const [first] = useState(() => firstParts(form));
  const saved = useRef<Visit | null>(null);

  /** A visit that was begun a moment ago is taken back as a whole. */
  const takeBack = async ({ id: visitId, rev }: Visit) => {
    try {
      await voiding.mutateAsync({ visitId, rev, writeId: newId(), reason: '记录后马上撤销' });
      showToast({ text: '已撤销' });
      refetchShown();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };

  return useEdit({
    draftKey,
    stored: { rev: visit?.rev ?? 0, parts: visit ? partsOf(visit) : first },
    proposed: visit?.status === 'planned' ? first : undefined,
    async send(parts, rev, writeId) {
      const words = wordsOf(parts);
      const answer = await mutateAsync({ ...words, studentId: student.id, rev, writeId });
      saved.current = answer === QUEUED ? null : answer;
      return answer;
    },
    standing: (data) => {
      const current = data as Visit;
      return { rev: current.rev, parts: partsOf(current), byName: current.updatedByName };
    },
    savedText: `${student.name}：已保存`,
    onSaved() {
      goBack();
      const made = saved.current;
      const undo = { text: '撤销', onTap: () => made && void takeBack(made) };
      showToast({
        text: `${student.name}：家访已记下`,
        ...(made?.rev === 1 && { action: undo }),
      });
    },
  });
}
