import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Answered } from '../../../../components/answered';
import { Chip, Chips } from '../../../../components/chip';
import { Notice } from '../../../../components/notice';
import { Skeleton } from '../../../../components/skeleton';
import { type SchoolClass, useStudentsOf } from '../../staff.queries';
import './sponsored-students.scss';

interface SponsoredStudentsProps {
  classes: readonly SchoolClass[];
  chosenIds: readonly string[];
  onChoose(studentIds: string[]): void;
}

/** Students whom a leader stands for by name: a class first, then who of it. */
export function SponsoredStudents({ classes, chosenIds, onChoose }: SponsoredStudentsProps) {
  const [classId, setClassId] = useState<string | null>(null);
  return (
    <>
      <Text className="sponsored-label">{`学生，已选 ${chosenIds.length} 名；先选班`}</Text>
      <Chips>
        {classes.map(({ id, label }) => (
          <Chip
            key={id}
            role="radio"
            text={`${label}的学生`}
            isChosen={id === classId}
            onTap={() => setClassId(id === classId ? null : id)}
          />
        ))}
      </Chips>
      {classId !== null && (
        <ClassStudents classId={classId} chosenIds={chosenIds} onChoose={onChoose} />
      )}
      <Notice text="特别关注的学生由个案里的包靠领导自动带上，在“包靠领导”里换人。" />
    </>
  );
}

interface ClassStudentsProps extends Pick<SponsoredStudentsProps, 'chosenIds' | 'onChoose'> {
  classId: string;
}

function ClassStudents({ classId, chosenIds, onChoose }: ClassStudentsProps) {
  const students = useStudentsOf(classId);
  const toggle = (id: string) =>
    onChoose(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id]);
  return (
    <Answered query={students} skeleton={<Skeleton rows={2} />}>
      {(answer) => (
        <Chips>
          {answer.students.map(({ id, name }) => (
            <Chip
              key={id}
              role="checkbox"
              text={name}
              isChosen={chosenIds.includes(id)}
              onTap={() => toggle(id)}
            />
          ))}
          {answer.students.length === 0 && <Chip text="这个班还没有学生" />}
        </Chips>
      )}
    </Answered>
  );
}
