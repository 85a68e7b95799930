import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Answered } from '../../components/answered';
import { Card } from '../../components/card';
import { Empty } from '../../components/empty';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useMe } from '../../platform/me';
import { openTab } from '../../platform/navigate';
import { ContributionSheet } from '../../sheets/ledger-contribution/contribution-sheet';
import { RecordTalkSheet } from '../../sheets/talk/record-talk-sheet';
import { CareCard } from './components/care-card';
import { ChildrenCard } from './components/children-card';
import { DutyCard } from './components/duty-card';
import { FamilyVoiceCard } from './components/family-voice-card';
import { FormsCard } from './components/forms-card';
import { HomeVisitsCard } from './components/home-visits-card';
import { LedgersCard } from './components/ledgers-card';
import { MeetingsCard } from './components/meetings-card';
import { UnseenCard } from './components/unseen-card';
import {
  type MeetingDuties,
  type Today,
  type Unseen,
  useCareDuties,
  useFamilyVoiceDuties,
  useFormDuties,
  useMeetingDuties,
  useToday,
  useVisitDuties,
} from './today.queries';
import './index.scss';

/** 今天: what I owe now, each with the verb that settles it; below, what I lead. */
export default function TodayPage() {
  useMe(); // goes in the same call; the other tabs then know who this is
  const today = useToday();
  // In the same call; the card below then has them.
  const { cards = [], corrections = [] } = useFamilyVoiceDuties().data ?? {};
  useVisitDuties();
  useCareDuties();
  useFormDuties();
  const meetings = useMeetingDuties().data;
  const [student, setStudent] = useState<{ id: string; name: string } | null>(null);
  const termId = today.data?.term?.id;
  const [toTalk, setToTalk] = useState<Unseen['waiting'][number] | null>(null);
  const contribution = student && termId !== undefined && (
    <ContributionSheet
      student={student}
      termId={termId}
      mine=""
      onSaved={() => void today.refetch()}
      onClose={() => setStudent(null)}
    />
  );
  const talk = toTalk && (
    <RecordTalkSheet
      students={[toTalk]}
      onSaved={() => void today.refetch()}
      onClose={() => setToTalk(null)}
    />
  );
  return (
    <Screen sheet={talk || contribution}>
      <Answered query={today} skeleton={<TodaySkeleton />}>
        {(answer) => (
          <>
            <View className="today-head">
              <Text className="today-week">{answer.week}</Text>
              <Text className="today-name">{answer.name}</Text>
            </View>
            <FamilyVoiceCard />
            <MeetingsCard />
            <FormsCard />
            <CareCard />
            <HomeVisitsCard />
            {answer.duties.map((duty, index) => (
              <DutyCard key={duty.id} duty={duty} isFirst={index === 0} onContribute={setStudent} />
            ))}
            {answer.unseen && <UnseenCard unseen={answer.unseen} onTalk={setToTalk} />}
            {answer.ledgers.length > 0 && <LedgersCard ledgers={answer.ledgers} />}
            {answer.children.length > 0 && <ChildrenCard students={answer.children} />}
            {isNothingToDo(answer) &&
              hasNoMeetings(meetings) &&
              cards.length + corrections.length === 0 && (
                <NothingToDo hasTerm={answer.term !== null} />
              )}
          </>
        )}
      </Answered>
    </Screen>
  );
}

const isNothingToDo = ({ duties, unseen, ledgers, children }: Today) =>
  unseen === null && duties.length + ledgers.length + children.length === 0;

const hasNoMeetings = (owed: MeetingDuties | undefined) =>
  !owed ||
  (owed.duties.length + owed.meetings.length + owed.resolutions.length === 0 &&
    owed.toSign + owed.toAnswer.length === 0);

function NothingToDo({ hasTerm }: { hasTerm: boolean }) {
  return (
    <Card title="今天没有要做的事">
      <Empty
        text={
          hasTerm
            ? '您要写的台账、要补充的学生会出现在这里。'
            : '学校设定学期以后，您要写的台账会出现在这里。'
        }
        step={{ text: '看看学生', onTap: () => openTab('students') }}
      />
    </Card>
  );
}

function TodaySkeleton() {
  return (
    <>
      <View className="today-head" />
      <Skeleton rows={2} />
      <Skeleton rows={4} />
    </>
  );
}
