import { useRef } from 'react';
import { Button } from '../../components/button';
import { useDraft } from '../../components/edit/use-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { QUEUED, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { useWriteId } from '../../platform/use-api';
import { correctionDraft, useRecordCorrection } from './correction-request.queries';

const MAX_TEXT = 300;

interface AskCorrectionSheetProps {
  student: { id: string; name: string };
  onSaved(): void;
  onClose(): void;
}

type Asked = { what: string; why: string };

const asAsked = (found: unknown): Asked | null => {
  const asked = found as Partial<Asked> | undefined;
  const isAsked = typeof asked?.what === 'string' && typeof asked.why === 'string';
  return isAsked ? (asked as Asked) : null;
};

/** 请学校更正: what is wrong in the child's file, and why. */
export function AskCorrectionSheet({ student, onSaved, onClose }: AskCorrectionSheetProps) {
  const draft = useDraft(correctionDraft(student.id), asAsked);
  const initial = draft.restored ?? { what: '', why: '' };
  const asked = useRef(initial);
  const { mutate, isPending, error } = useRecordCorrection(student);
  const writeIdOf = useWriteId();
  const type = (part: keyof Asked, text: string) => {
    asked.current = { ...asked.current, [part]: text };
    draft.keep(asked.current);
  };
  const send = () => {
    const content = { studentId: student.id, ...asked.current };
    const onSuccess = (answer: unknown) => {
      draft.drop();
      showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '已交给班主任' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={`${student.name} · 请学校更正`}
      footer={<Button kind="main" text="交给班主任" isBusy={isPending} onTap={send} />}
      onClose={onClose}
    >
      <TextArea
        label="需要更正的内容"
        placeholder="哪一条记录，哪里不对。"
        max={MAX_TEXT}
        initial={initial.what}
        onInput={(text) => type('what', text)}
      />
      <TextArea
        label="理由"
        placeholder="可以不填。"
        max={MAX_TEXT}
        initial={initial.why}
        onInput={(text) => type('why', text)}
      />
      <Notice text="班主任会看到并答复。您的请求和答复都会留存。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
