import { useState } from 'react';
import { refusedAnswers } from '../../../../../domain/interaction-form/interaction-form.rules';
import { recordIdOf } from '../../../../../domain/interaction-form/interaction-record.schema';
import { useEdit } from '../../../../components/edit/use-edit';
import { showToast } from '../../../../components/toast';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { useReminded } from '../../../../platform/use-reminded';
import { type FilledRecord, type Opened, useSubmit } from '../../interaction-form.queries';
import { answersOf, partsOf } from './answer-parts';

/** The edit of one filled form; what does not fit is said before anything is sent. */
export function useAnswerEdit(opened: Opened, onSent: () => void) {
  const { campaign, student, questions, record } = opened;
  const recordId = recordIdOf(campaign.id, student.id);
  const draftKey = `interaction:${recordId}`;
  const { mutateAsync } = useSubmit(opened, draftKey);
  // Only who fills it in at home is written to; it is the first thing the tap does.
  const reminded = useReminded(campaign.respondent === 'guardian' ? ['form'] : []);
  const [refused, setRefused] = useState<Record<string, string>>({});

  const edit = useEdit({
    draftKey,
    stored: { rev: record?.rev ?? 0, parts: partsOf(questions, record?.answers ?? {}) },
    async send(parts, rev, writeId) {
      const answers = answersOf(questions, parts);
      const { id: campaignId } = campaign;
      const answer = await mutateAsync({
        campaignId,
        studentId: student.id,
        rev,
        writeId,
        answers,
      });
      if (answer === QUEUED) return answer;
      return { rev: answer?.rev ?? rev + 1 };
    },
    standing: (data) => {
      const current = data as FilledRecord;
      const { rev, answers, byName } = current;
      return { rev, parts: partsOf(questions, answers), byName };
    },
    savedText: '已提交',
    onSaved() {
      // A form has no version to go back to before it was first filled in.
      showToast({ text: '已提交' });
      onSent();
    },
  });

  const save = async () => {
    const found = refusedAnswers(questions, answersOf(questions, edit.typed()), recordId);
    setRefused(found);
    const [first] = Object.values(found);
    if (first === undefined) return new Promise<void>((done) => reminded(() => done(edit.save())));
    showToast({ text: first });
    return undefined;
  };

  return {
    edit: { ...edit, save },
    recordId,
    refused,
    answer: (key: string, part: string) => {
      if (refused[key]) setRefused({ ...refused, [key]: '' });
      edit.type(key, part);
    },
  };
}
