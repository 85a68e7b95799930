import { useState } from 'react';
import type { SummaryWords } from '../../../../../domain/summary/summary.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { useDraft } from '../../../../components/edit/use-draft';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { type Summary, useCorrectSummary } from '../../summary.queries';
import { WordsFields } from './words-fields';

interface Draft {
  why: string;
  words: SummaryWords;
}

const readDraft = (found: unknown): Draft | null => {
  const draft = found as Partial<Draft> | undefined;
  return typeof draft?.why === 'string' && typeof draft.words === 'object'
    ? (draft as Draft)
    : null;
};

/** A correction of what was signed: counted again, with the reason, signed at once. */
export function CorrectForm({ summary }: { summary: Summary }) {
  const { id: summaryId, rev, title, words } = summary;
  const draft = useDraft(`correction:${summaryId}`, readDraft);
  const [typed, setTyped] = useState<Draft>(draft.restored ?? { why: '', words });
  const { mutate, isPending, error } = useCorrectSummary();
  const writeIdOf = useWriteId();
  const type = (next: Draft) => {
    setTyped(next);
    draft.keep(next);
  };
  const correct = () => {
    const content = { summaryId, rev, words: typed.words, why: typed.why.trim() };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: '已更正并签发' });
          goBack();
        },
      },
    );
  };
  const footer = (
    <Button
      kind="main"
      text="更正并签发"
      isDisabled={typed.why.trim() === ''}
      isBusy={isPending}
      onTap={correct}
    />
  );
  return (
    <Screen footer={footer}>
      <Notice text="数字会按现在的记录重新汇总。原来的一份保留，新的一版写明改了什么、为什么。" />
      <Card title={`更正${title}`}>
        <TextArea
          label="为什么更正"
          placeholder="例如：七年级(3)班有一次家访晚记了。"
          max={200}
          initial={typed.why}
          onInput={(why) => type({ ...typed, why })}
        />
        <WordsFields
          initial={typed.words}
          typed={typed.words}
          onType={(part, text) => type({ ...typed, words: { ...typed.words, [part]: text } })}
        />
        {error && <Notice kind="error" text={sayFailure(error)} />}
      </Card>
    </Screen>
  );
}
