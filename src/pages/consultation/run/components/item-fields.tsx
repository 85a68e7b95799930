import { useState } from 'react';
import type { ItemWords } from '../../../../../domain/consultation/consultation-item.schema';
import { wordingHints } from '../../../../../domain/wording';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import type { Meeting } from '../../consultation.queries';
import { FIELDS } from '../said-parts';
import { TaskFields } from './task-fields';

interface ItemFieldsProps {
  meeting: Meeting;
  initial: ItemWords;
  onChange(changes: Readonly<Record<string, string | string[] | null>>): void;
}

const MAX = 400;
const MAX_DECISION = 200;

/** What one thing that is said consists of: its texts, and who does what until when. */
export function ItemFields({ meeting, initial, onChange }: ItemFieldsProps) {
  const [hints, setHints] = useState(() => wordingHints(''));
  const task = initial.kind === 'student' || initial.kind === 'decision' ? initial : null;
  return (
    <>
      {FIELDS[initial.kind].map(([key, label]) => (
        <TextArea
          key={key}
          label={label}
          max={initial.kind === 'decision' || initial.kind === 'topic' ? MAX_DECISION : MAX}
          initial={String((initial as unknown as Record<string, string>)[key] ?? '')}
          onInput={(value) => {
            onChange({ [key]: value });
            setHints(wordingHints(value));
          }}
        />
      ))}
      <Hints hints={hints} />
      {task && (
        <TaskFields meeting={meeting} initial={task} onChange={(changes) => onChange(changes)} />
      )}
    </>
  );
}
