import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Chip, Chips } from '../../../components/chip';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useOutbox } from '../../../platform/outbox/use-outbox';
import { AnsweredForms, LateBelow, proposedIn } from '../components/agenda-cards';
import { DissentSheet } from '../components/dissent-sheet';
import { type Item, useAgenda, useClassStudents, useMeeting } from '../consultation.queries';
import { AttendanceStep } from './components/attendance-step';
import { EarlierStep } from './components/earlier-step';
import { ItemSheet } from './components/item-sheet';
import { RecapStep } from './components/recap-step';
import { ReviseItemSheet } from './components/revise-item-sheet';
import { StudentsStep } from './components/students-step';
import { WordsStep } from './components/words-step';
import type { Said } from './said-draft';
import { withWaiting } from './waiting';

const STEPS = {
  attendance: '签到',
  earlier: '上次的决议',
  students: '学生',
  words: '意见和决议',
  recap: '回顾',
} as const;
type Step = keyof typeof STEPS;
const ORDER = Object.keys(STEPS) as Step[];

/** 会商进行中: one thing at a time, from who is there to who does what until when. */
export default function RunPage() {
  const { meetingId = '', placeId = '', scope, classId = null } = useRouter().params;
  const meeting = useMeeting(meetingId, placeId);
  // In the same call: the address says whether it is a class's meeting.
  const students = useClassStudents(classId);
  const agenda = useAgenda({ meetingId, placeId }, scope);
  const [chosen, setChosen] = useState<Step | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [isDissenting, setDissents] = useState(false);
  const [picked, setPicked] = useState<readonly { id: string; name: string }[]>([]);
  const writes = useOutbox();
  const proposed = agenda.data ? proposedIn(agenda.data) : [];
  const named = [
    ...(students.data?.students ?? []),
    ...proposed.map(({ studentId: id, name }) => ({ id, name })),
    ...picked,
    ...(meeting.data?.items ?? []).flatMap(({ student }) => student ?? []),
  ];
  const nameOf = (studentId: string) => named.find(({ id }) => id === studentId)?.name;
  const known = meeting.data && withWaiting(meeting.data, writes, nameOf);
  // Where it opens is settled once: the first tap of attendance must not turn the page.
  const opensAt = useRef<Step | null>(null);
  if (known && opensAt.current === null) {
    opensAt.current = known.state === 'running' ? 'earlier' : 'attendance';
  }
  const step = chosen ?? opensAt.current ?? 'attendance';
  const next = ORDER[ORDER.indexOf(step) + 1];
  const refresh = () => void meeting.refetch();
  const edit = (item: Item) => setSaid({ id: item.id, rev: item.rev, words: item.words });
  return (
    <Screen
      sheet={
        known &&
        (isDissenting ? (
          <DissentSheet meeting={known} onSaved={refresh} onClose={() => setDissents(false)} />
        ) : (
          said && (
            <SaidSheet
              meeting={known}
              said={said}
              item={meeting.data?.items.find(({ id }) => id === said.id)}
              students={named}
              onSaved={refresh}
              onClose={() => setSaid(null)}
            />
          )
        ))
      }
      footer={
        next !== undefined && (
          <Button kind="main" text={`下一步：${STEPS[next]}`} onTap={() => setChosen(next)} />
        )
      }
    >
      <Answered query={meeting} skeleton={<Skeleton rows={8} />}>
        {() =>
          known && (
            <>
              <Chips>
                {ORDER.map((key) => (
                  <Chip
                    key={key}
                    role="radio"
                    text={STEPS[key]}
                    isChosen={key === step}
                    onTap={() => setChosen(key)}
                  />
                ))}
              </Chips>
              {step === 'attendance' && (
                <AttendanceStep
                  meeting={known}
                  students={students.data?.students ?? []}
                  onSaved={refresh}
                />
              )}
              {step === 'earlier' && (
                <>
                  <EarlierStep meeting={known} onSaved={refresh} />
                  <LateBelow late={agenda.data?.late ?? []} />
                </>
              )}
              {step === 'students' && (
                <StudentsStep
                  topics={agenda.data?.topics ?? []}
                  meeting={known}
                  students={students.data?.students ?? []}
                  proposed={proposed}
                  onSay={setSaid}
                  onOpen={edit}
                  onPick={(student) => setPicked([...picked, student])}
                />
              )}
              {step === 'words' && (
                <>
                  <AnsweredForms forms={agenda.data?.forms ?? []} classId={classId} />
                  <WordsStep
                    meeting={known}
                    onSay={setSaid}
                    onOpen={edit}
                    onDissent={() => setDissents(true)}
                  />
                </>
              )}
              {step === 'recap' && <RecapStep meeting={known} onClosed={refresh} />}
            </>
          )
        }
      </Answered>
    </Screen>
  );
}

type SaidSheetProps = Parameters<typeof ItemSheet>[0] & { item: Item | undefined };

/** What is said for the first time, or what the cloud has already. */
function SaidSheet({ item, ...props }: SaidSheetProps) {
  return item ? <ReviseItemSheet {...props} item={item} /> : <ItemSheet {...props} />;
}
