/** Taro's components as plain elements of a browser. Only for tests of components. */
import type { ChangeEvent, PropsWithChildren } from 'react';

type Props = PropsWithChildren<Record<string, unknown>>;

/** What only WeChat understands is left out, so that a browser does not complain. */
const FOREIGN =
  /^(aria-role|hover|catchMove|scroll|placeholderClass|autoHeight|fixed|show|disable|cursor|userSelect)/;

const known = (props: Props): Props =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !FOREIGN.test(name)));

export const View = (props: Props) => <div {...known(props)} />;
export const ScrollView = View;
export const Text = (props: Props) => <span {...known(props)} />;

interface FieldProps extends Props {
  maxlength?: number;
  onInput?(event: { detail: { value: string } }): void;
}

const fieldProps = ({ maxlength, onInput, ...rest }: FieldProps) => ({
  ...known(rest),
  maxLength: maxlength,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onInput?.({ detail: { value: event.target.value } }),
});

export const Input = (props: FieldProps) => <input {...fieldProps(props)} />;
export const Textarea = (props: FieldProps) => <textarea {...fieldProps(props)} />;
