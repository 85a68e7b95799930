import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { addressOf, openPage } from '../../../platform/navigate';
import { CARD_PICTURE, useShareMenu } from '../../../platform/share';
import { sayDate } from '../../../platform/when';
import { PrintSheet } from '../../../sheets/book/print-sheet';
import { useUnreached } from '../../../sheets/reminder/reminder.queries';
import { UnreachedCard } from '../../../sheets/reminder/unreached-card';
import { ProposeTopicSheet } from '../../../sheets/topic/propose-topic-sheet';
import { TopicsCard } from '../../../sheets/topic/topics-card';
import { LateBelow, ProposedStudents, TakenTopics } from '../components/agenda-cards';
import { Breaches, Said } from '../components/said';
import { addressIn, type Meeting, useAgenda, useMeeting } from '../consultation.queries';
import { ChangeSheet } from './components/change-sheet';
import { DissentsCard } from './components/dissents-card';
import { FactsCards } from './components/facts-cards';
import { PrepareCard } from './components/prepare-card';
import { SignOffCard } from './components/sign-off-card';
import { WordsSheet, type WordsVerb } from './components/words-sheet';

type Open = 'change' | 'print' | 'topic' | WordsVerb | null;

const sayMeeting = ({ placeLabel, label, on, startsAt }: Meeting): string =>
  `${sayDate(on)}${startsAt === null ? '' : ` ${startsAt}`} ${placeLabel} · ${label}`;

/** One meeting: what is planned, what was said, what it lacks, and the next step. */
export default function MeetingPage() {
  const { meetingId = '', placeId = '', scope } = useRouter().params;
  const meeting = useMeeting(meetingId, placeId);
  const isPlanned = meeting.data?.state === 'planned';
  const agenda = useAgenda(
    { meetingId, placeId },
    scope ?? (isPlanned ? meeting.data?.scope : undefined),
  );
  const unreached = useUnreached(meetingId);
  const [open, setOpen] = useState<Open>(null);
  const known = meeting.data;
  // Whoever is invited finds it there; the card opens it for nobody else.
  const card = {
    title: known ? sayMeeting(known) : '学情会商',
    address: addressOf('meeting', { meetingId, placeId }),
    picture: CARD_PICTURE,
  };
  useShareMenu(card);
  const refresh = () => void Promise.all([meeting.refetch(), isPlanned && agenda.refetch()]);
  const close = () => setOpen(null);
  const sheet = known && open !== null && (
    <OpenSheet open={open} meeting={known} onSaved={refresh} onClose={close} />
  );
  return (
    <Screen sheet={sheet} footer={known && <Verbs meeting={known} onOpen={setOpen} />}>
      <Answered query={meeting} skeleton={<Skeleton rows={8} />}>
        {(answer) => (
          <>
            <FactsCards meeting={answer} />
            <Breaches breaches={answer.breaches} />
            {answer.breachReason !== '' && <Notice text={`说明：${answer.breachReason}`} />}
            {answer.state === 'planned' && (
              <>
                {agenda.data && <ProposedStudents agenda={agenda.data} />}
                <LateBelow late={agenda.data?.late ?? []} />
                <TopicsCard
                  place={placeOf(answer)}
                  topics={agenda.data?.topics ?? []}
                  onChanged={refresh}
                />
                <PrepareCard meeting={answer} forms={agenda.data?.forms ?? []} onSaved={refresh} />
                <UnreachedCard unreached={unreached} card={card} />
              </>
            )}
            <TakenTopics topics={answer.topics} />
            <Said title="说了什么" items={answer.items.filter(({ voided }) => !voided)} />
            <DissentsCard meeting={answer} />
            <SignOffCard meeting={answer} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

interface OpenSheetProps {
  open: NonNullable<Open>;
  meeting: Meeting;
  onSaved(): void;
  onClose(): void;
}

function OpenSheet({ open, ...props }: OpenSheetProps) {
  if (open === 'change') return <ChangeSheet {...props} />;
  if (open === 'topic') return <ProposeTopic {...props} />;
  if (open !== 'print') return <WordsSheet key={open} verb={open} {...props} />;
  const input = { consultationId: props.meeting.id };
  return <PrintSheet name="minutes" input={input} onClose={props.onClose} />;
}

/** Whoever is invited proposes for the meeting they are invited to. */
const placeOf = ({ id: meetingId, scope, placeId }: Meeting) => ({ scope, placeId, meetingId });

function ProposeTopic({ meeting, onSaved, onClose }: Omit<OpenSheetProps, 'open'>) {
  const places = [{ ...placeOf(meeting), label: meeting.placeLabel }];
  return <ProposeTopicSheet places={places} onSaved={onSaved} onClose={onClose} />;
}

/** The next step first, then what can be changed. */
function Verbs({ meeting, onOpen }: { meeting: Meeting; onOpen(open: Open): void }) {
  const { state, may, kind } = meeting;
  const run = () => openPage('runMeeting', addressIn(meeting));
  if (state === 'planned' || state === 'running') {
    return (
      <>
        {may.record && (
          <Button kind="main" text={state === 'planned' ? '开始会商' : '回到会上'} onTap={run} />
        )}
        {may.record && state === 'planned' && (
          <Button kind="link" text="提一个议题" onTap={() => onOpen('topic')} />
        )}
        {may.plan && <Button kind="link" text="改期、取消" onTap={() => onOpen('change')} />}
      </>
    );
  }
  const asksReport = kind?.after.some((rule) => rule.kind === 'report') ?? false;
  return (
    <>
      {may.signOff && <Button kind="main" text="签字" onTap={() => onOpen('sign')} />}
      {may.signOff && <Button text="问一句" onTap={() => onOpen('ask')} />}
      {state === 'askedBack' && may.plan && (
        <Button kind="main" text="答复" onTap={() => onOpen('answer')} />
      )}
      {asksReport && state !== 'cancelled' && (
        <Button kind="link" text="写专题报告" onTap={() => onOpen('report')} />
      )}
      {may.print && state !== 'cancelled' && (
        <Button kind="link" text="打印纪要" onTap={() => onOpen('print')} />
      )}
    </>
  );
}
