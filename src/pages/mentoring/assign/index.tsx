import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type MentorPlan, useMentorPlan } from '../mentoring.queries';
import { ClassesCard } from './components/classes-card';
import { MentorSheet } from './components/mentor-sheet';
import { StudentsCards } from './components/students-cards';

type Opened = 'classes' | 'mentors' | null;

/** 给学生安排导师: those without one first; several at once to whoever has room. */
export default function AssignMentorsPage() {
  const [classId, setClassId] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<Opened>(null);
  const plan = useMentorPlan(classId);
  const close = () => setOpened(null);
  const choose = (id: string) => {
    setClassId(id);
    setChosenIds([]);
  };
  const chosen = plan.data?.students.filter(({ id }) => chosenIds.includes(id)) ?? [];
  const assigned = () => {
    setChosenIds([]);
    void plan.refetch();
  };
  return (
    <Screen
      footer={
        chosen.length > 0 && (
          <Button
            kind="main"
            text={`选导师（已选 ${chosen.length} 人）`}
            onTap={() => setOpened('mentors')}
          />
        )
      }
      sheet={
        plan.data && (
          <Sheets
            {...{ opened, plan: plan.data, chosen }}
            onChoose={choose}
            onAssigned={assigned}
            onClose={close}
          />
        )
      }
    >
      <Answered query={plan} skeleton={<Skeleton rows={8} />}>
        {(known) =>
          known.classId === null ? (
            <ClassesCard plan={known} onChoose={choose} />
          ) : (
            <StudentsCards
              plan={known}
              chosenIds={chosenIds}
              onChoose={setChosenIds}
              onSwitch={() => setOpened('classes')}
            />
          )
        }
      </Answered>
    </Screen>
  );
}

interface SheetsProps {
  opened: Opened;
  plan: MentorPlan;
  chosen: MentorPlan['students'];
  onChoose(classId: string): void;
  onAssigned(): void;
  onClose(): void;
}

function Sheets({ opened, plan, chosen, onChoose, onAssigned, onClose }: SheetsProps) {
  if (opened === 'classes') {
    return (
      <ChoiceSheet
        title="选一个班"
        choices={plan.classes.map(({ id, label }) => ({ id, text: label }))}
        chosenId={plan.classId}
        onChoose={onChoose}
        onClose={onClose}
      />
    );
  }
  if (opened === 'mentors' && chosen.length > 0) {
    return <MentorSheet plan={plan} chosen={chosen} onAssigned={onAssigned} onClose={onClose} />;
  }
  return null;
}
