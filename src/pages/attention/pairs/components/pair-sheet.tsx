import { useState } from 'react';
import { addDays, dayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { Chip, Chips } from '../../../../components/chip';
import { useTextDraft } from '../../../../components/edit/use-text-draft';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../../platform/outbox/outbox';
import { useRecordPairing } from '../../attention.queries';

interface PairSheetProps {
  classId: string;
  students: readonly { id: string; name: string }[];
  onSaved(): void;
  onClose(): void;
}

const MAX_AIM = 120;
const EIGHT_WEEKS = 56;

/** Two students by tap, and what they do together; for eight weeks to begin with. */
export function PairSheet({ classId, students, onSaved, onClose }: PairSheetProps) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [pairingId] = useState(newId);
  const aim = useTextDraft(`pair:${classId}`);
  const { mutate, isPending, error } = useRecordPairing();
  const toggle = (id: string) =>
    setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-2));
  const [one, other] = ids;
  const save = () => {
    if (one === undefined || other === undefined) return;
    const onSuccess = (answer: unknown) => {
      aim.drop();
      showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '已结对' });
      onSaved();
      onClose();
    };
    mutate(
      {
        ...{ pairingId, writeId: pairingId, classId },
        studentIds: [one, other],
        aim: aim.typed(),
        until: addDays(dayOf(new Date()), EIGHT_WEEKS),
      },
      { onSuccess },
    );
  };
  return (
    <Sheet
      title="选两名同学"
      footer={
        <Button
          kind="main"
          text={ids.length === 2 ? '结成一对' : `还要选 ${2 - ids.length} 人`}
          isDisabled={ids.length < 2}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <TextArea
        label="一起做什么"
        placeholder="例如：每天互相讲一道数学题。"
        max={MAX_AIM}
        initial={aim.initial}
        onInput={aim.type}
      />
      <Chips>
        {students.map(({ id, name }) => (
          <Chip
            key={id}
            role="checkbox"
            text={name}
            isChosen={ids.includes(id)}
            onTap={() => toggle(id)}
          />
        ))}
      </Chips>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
