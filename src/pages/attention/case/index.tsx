import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { FollowUpSheet } from '../../../sheets/attention/follow-up-sheet';
import { useCase } from '../attention.queries';
import { CaseCards } from './components/case-cards';
import { CloseSheet } from './components/close-sheet';
import { FollowUpsCard } from './components/follow-ups-card';
import { SealedCard } from './components/sealed-card';
import { VoidCaseSheet } from './components/void-case-sheet';

type Open = 'followUp' | 'close' | 'void' | null;

/** 个案: strengths and the aim first, then who does what, how it went, and what is sealed. */
export default function CasePage() {
  const { caseId = '' } = useRouter().params;
  const found = useCase(caseId);
  const [open, setOpen] = useState<Open>(null);
  const answer = found.data;
  const shut = () => setOpen(null);
  const refresh = () => void found.refetch();
  const sheet =
    answer &&
    ((open === 'followUp' && (
      <FollowUpSheet
        found={{ id: answer.id, name: answer.student.name, level: answer.level }}
        onSaved={refresh}
        onClose={shut}
      />
    )) ||
      (open === 'close' && <CloseSheet found={answer} onSaved={refresh} onClose={shut} />) ||
      (open === 'void' && <VoidCaseSheet found={answer} onVoided={refresh} onClose={shut} />));
  return (
    <Screen
      sheet={sheet}
      footer={
        answer?.may.followUp && (
          <Button kind="main" text="记跟进" onTap={() => setOpen('followUp')} />
        )
      }
    >
      <Answered query={found} skeleton={<Skeleton rows={6} />}>
        {(known) => (
          <>
            <CaseCards
              found={known}
              onClose={() => setOpen('close')}
              onVoid={() => setOpen('void')}
            />
            <FollowUpsCard followUps={known.followUps} />
            <SealedCard found={known} onSaved={refresh} />
          </>
        )}
      </Answered>
    </Screen>
  );
}
