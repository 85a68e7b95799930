import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { Row } from '../../../../components/row';
import { newId } from '../../../../platform/id';
import { type Proposed, TakenTopics } from '../../components/agenda-cards';
import { Said as SaidCard } from '../../components/said';
import type { Agenda, Item, Meeting } from '../../consultation.queries';
import { aboutStudent, type Said } from '../said-draft';
import { PickStudentSheet } from './pick-student-sheet';

interface StudentsStepProps {
  meeting: Meeting;
  /** Of the class that meets. */
  students: readonly { id: string; name: string }[];
  proposed: readonly Proposed[];
  /** What was proposed for the next meeting of the place. */
  topics: Agenda['topics'];
  onSay(said: Said): void;
  onOpen(item: Item): void;
  /** Of another class than the one that meets. */
  onPick(student: { id: string; name: string }): void;
}

/** Student by student: those proposed and those not seen for longest come by themselves. */
export function StudentsStep(props: StudentsStepProps) {
  const { meeting, students, proposed, topics, onSay, onOpen, onPick } = props;
  const isOfClass = meeting.classId !== null;
  const [isChoosing, setChoosing] = useState(false);
  const items = meeting.items.filter(({ words }) => words.kind === 'student');
  const written = meeting.items.filter(({ words, voided }) => words.kind === 'topic' && !voided);
  const spokenOf = items.filter(({ voided }) => !voided).map(({ student }) => student?.id);
  const waiting = proposed.filter(({ studentId }) => !spokenOf.includes(studentId));
  const say = (studentId: string) => onSay({ id: newId(), rev: 0, words: aboutStudent(studentId) });
  return (
    <>
      <TakenTopics topics={topics} />
      <SaidCard title="会前写下的议题" items={written} />
      <SaidCard title="说过的学生" items={items} onOpen={onOpen} />
      <Card title="说一名学生">
        {(students.length > 0 || !isOfClass) && (
          <Button text="选一名学生" onTap={() => setChoosing(true)} />
        )}
        {waiting.map(({ studentId, name, why }) => (
          <Row key={studentId} title={name} note={why} onTap={() => say(studentId)} />
        ))}
      </Card>
      {isChoosing && !isOfClass && (
        <PickStudentSheet
          meeting={meeting}
          onPick={(student) => {
            onPick(student);
            say(student.id);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {isChoosing && isOfClass && (
        <ChoiceSheet
          title="说哪一名学生"
          choices={students.map(({ id, name }) => ({ id, text: name }))}
          chosenId={null}
          onChoose={say}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
