import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { FeedbackSheet } from '../../../sheets/home-visit/feedback-sheet';
import { PlanSheet } from '../components/plan-sheet';
import { useVisit, type Visit } from '../home-visit.queries';
import { SealedSection } from './components/sealed-section';
import { VisitCards } from './components/visit-cards';
import { VoidVisitSheet } from './components/void-visit-sheet';

type Open = 'plan' | 'feedback' | 'void' | null;

/** 家访记录: one visit from plan to feedback, and its next step. */
export default function VisitPage() {
  const visitId = useRouter().params.visitId ?? '';
  const visit = useVisit(visitId);
  const [open, setOpen] = useState<Open>(null);
  const answer = visit.data;
  const close = () => setOpen(null);
  const refresh = () => void visit.refetch();
  const sheet = answer && (
    <>
      {open === 'plan' && (
        <PlanSheet student={answer.student} visitId={answer.id} onClose={close} />
      )}
      {open === 'feedback' && (
        <FeedbackSheet
          visit={{ visitId, rev: answer.rev, studentName: answer.student.name }}
          onSaved={refresh}
          onClose={close}
        />
      )}
      {open === 'void' && <VoidVisitSheet visit={answer} onVoided={refresh} onClose={close} />}
    </>
  );
  return (
    <Screen footer={answer?.may.write && <Verbs visit={answer} onOpen={setOpen} />} sheet={sheet}>
      <Answered query={visit} skeleton={<Skeleton rows={5} />}>
        {(known) => (
          <>
            {known.voided && <Notice kind="care" text={`这次家访已作废：${known.voided.reason}`} />}
            <VisitCards visit={known} />
            <SealedSection visit={known} />
            {known.may.write && (
              <Button kind="link" text="作废这次家访" onTap={() => setOpen('void')} />
            )}
          </>
        )}
      </Answered>
    </Screen>
  );
}

/** The next step first, then what can be corrected. */
function Verbs({ visit, onOpen }: { visit: Visit; onOpen(open: Open): void }) {
  const { id: visitId, status, student } = visit;
  const write = () =>
    openPage('recordVisit', { studentId: student.id, classId: student.classId, visitId });
  if (status === 'planned') {
    return (
      <>
        <Button kind="main" text="记家访" onTap={write} />
        <Button kind="link" text="改计划" onTap={() => onOpen('plan')} />
      </>
    );
  }
  if (status === 'closed') return <Button text="修改记录" onTap={write} />;
  return (
    <>
      <Button kind="main" text="补反馈" onTap={() => onOpen('feedback')} />
      <Button kind="link" text="修改记录" onTap={write} />
    </>
  );
}
