import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { saySeen } from '../../../../domain/talk/talk.rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Failure } from '../../../components/failure';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { RecordTalkSheet } from '../../../sheets/talk/record-talk-sheet';
import { type Talk, useTalks } from '../talk.queries';
import { ReviseTalkSheet } from './components/revise-talk-sheet';
import { TalkCard } from './components/talk-card';
import { VoidTalkSheet } from './components/void-talk-sheet';

type Opened = { kind: 'record' } | { kind: 'revise' | 'void'; talk: Talk } | null;

/** 面谈记录: the talks with one student, newest first. */
export default function TalksPage() {
  const talks = useTalks(useRouter().params.studentId ?? '');
  const [opened, setOpened] = useState<Opened>(null);
  const student = talks.data?.pages[0]?.student;
  const ways = { onSaved: () => void talks.refetch(), onClose: () => setOpened(null) };
  const sheet =
    (opened?.kind === 'record' && student && <RecordTalkSheet students={[student]} {...ways} />) ||
    (opened?.kind === 'revise' && (
      <ReviseTalkSheet talk={opened.talk} studentName={student?.name ?? ''} {...ways} />
    )) ||
    (opened?.kind === 'void' && <VoidTalkSheet talk={opened.talk} {...ways} />);
  const footer = student?.mayRecord && (
    <Button kind="main" text="记一次面谈" onTap={() => setOpened({ kind: 'record' })} />
  );
  return (
    <Screen footer={footer} sheet={sheet}>
      <TalkList talks={talks} onOpen={setOpened} />
    </Screen>
  );
}

interface TalkListProps {
  talks: ReturnType<typeof useTalks>;
  onOpen(opened: Opened): void;
}

function TalkList({ talks, onOpen }: TalkListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = talks;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={5} />;
  const all = data.pages.flatMap((page) => page.talks);
  const student = data.pages[0]?.student;
  return (
    <>
      {student && (
        <Card title={student.name} aside={saySeen(student.daysSince)}>
          {all.length === 0 && <Empty text="还没有面谈。记下第一次以后，会出现在这里。" />}
        </Card>
      )}
      {all.map((talk) => (
        <TalkCard
          key={talk.id}
          talk={talk}
          onRevise={() => onOpen({ kind: 'revise', talk })}
          onVoid={() => onOpen({ kind: 'void', talk })}
        />
      ))}
      {hasNextPage && (
        <Button
          kind="link"
          text="看更早的"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </>
  );
}
