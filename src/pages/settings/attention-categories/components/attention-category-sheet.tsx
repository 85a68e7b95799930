import { useRef, useState } from 'react';
import { Button } from '../../../../components/button';
import { TextArea, TextField } from '../../../../components/field';
import { Sheet } from '../../../../components/sheet';
import type { AttentionCategory } from '../../settings.queries';

interface AttentionCategorySheetProps {
  category: AttentionCategory;
  onDone(category: AttentionCategory): void;
  onRemove(key: string): void;
  onClose(): void;
}

const MAX_LABEL = 20;
const MAX_MEANING = 120;

/** One group: its name, and what the school means by it. */
export function AttentionCategorySheet(props: AttentionCategorySheetProps) {
  const { category, onDone, onRemove, onClose } = props;
  const typed = useRef(category);
  const [isNamed, setIsNamed] = useState(category.label !== '');
  const done = () => {
    const { label, meaning } = typed.current;
    onDone({ ...category, label: label.trim(), meaning: meaning.trim() });
    onClose();
  };
  const remove = () => {
    onRemove(category.key);
    onClose();
  };
  return (
    <Sheet
      title="类别"
      footer={<Button kind="main" text="好" isDisabled={!isNamed} onTap={done} />}
      onClose={onClose}
    >
      <TextField
        label="类别名称"
        max={MAX_LABEL}
        initial={category.label}
        onInput={(label) => {
          typed.current = { ...typed.current, label };
          setIsNamed(label.trim() !== '');
        }}
      />
      <TextArea
        label="学校的说明"
        placeholder="以哪份文件、哪种认定为准。"
        max={MAX_MEANING}
        initial={category.meaning}
        onInput={(meaning) => {
          typed.current = { ...typed.current, meaning };
        }}
      />
      {category.label !== '' && <Button kind="link" text="去掉这一类" onTap={remove} />}
    </Sheet>
  );
}
