import { useState } from 'react';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import { type StudentHead, useAssignEnrolment, useClasses } from '../../student.queries';

interface MoveSheetProps {
  student: StudentHead;
  onClose(): void;
}

/** 转到别的班: from the next tap on the new class's teachers see the file. */
export function MoveSheet({ student, onClose }: MoveSheetProps) {
  const { id: studentId, name, rev, classId: from } = student;
  const classes = useClasses();
  const [classId, setClassId] = useState<string | null>(null);
  const { mutateAsync, isPending, error } = useAssignEnrolment();
  const writeIdOf = useWriteId();
  const move = async (to: string, since: number) => {
    const content = { studentId, rev: since, classId: to };
    const stored = await mutateAsync({ ...content, writeId: writeIdOf(content) });
    refetchShown();
    return stored.rev;
  };
  const undo = async (since: number) => {
    try {
      await move(from, since);
      showToast({ text: '已撤销' });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const save = async () => {
    if (classId === null) return;
    try {
      const since = await move(classId, rev);
      const action = { text: '撤销', onTap: () => void undo(since) };
      onClose();
      showToast({ text: `${name}已转到新的班`, action });
    } catch {
      // `error` says why.
    }
  };
  return (
    <Sheet
      title={`${name}转到哪个班`}
      footer={
        <Button
          kind="main"
          text="转班"
          isDisabled={classId === null}
          isBusy={isPending}
          onTap={() => void save()}
        />
      }
      onClose={onClose}
    >
      <Notice text="以前的记录留在学生的档案里，新班的老师从下一次点开起看得到。导师不变。" />
      <Answered query={classes}>
        {(answer) => (
          <OneOf
            label="班级"
            choices={answer.classes
              .filter(({ id }) => id !== from)
              .map(({ id, label }) => [id, label] as const)}
            initial={classId}
            onChoose={setClassId}
          />
        )}
      </Answered>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
