import { useRef } from 'react';
import {
  SAFETY_LABELS,
  type SafetyWords,
} from '../../../../../domain/health-register/health-register.schema';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Opened, useReviseCondition } from '../../health-register.queries';

interface WordsSheetProps {
  opened: Opened;
  onSaved(): void;
  onClose(): void;
}

const FIELDS: readonly [keyof SafetyWords, max: number, placeholder: string][] = [
  ['what', 200, '按家长告知或医院证明写，不猜测。'],
  ['act', 400, '先做什么，联系谁，药放在哪里。'],
  ['avoid', 300, '哪些活动、食物、场合要避开。'],
];

/** What everybody must know, in three parts. No draft: these words do not lie on a phone. */
export function WordsSheet({ opened, onSaved, onClose }: WordsSheetProps) {
  const { student, words, rev } = opened;
  const typed = useRef<SafetyWords>({
    what: words?.parts.what ?? '',
    act: words?.parts.act ?? '',
    avoid: words?.parts.avoid ?? '',
  });
  const { mutate, isPending, error } = useReviseCondition();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { studentId: student.id, rev, ...typed.current };
    const onSuccess = () => {
      showToast({ text: '已保存，请老师们确认' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={`${student.name} · 安全须知`}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <Notice text="保存以后，教这个班的老师和导师都会收到，请他们打开并确认。" />
      {FIELDS.map(([part, max, placeholder]) => (
        <TextArea
          key={part}
          label={SAFETY_LABELS[part]}
          placeholder={placeholder}
          max={max}
          initial={typed.current[part]}
          onInput={(text) => {
            typed.current = { ...typed.current, [part]: text };
          }}
        />
      ))}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
