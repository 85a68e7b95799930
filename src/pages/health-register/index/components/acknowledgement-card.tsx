import { useState } from 'react';
import { PERMISSIONS } from '../../../../../domain/access/permissions';
import { Answered } from '../../../../components/answered';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { Row } from '../../../../components/row';
import { Skeleton } from '../../../../components/skeleton';
import { Switcher } from '../../../../components/switcher';
import { useMe } from '../../../../platform/me';
import { openPage } from '../../../../platform/navigate';
import { type InRegister, useAcknowledgements } from '../../health-register.queries';

/** The classes whose register one keeps: one's own, or every class that has somebody in it. */
function useKeptClasses(listed: readonly InRegister[]): { id: string; text: string }[] {
  const roles = useMe().data?.roles ?? [];
  const keeping = roles.filter(({ role }) => role in PERMISSIONS['healthCondition.revise'].allow);
  const keepsAll = keeping.some(({ role }) => role === 'studentAffairsOffice');
  const own = keeping.flatMap(({ classId }) => classId ?? []);
  const known = new Map(listed.map(({ classId, classLabel }) => [classId, classLabel]));
  return [...known]
    .filter(([id]) => keepsAll || own.includes(id))
    .map(([id, text]) => ({ id, text }));
}

/** 谁已知悉 of a class, child by child: who has said so, and who is still to be asked (S4-281). */
export function AcknowledgementCard({ listed }: { listed: readonly InRegister[] }) {
  const classes = useKeptClasses(listed);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const shown = classes.find(({ id }) => id === chosen) ?? classes[0];
  const found = useAcknowledgements(shown?.id ?? '', shown !== undefined);
  if (!shown) return null;
  return (
    <Card
      title="老师们都知道了吗"
      aside={
        classes.length > 1 ? (
          <Switcher text={shown.text} label="现在显示" onTap={() => setIsChoosing(true)} />
        ) : (
          shown.text
        )
      }
    >
      <Answered query={found} skeleton={<Skeleton rows={2} />}>
        {({ students }) =>
          students.map(({ studentId, name, done, waiting }) => (
            <Row
              key={studentId}
              title={name}
              note={
                waiting.length === 0
                  ? `${done.length} 位老师都已确认`
                  : `${done.length} 位已确认，还没有：${waiting.join('、')}`
              }
              onTap={() => openPage('safety', { studentId })}
            />
          ))
        }
      </Answered>
      {isChoosing && (
        <ChoiceSheet
          title="看哪个班"
          choices={classes}
          chosenId={shown.id}
          onChoose={setChosen}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </Card>
  );
}
