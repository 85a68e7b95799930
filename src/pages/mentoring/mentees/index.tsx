import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { PickManySheet } from '../../../components/pick-many-sheet';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { RecordTalkSheet } from '../../../sheets/talk/record-talk-sheet';
import { type Mentee, useMentees } from '../mentoring.queries';
import { MenteeRow } from './components/mentee-row';

/** 受导学生: whom I accompany, whoever has waited longest first. */
export default function MenteesPage() {
  const mentees = useMentees();
  const [toTalk, setToTalk] = useState<readonly Mentee[]>([]);
  const [isPicking, setIsPicking] = useState(false);
  const all = mentees.data ?? [];
  const pick = (ids: string[]) => setToTalk(all.filter(({ studentId }) => ids.includes(studentId)));

  const talk = toTalk.length > 0 && (
    <RecordTalkSheet
      students={toTalk}
      onSaved={() => void mentees.refetch()}
      onClose={() => setToTalk([])}
    />
  );
  const picking = isPicking && (
    <PickManySheet
      title="和哪几名学生一起谈"
      choices={all.map(({ studentId, name }) => ({ id: studentId, text: name }))}
      chosenIds={[]}
      onPick={pick}
      onClose={() => setIsPicking(false)}
    />
  );
  return (
    <Screen sheet={talk || picking}>
      <Answered query={mentees} skeleton={<Skeleton rows={8} />}>
        {(list) => (
          <Card title={`受导学生 · ${list.length} 人`} aside={sayWaiting(list)}>
            {list.map((mentee) => (
              <MenteeRow
                key={mentee.studentId}
                mentee={mentee}
                onTalk={() => setToTalk([mentee])}
              />
            ))}
            {list.length === 0 && <Empty text="学校把学生分给您以后，会出现在这里。" />}
            {list.length > 1 && (
              <Button kind="link" text="和几名学生一起谈" onTap={() => setIsPicking(true)} />
            )}
          </Card>
        )}
      </Answered>
    </Screen>
  );
}

const sayWaiting = (list: readonly Mentee[]): string => {
  const waiting = list.filter(({ isWaiting }) => isWaiting).length;
  return waiting > 0 ? `${waiting} 人还没见到` : '最近都谈过';
};
