import { useState } from 'react';
import { addDays, dayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import { type StudentHead, useCloseEnrolment } from '../../student.queries';

interface LeaveSheetProps {
  student: StudentHead;
  onSaved(rev: number): void;
  onClose(): void;
}

const REASONS = ['转学', '毕业', '休学', '随家长迁往外地'].map((one) => [one, one] as const);
/** How far back a departure is written down by hand. */
const DAYS_BACK = 366;

/** 登记离校: the day and why; the file is only read from then on. */
export function LeaveSheet({ student, onSaved, onClose }: LeaveSheetProps) {
  const { id: studentId, name, rev } = student;
  const today = dayOf(new Date());
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCloseEnrolment();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { studentId, rev, on, reason: reason.trim() };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      { onSuccess: (stored) => onSaved(stored.rev) },
    );
  };
  return (
    <Sheet
      title={`${name}离校`}
      footer={
        <Button
          kind="main"
          text="登记离校"
          isDisabled={reason.trim() === ''}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <Notice text="从现在起，这名学生的记录只能查看，不再算在班级人数里，结对的导师到此为止。登记错了可以撤销。" />
      <DayField
        label="哪天离校"
        usual={[
          [today, '今天'],
          [addDays(today, -1), '昨天'],
        ]}
        from={addDays(today, -DAYS_BACK)}
        to={today}
        initial={on}
        say={sayDate}
        onChoose={setOn}
      />
      <OneOf label="为什么" choices={REASONS} initial={null} onChoose={setReason} />
      <TextField label="别的原因" max={60} initial="" onInput={setReason} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
