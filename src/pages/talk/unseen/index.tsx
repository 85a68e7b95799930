import { useState } from 'react';
import { saySeen } from '../../../../domain/talk/talk.rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { RecordTalkSheet } from '../../../sheets/talk/record-talk-sheet';
import { type UnseenStudent, useUnseen } from '../talk.queries';

/** 还没见到: everybody within reach by when they were last seen, never seen first. */
export default function UnseenPage() {
  const unseen = useUnseen();
  const [toTalk, setToTalk] = useState<UnseenStudent | null>(null);
  const sheet = toTalk && (
    <RecordTalkSheet
      students={[toTalk]}
      onSaved={() => void unseen.refetch()}
      onClose={() => setToTalk(null)}
    />
  );
  return (
    <Screen sheet={sheet}>
      <UnseenList unseen={unseen} onTalk={setToTalk} />
    </Screen>
  );
}

interface UnseenListProps {
  unseen: ReturnType<typeof useUnseen>;
  onTalk(student: UnseenStudent): void;
}

function UnseenList({ unseen, onTalk }: UnseenListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = unseen;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={8} />;
  const students = data.pages.flatMap((page) => page.students);
  const everyDays = data.pages[0]?.everyDays ?? 0;
  return (
    <Card title="按多久没有谈过排列" aside={`学校约定每 ${everyDays} 天一次`}>
      {students.map((student) => (
        <SeenRow key={student.studentId} student={student} onTalk={() => onTalk(student)} />
      ))}
      {students.length === 0 && <Empty text="您的班级或包靠的学生会出现在这里。" />}
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 20 人"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </Card>
  );
}

/** For those who lead a tap opens the talks; for those who talk the verb stands beside the name. */
function SeenRow({ student, onTalk }: { student: UnseenStudent; onTalk(): void }) {
  const { studentId, name, classLabel, mentor, daysSince, lastTalkBy, mayRecord } = student;
  const seen = [saySeen(daysSince), daysSince !== null && lastTalkBy].filter(Boolean).join(' ');
  const note = [classLabel, mentor ? `导师 ${mentor}` : '还没有导师', seen].join(' · ');
  const open = () => openPage('talks', { studentId });
  if (!mayRecord) return <Row title={name} note={note} onTap={open} />;
  const verb = <Button text="记面谈" label={`记一次面谈：${name}`} onTap={onTalk} />;
  return <Row title={name} note={note} aside={verb} />;
}
