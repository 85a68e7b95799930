import { useRef } from 'react';
import { CODE_LENGTH } from '../../../../../domain/class-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { type Slip, useOpenSlip } from '../../interaction-form.queries';

/** Room for blanks between the letters of a code. */
const MAX_CODE = CODE_LENGTH + 4;
const MAX_NAME = 20;

interface WhoFormProps {
  /** The code of whoever came before: a class hands one tablet on. */
  code: string;
  onOpened(slip: Slip, who: { code: string; name: string }): void;
}

/** The code from the board, and the whole name. */
export function WhoForm({ code, onOpened }: WhoFormProps) {
  const typed = useRef({ code, name: '' });
  const { mutate, isPending, error } = useOpenSlip();
  const open = () => {
    const who = { ...typed.current };
    mutate(who, { onSuccess: (slip) => onOpened(slip, who) });
  };
  return (
    <Screen footer={<Button kind="main" text="开始填" isBusy={isPending} onTap={open} />}>
      <Card title="填老师发的表">
        <TextField
          label="班级码"
          placeholder="8 位，老师发的"
          max={MAX_CODE}
          initial={code}
          onInput={(text) => {
            typed.current.code = text;
          }}
        />
        <TextField
          label="名字"
          placeholder="写全自己的名字"
          max={MAX_NAME}
          initial=""
          onInput={(text) => {
            typed.current.name = text;
          }}
        />
        <Notice text="填的内容只交给老师，同学看不到，也不会留在这台手机上。" />
        {error && <Notice kind="error" text={sayFailure(error)} />}
      </Card>
    </Screen>
  );
}
