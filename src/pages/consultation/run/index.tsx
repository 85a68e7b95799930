import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Chip, Chips } from '../../../components/chip';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Item, useAgenda, useClassStudents, useMeeting } from '../consultation.queries';
import { AttendanceStep } from './components/attendance-step';
import { EarlierStep } from './components/earlier-step';
import { ItemSheet } from './components/item-sheet';
import { RecapStep } from './components/recap-step';
import { StudentsStep } from './components/students-step';
import { WordsStep } from './components/words-step';
import type { Said } from './said-draft';

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
  const { meetingId = '', placeId = '', classId = null } = useRouter().params;
  const meeting = useMeeting(meetingId, placeId);
  // In the same call: the address says whether it is a class's meeting.
  const students = useClassStudents(classId);
  const agenda = useAgenda(classId);
  const [chosen, setChosen] = useState<Step | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const known = meeting.data;
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
        said &&
        known && (
          <ItemSheet
            meeting={known}
            said={said}
            students={students.data?.students ?? []}
            onSaved={refresh}
            onClose={() => setSaid(null)}
          />
        )
      }
      footer={
        next !== undefined && (
          <Button kind="main" text={`下一步：${STEPS[next]}`} onTap={() => setChosen(next)} />
        )
      }
    >
      <Answered query={meeting} skeleton={<Skeleton rows={8} />}>
        {(answer) => (
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
                meeting={answer}
                students={students.data?.students ?? []}
                onSaved={refresh}
              />
            )}
            {step === 'earlier' && <EarlierStep meeting={answer} onSaved={refresh} />}
            {step === 'students' && (
              <StudentsStep
                meeting={answer}
                students={students.data?.students ?? []}
                unseen={agenda.data?.unseen ?? []}
                onSay={setSaid}
                onOpen={edit}
              />
            )}
            {step === 'words' && <WordsStep meeting={answer} onSay={setSaid} onOpen={edit} />}
            {step === 'recap' && <RecapStep meeting={answer} onClosed={refresh} />}
          </>
        )}
      </Answered>
    </Screen>
  );
}
