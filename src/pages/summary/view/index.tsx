import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { openPage } from '../../../platform/navigate';
import { useWriteId } from '../../../platform/use-api';
import { PrintSheet } from '../../../sheets/book/print-sheet';
import { SummaryCards } from '../components/summary-cards';
import { type Summary, useSignSummary, useSummary } from '../summary.queries';
import './index.scss';

/** One summary: its figures, its words, who has not done what; and what one may do with it. */
export default function SummaryPage() {
  const summaryId = useRouter().params.summaryId ?? '';
  const summary = useSummary(summaryId);
  const [open, setOpen] = useState<'sign' | 'print' | null>(null);
  const { data } = summary;
  const close = () => setOpen(null);
  const sheet = data && {
    sign: <SignSheet summary={data} onSigned={() => void summary.refetch()} onClose={close} />,
    print: <PrintSheet name="summary" input={{ summaryId }} onClose={close} />,
  };
  return (
    <Screen
      sheet={open && sheet?.[open]}
      footer={data && <Verbs summary={data} onOpen={setOpen} />}
    >
      <Answered query={summary} skeleton={<Skeleton rows={8} />}>
        {(known) => <SummaryCards summary={known} />}
      </Answered>
    </Screen>
  );
}

interface VerbsProps {
  summary: Summary;
  onOpen(sheet: 'sign' | 'print'): void;
}

/** Before it is signed: write and sign. After: correct and print. Always: send it to a chat. */
function Verbs({ summary, onOpen }: VerbsProps) {
  const { id: summaryId, isSigned, replacedById, may } = summary;
  const stands = replacedById === null;
  return (
    <View className="summary-verbs">
      {may.record && !isSigned && (
        <Button text="写几句" onTap={() => openPage('writeSummary', { summaryId })} />
      )}
      {may.signOff && isSigned && stands && (
        <Button text="更正" onTap={() => openPage('writeSummary', { summaryId })} />
      )}
      {may.share && stands && (
        <Button text="发到群里" onTap={() => openPage('shareSummary', { summaryId })} />
      )}
      {may.export && isSigned && <Button text="打印" onTap={() => onOpen('print')} />}
      {may.signOff && !isSigned && <Button kind="main" text="签发" onTap={() => onOpen('sign')} />}
    </View>
  );
}

function SignSheet(props: { summary: Summary; onSigned(): void; onClose(): void }) {
  const { summary, onSigned, onClose } = props;
  const { mutate, isPending, error } = useSignSummary();
  const writeIdOf = useWriteId();
  const content = { summaryId: summary.id, rev: summary.rev };
  const sign = () =>
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          showToast({ text: '已签发' });
          onSigned();
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={`签发${summary.title}`}
      footer={<Button kind="main" text="签发" isBusy={isPending} onTap={sign} />}
      onClose={onClose}
    >
      <Notice text="签发以后，数字和文字都不再变动。发现不对，可以更正：更正是新的一版，会写明改了什么、为什么。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
