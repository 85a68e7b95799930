import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { ContributionSheet } from '../../../sheets/ledger-contribution/contribution-sheet';
import { type StudentLine, useStudentHead, useStudentLine } from '../student.queries';
import { ContributionsCard } from './components/contributions-card';
import { FamilyCard } from './components/family-card';
import { FileHead } from './components/file-head';
import { LineCards } from './components/line-cards';
import './index.scss';

/** 学生档案: one student, strengths first. */
export default function StudentFilePage() {
  const studentId = useRouter().params.studentId ?? '';
  const head = useStudentHead(studentId);
  const line = useStudentLine(studentId);
  const [isContributing, setIsContributing] = useState(false);
  const answer = head.data?.may.readLedger ? line.data : undefined;

  const sheet = isContributing && answer && (
    <ContributionSheet
      student={answer.student}
      termId={answer.term.id}
      mine={answer.line.contributions.find(({ isMine }) => isMine)?.text ?? ''}
      onClose={() => setIsContributing(false)}
    />
  );
  return (
    <Screen
      footer={answer && <Verbs line={answer} onContribute={() => setIsContributing(true)} />}
      sheet={sheet}
    >
      <Answered query={head} skeleton={<FileSkeleton />}>
        {(student) => (
          <>
            <FileHead student={student} />
            {student.may.readLedger ? (
              <Answered query={line} skeleton={<Skeleton rows={5} />}>
                {(known) => (
                  <>
                    <LineCards line={known} />
                    <ContributionsCard contributions={known.line.contributions} />
                    <FamilyCard family={known.sealedFamily} mayOpen={known.may.openSealed} />
                  </>
                )}
              </Answered>
            ) : (
              <Notice text="老师为孩子安排的谈话、家访和请您填写的内容会出现在这里。" />
            )}
          </>
        )}
      </Answered>
    </Screen>
  );
}

/** One main verb: the homeroom teacher writes the line, the others add what they know. */
function Verbs({ line, onContribute }: { line: StudentLine; onContribute(): void }) {
  const { may, student } = line;
  if (!may.revise && !may.contribute) return null;
  const write = () => openPage('ledgerEntry', { classId: student.classId, studentId: student.id });
  return (
    <View className="file-verbs">
      {may.contribute && (
        <Button kind={may.revise ? 'quiet' : 'main'} text="补一句" onTap={onContribute} />
      )}
      {may.revise && <Button kind="main" text="写台账" onTap={write} />}
    </View>
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
