import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { TextField } from '../../../components/field';
import { Notice } from '../../../components/notice';

/** Looks behind a code: what a procedure answers for it. */
interface Door<D> {
  mutate(input: { code: string }, options: { onSuccess(door: D): void }): void;
  isPending: boolean;
  error: unknown;
}

interface CodeFormProps<D> {
  title: string;
  /** Where the code comes from. */
  advice: string;
  label: string;
  placeholder: string;
  /** Length of the code; a few spaces more may be typed. */
  length: number;
  /** From a picture that was scanned, or a link: it is looked up without a tap. */
  initial: string;
  door: Door<D>;
  onOpened(code: string, door: D): void;
}

const SPACES = 4;

/** A code, scanned or typed, that lets somebody in. */
export function CodeForm<D>(props: CodeFormProps<D>) {
  const { title, advice, label, placeholder, length, initial, onOpened } = props;
  const { mutate, isPending, error } = props.door;
  const typed = useRef(initial);
  const open = () =>
    mutate({ code: typed.current }, { onSuccess: (door) => onOpened(typed.current, door) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what the page came with
  useEffect(() => {
    if (initial !== '') open();
  }, []);
  return (
    <Card title={title}>
      <Notice text={advice} />
      <TextField
        label={label}
        placeholder={placeholder}
        max={length + SPACES}
        initial={initial}
        onInput={(code) => {
          typed.current = code;
        }}
      />
      {error !== null && <Notice kind="error" text={sayFailure(error)} />}
      <Button kind="main" text="下一步" isBusy={isPending} onTap={open} />
    </Card>
  );
}
