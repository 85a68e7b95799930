import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { useMentorships, useStudentLine, useTalks } from '../mentoring.queries';
import { HistoryCard } from './components/history-card';
import { StrengthsCard } from './components/strengths-card';
import { AgreedCard, LastTalksCard } from './components/talks-cards';

/** 导师交接: what a new mentor reads first. It begins with what the student is good at. */
export default function HandoverPage() {
  const studentId = useRouter().params.studentId ?? '';
  const line = useStudentLine(studentId);
  const talks = useTalks(studentId);
  const mentorships = useMentorships(studentId);
  const footer = (
    <Button kind="main" text="看完整档案" onTap={() => openPage('studentFile', { studentId })} />
  );
  return (
    <Screen footer={footer}>
      <Answered query={line} skeleton={<Skeleton rows={3} />}>
        {(known) => <StrengthsCard line={known} />}
      </Answered>
      <Answered query={talks} skeleton={<Skeleton rows={4} />}>
        {(known) => (
          <>
            <AgreedCard talks={known} />
            <LastTalksCard talks={known} studentId={studentId} />
          </>
        )}
      </Answered>
      <Answered query={mentorships} skeleton={<Skeleton rows={2} />}>
        {(history) => <HistoryCard history={history} />}
      </Answered>
    </Screen>
  );
}
