import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { refetchShown } from '../../../platform/query';
import { ContributionSheet } from '../../../sheets/ledger-contribution/contribution-sheet';
import { RecordTalkSheet } from '../../../sheets/talk/record-talk-sheet';
import { useCorrections, useStudentHead, useStudentLine, useTimeline } from '../student.queries';
import { AgreedCard } from './components/agreed-card';
import { CareLinks } from './components/care-links';
import { ContributionsCard } from './components/contributions-card';
import { EnrolmentCard } from './components/enrolment-card';
import { FamilyCard } from './components/family-card';
import { FamilyCopyCard } from './components/family-copy-card';
import { FileHead } from './components/file-head';
import { FileVerbs } from './components/file-verbs';
import { LineCards } from './components/line-cards';
import { TimelineCard } from './components/timeline-card';
import './index.scss';

/** 学生档案: strengths and open measures on top, then all that is recorded, newest first. */
export default function StudentFilePage() {
  const studentId = useRouter().params.studentId ?? '';
  const head = useStudentHead(studentId);
  const line = useStudentLine(studentId);
  // These go in the same call; the cards below then have them.
  useTimeline(studentId, null);
  useCorrections(studentId);
  const [isContributing, setIsContributing] = useState(false);
  const answer = head.data?.may.readLedger ? line.data : undefined;

  const [isTalking, setIsTalking] = useState(false);
  const toTalk = head.data?.toTalk ?? null;
  const talk = isTalking && toTalk && (
    <RecordTalkSheet
      students={[toTalk]}
      onSaved={refetchShown}
      onClose={() => setIsTalking(false)}
    />
  );
  const contribution = isContributing && answer && (
    <ContributionSheet
      student={answer.student}
      termId={answer.term.id}
      mine={answer.line.contributions.find(({ isMine }) => isMine)?.text ?? ''}
      onClose={() => setIsContributing(false)}
    />
  );
  return (
    <Screen
      footer={
        answer && (
          <FileVerbs
            line={answer}
            canTalk={toTalk !== null}
            canVisit={head.data?.may.visit ?? false}
            onTalk={() => setIsTalking(true)}
            onContribute={() => setIsContributing(true)}
          />
        )
      }
      sheet={talk || contribution}
    >
      <Answered query={head} skeleton={<FileSkeleton />}>
        {(student) => (
          <>
            <FileHead student={student} />
            {student.may.readLedger && (
              <Answered query={line} skeleton={<Skeleton rows={2} />}>
                {(known) => (
                  <>
                    <LineCards line={known} />
                    <AgreedCard studentId={studentId} />
                  </>
                )}
              </Answered>
            )}
            {!student.may.readLedger && <AgreedCard studentId={studentId} />}
            <CareLinks student={student} />
            <TimelineCard studentId={studentId} isStaff={student.may.readLedger} />
            {answer && (
              <>
                <ContributionsCard contributions={answer.line.contributions} />
                <FamilyCard family={answer.sealedFamily} mayOpen={answer.may.openSealed} />
              </>
            )}
            <FamilyCopyCard student={student} mayExport={student.may.exportFile} />
            <EnrolmentCard student={student} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function FileSkeleton() {
  return (
    <>
      <View className="file-head" />
      <Skeleton rows={5} />
      <Skeleton rows={1} />
    </>
  );
}
