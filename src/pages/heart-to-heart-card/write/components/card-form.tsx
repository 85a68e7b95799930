import { useRef } from 'react';
import { CODE_LENGTH } from '../../../../../domain/class-code';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextArea, TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { useWriteId } from '../../../../platform/use-api';
import { useSubmitCard } from '../../heart-to-heart-card.queries';

/** Room for blanks between the letters of a code. */
const MAX_CODE = CODE_LENGTH + 4;

const NOTHING = { code: '', hard: '', help: '', name: '' };

/** What is hard, what would help; a name only if one wants. Nothing of it stays on the phone. */
export function CardForm({ onSubmitted }: { onSubmitted(receipt: string): void }) {
  const words = useRef(NOTHING);
  const { mutate, isPending, error } = useSubmitCard();
  const writeIdOf = useWriteId();
  const type = (part: keyof typeof NOTHING) => (text: string) => {
    words.current = { ...words.current, [part]: text };
  };
  const submit = () => {
    const content = words.current;
    mutate(
      { ...content, writeId: writeIdOf(content) },
      { onSuccess: ({ receipt }) => onSubmitted(receipt) },
    );
  };
  return (
    <Card title="写给老师的连心卡">
      <Notice text="只交给你的导师或班主任；需要时由心理老师先看。不会给同学看。" />
      <TextField
        label="班级码"
        placeholder="8 位，班主任发的"
        max={MAX_CODE}
        initial=""
        onInput={type('code')}
      />
      <TextArea
        label="想说的事"
        placeholder="最近什么事让你为难？怎么写都可以。"
        max={1000}
        initial=""
        onInput={type('hard')}
      />
      <TextArea
        label="希望得到的帮助"
        placeholder="可以不填。"
        max={500}
        initial=""
        onInput={type('help')}
      />
      <TextField
        label="名字"
        placeholder="可以不写。写了，就交给你的导师。"
        max={20}
        initial=""
        onInput={type('name')}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button kind="main" text="交给老师" isBusy={isPending} onTap={submit} />
    </Card>
  );
}
