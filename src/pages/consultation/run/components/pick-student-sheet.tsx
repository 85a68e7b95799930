import { useState } from 'react';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { Skeleton } from '../../../../components/skeleton';
import { type Meeting, useClasses, useClassStudents } from '../../consultation.queries';

interface PickStudentSheetProps {
  meeting: Meeting;
  onPick(student: { id: string; name: string }): void;
  onClose(): void;
}

/** Whom to speak of where several classes meet: the class first, then the student. */
export function PickStudentSheet({ meeting, onPick, onClose }: PickStudentSheetProps) {
  const [classId, setClassId] = useState<string | null>(null);
  const classes = useClasses();
  const students = useClassStudents(classId);
  if (classId === null) {
    return (
      <Sheet title="哪个班的学生" onClose={onClose}>
        <Answered query={classes} skeleton={<Skeleton rows={6} />}>
          {(answer) => (
            <>
              {answer.classes
                .filter(({ divisionId }) => [divisionId, null].includes(placeOf(meeting)))
                .map(({ id, label, homeroomTeacher, studentCount }) => (
                  <Row
                    key={id}
                    title={label}
                    note={`${homeroomTeacher} · ${studentCount} 人`}
                    onTap={() => setClassId(id)}
                  />
                ))}
            </>
          )}
        </Answered>
      </Sheet>
    );
  }
  return (
    <Sheet
      title="说哪一名学生"
      footer={<Button kind="link" text="换一个班" onTap={() => setClassId(null)} />}
      onClose={onClose}
    >
      <Answered query={students} skeleton={<Skeleton rows={8} />}>
        {(answer) => (
          <>
            {answer.students.map(({ id, name }) => (
              <Row
                key={id}
                title={name}
                hasArrow={false}
                onTap={() => {
                  onPick({ id, name });
                  onClose();
                }}
              />
            ))}
          </>
        )}
      </Answered>
    </Sheet>
  );
}

/** The division that meets; null where the school does. */
const placeOf = ({ scope, placeId }: Meeting): string | null =>
  scope === 'division' ? placeId : null;
