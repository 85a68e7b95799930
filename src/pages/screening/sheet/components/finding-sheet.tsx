import { useRef, useState } from 'react';
import { CONCERNS, type Concern } from '../../../../../domain/screening/screening.schema';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type SheetStudent, useRecordFinding } from '../../screening.queries';

interface FindingSheetProps {
  roundId: string;
  classId: string;
  student: SheetStudent;
  onSaved(): void;
  onClose(): void;
}

const CHOICES = Object.entries(CONCERNS) as [Concern, string][];
const MAX_TEXT = 200;

/** 有情况: which side of life, and one line. Sealed, so no draft of it lies on the phone. */
export function FindingSheet({ roundId, classId, student, onSaved, onClose }: FindingSheetProps) {
  const [concern, setConcern] = useState<Concern | null>(null);
  const text = useRef('');
  const [hints, setHints] = useState(() => wordingHints(''));
  const { mutate, isPending, error } = useRecordFinding();
  const writeIdOf = useWriteId();
  const save = () => {
    if (concern === null) return;
    const content = {
      ...{ roundId, classId, studentId: student.studentId, rev: 0 },
      ...{ concern, text: text.current.trim() },
    };
    const onSuccess = () => {
      showToast({ text: '已记下，保密存放' });
      onSaved();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Sheet
      title={`${student.name} · 有情况`}
      footer={
        <Button
          kind="main"
          text={concern === null ? '先点一下是哪方面' : '保存'}
          isDisabled={concern === null}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <OneOf<Concern> label="哪方面" choices={CHOICES} initial={concern} onChoose={setConcern} />
      <TextArea
        label="看到的一件事"
        placeholder="什么时候，看到了什么。遇到危险请马上联系心理教师。"
        max={MAX_TEXT}
        initial=""
        onInput={(value) => {
          text.current = value;
          setHints(wordingHints(value));
        }}
      />
      <Hints hints={hints} />
      <Notice text="保密存放：班主任、导师、心理教师和校领导打开时要写理由。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
