import { Input, Text, Textarea, View } from '@tarojs/components';
import { createContext, useContext, useState } from 'react';
import './field.scss';

/** Inside a sheet WeChat must be told that a field lies in something fixed. */
export const InSheet = createContext(false);

interface FieldProps {
  /** Shown above, and spoken. */
  label: string;
  placeholder?: string;
  max: number;
  /** What stands there first. The field is never controlled: on a phone that loses letters. */
  initial: string;
  /** Where the placeholder says it all, the label is only spoken. */
  isLabelHidden?: boolean;
  error?: string | undefined;
  onInput(value: string): void;
}

/** How close to the limit a person is told about it. */
const NEARLY_FULL = 0.8;

/** Text that grows as it is written. */
export function TextArea({ label, placeholder, max, initial, error, onInput }: FieldProps) {
  const isFixed = useContext(InSheet);
  const [left, setLeft] = useState<number | null>(null);
  const type = (value: string) => {
    setLeft(value.length >= max * NEARLY_FULL ? max - value.length : null);
    onInput(value);
  };
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <Textarea
        className="field-area"
        placeholderClass="field-placeholder"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={initial}
        maxlength={max}
        autoHeight
        fixed={isFixed}
        showConfirmBar={false}
        disableDefaultPadding
        cursorSpacing={80}
        onInput={(event) => type(event.detail.value)}
      />
      {left !== null && <Text className="field-note">{`还可以写 ${left} 字`}</Text>}
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  );
}

/** One line of text. */
export function TextField(props: FieldProps) {
  const { label, placeholder, max, initial, isLabelHidden = false, error, onInput } = props;
  return (
    <View className="field">
      {!isLabelHidden && <Text className="field-label">{label}</Text>}
      <Input
        className="field-line"
        placeholderClass="field-placeholder"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={initial}
        maxlength={max}
        onInput={(event) => onInput(event.detail.value)}
      />
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  );
}
