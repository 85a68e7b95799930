import { useEffect, useRef } from 'react';
import { CODE_LENGTH } from '../../../../../domain/class-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { type GuardianDoor, useGuardianDoor } from '../../joining.queries';

interface CodeFormProps {
  /** From a picture that was scanned, or a link: it is looked up without a tap. */
  initial: string;
  onOpened(code: string, door: GuardianDoor): void;
}

/** The code of the class, scanned or typed. */
export function CodeForm({ initial, onOpened }: CodeFormProps) {
  const typed = useRef(initial);
  const { mutate, isPending, error } = useGuardianDoor();
  const open = () =>
    mutate({ code: typed.current }, { onSuccess: (door) => onOpened(typed.current, door) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the page came with
  useEffect(() => {
    if (initial !== '') open();
  }, []);
  return (
    <Card title="用班级的码加入">
      <Notice text="扫班主任发来的二维码会自动打开；也可以在这里输入 8 位加入码。" />
      <TextField
        label="加入码"
        placeholder="8 位字母和数字，班主任发的"
        max={CODE_LENGTH + 4}
        initial={initial}
        onInput={(code) => {
          typed.current = code;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button kind="main" text="下一步" isBusy={isPending} onTap={open} />
    </Card>
  );
}
