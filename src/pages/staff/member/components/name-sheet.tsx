import { useState } from 'react';
import { MAX_NAME } from '../../../../../domain/staff/staff.schema';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import { type Member, useReviseStaff } from '../../staff.queries';

interface NameSheetProps {
  member: Member;
  onClose(): void;
}

/** Somebody's name, corrected. */
export function NameSheet({ member, onClose }: NameSheetProps) {
  const [name, setName] = useState(member.name);
  const { mutate, isPending, error } = useReviseStaff();
  const writeIdOf = useWriteId();
  const save = () => {
    const content = { memberId: member.id, rev: member.rev, name: name.trim() };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess() {
          refetchShown();
          showToast({ text: '姓名已改' });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title="改姓名"
      footer={
        <Button
          kind="main"
          text="保存"
          isDisabled={name.trim() === '' || name.trim() === member.name}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <TextField label="姓名" max={MAX_NAME} initial={member.name} onInput={setName} />
      <Notice text="班级、受导学生、没有完成的决议和还没有开的会都会跟着改。已经写好和签过字的记录，保留当时的姓名。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
