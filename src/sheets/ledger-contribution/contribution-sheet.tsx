import { useRef, useState } from 'react';
import { wordingHints } from '../../../domain/wording';
import { Button } from '../../components/button';
import { useDraft } from '../../components/edit/use-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Hints } from '../../components/hints';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';

import type { Answer } from '../../platform/api';
import { QUEUED, type Queued, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { useWriteId } from '../../platform/use-api';
import { contributionDraft, useRecordContribution } from './ledger-contribution.queries';
import { rememberLine } from './remember-line';

interface ContributionSheetProps {
  student: { id: string; name: string };
  termId: string;
  /** What one wrote before; empty if nothing yet. */
  mine: string;
  onSaved?(): void;
  onClose(): void;
}

const MAX_TEXT = 200;
const asText = (found: unknown) => (typeof found === 'string' ? found : null);

/** 补一句: what a subject teacher or mentor knows of a student, in one text. */
export function ContributionSheet(props: ContributionSheetProps) {
  const { student, termId, mine, onSaved, onClose } = props;
  const draft = useDraft(contributionDraft(termId, student.id), asText);
  const initial = draft.restored ?? mine;
  const text = useRef(initial);
  const [hints, setHints] = useState(() => wordingHints(initial));
  const { mutate, isPending, error } = useRecordContribution(student);
  const writeIdOf = useWriteId();

  const type = (value: string) => {
    text.current = value;
    setHints(wordingHints(value));
    draft.keep(value);
  };
  const save = () => {
    const content = { studentId: student.id, termId, text: text.current.trim() };
    const onSuccess = (line: Answer<'ledgerContribution', 'record'> | Queued) => {
      draft.drop();
      const done = content.text === '' ? '已收回' : '已保存';
      showToast({ text: line === QUEUED ? WAITS_FOR_NETWORK : done });
      if (line !== QUEUED) rememberLine(student.id, line);
      onSaved?.();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };

  return (
    <Sheet
      title={`${student.name} · 补一句`}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {draft.restored !== null && <Notice text="接着上次没有保存的草稿写。" />}
      <TextArea
        label="您看到的"
        placeholder="一件具体的事，一个进步，一个需要留意的地方。"
        max={MAX_TEXT}
        initial={initial}
        onInput={type}
      />
      <Hints hints={hints} />
      {mine !== '' && <Notice text="清空后保存，就收回了这一句。" />}
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}
