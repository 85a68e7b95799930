import { useState } from 'react';
import {
  STUDENT_LEVELS,
  type StudentLevel,
} from '../../../../../domain/consultation/consultation.schema';
import type { Participant } from '../../../../../domain/regulation/meeting-words';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { SomeOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { PickManySheet } from '../../../../components/pick-many-sheet';
import { Row } from '../../../../components/row';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, useAttend } from '../../consultation.queries';

const LEVELS = Object.entries(STUDENT_LEVELS) as [StudentLevel, string][];

interface AttendanceStepProps {
  meeting: Meeting;
  students: readonly { id: string; name: string }[];
  onSaved(): void;
}

const NOBODY = { came: [], notCame: [], studentsCame: [], studentsNotCame: [], guests: [] };

/** Who is there, by tap; the count beside each role changes with it. */
export function AttendanceStep({ meeting, students, onSaved }: AttendanceStepProps) {
  const { id: consultationId, people, quorum } = meeting;
  const [isPicking, setPicking] = useState(false);
  const { mutate, isPending, error } = useAttend(meeting);
  const writeIdOf = useWriteId();
  const send = (changes: Partial<Parameters<typeof mutate>[0]>) => {
    const content = { ...NOBODY, ...changes, consultationId };
    mutate({ ...content, writeId: writeIdOf({ content, meeting }) }, { onSuccess: onSaved });
  };
  const isInvited = (who: Participant) => people.some((person) => person.as.includes(who));
  const comesAsGuest = (who: Participant) => who !== 'students' && !isInvited(who);
  const absent = people.filter(({ isPresent }) => !isPresent);
  const asksStudents = quorum.some(({ who }) => who === 'students');
  return (
    <>
      <Card title="谁到了" aside={`${people.length - absent.length}/${people.length}`}>
        <Chips>
          {people.map(({ memberId, name, isPresent }) => (
            <Chip
              key={memberId}
              role="checkbox"
              text={name}
              isChosen={isPresent}
              onTap={() => send(isPresent ? { notCame: [memberId] } : { came: [memberId] })}
            />
          ))}
        </Chips>
        {absent.length > 1 && (
          <Button
            text="都到了"
            isBusy={isPending}
            onTap={() => send({ came: absent.map(({ memberId }) => memberId) })}
          />
        )}
        {error && <Notice kind="error" text={sayFailure(error)} />}
      </Card>
      <Card title="应到">
        {quorum.map(({ who, label, expected, present, needed, isMet, clause }) => (
          <Row
            key={who}
            title={`${label} ${present}${expected > 0 ? `/${expected}` : ''}`}
            note={[needed > 0 ? (isMet ? '够了' : `还差 ${needed - present} 人`) : '受邀', clause]
              .filter(Boolean)
              .join(' · ')}
            aside={
              comesAsGuest(who) ? (
                <Button
                  text="加 1 人"
                  label={`${label}加 1 人`}
                  onTap={() => send({ guests: [{ who, change: 1 }] })}
                />
              ) : (
                who === 'students' && (
                  <Button text="点名" label="学生代表点名" onTap={() => setPicking(true)} />
                )
              )
            }
          />
        ))}
      </Card>
      {asksStudents && meeting.presentStudentIds.length > 0 && (
        <Card>
          <SomeOf
            label="学生代表里有"
            choices={LEVELS}
            initial={meeting.studentLevels}
            onChoose={(studentLevels) => send({ studentLevels })}
          />
        </Card>
      )}
      {isPicking && (
        <PickManySheet
          title="到会的学生代表"
          choices={students.map(({ id, name }) => ({ id, text: name }))}
          chosenIds={meeting.presentStudentIds}
          onPick={(ids) =>
            send({
              studentsCame: ids,
              studentsNotCame: meeting.presentStudentIds.filter((id) => !ids.includes(id)),
            })
          }
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
