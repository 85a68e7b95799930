import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { type Sponsors, useAssignSponsor, useSponsors } from '../attention.queries';

type Waiting = Sponsors['waiting'][number];

/** 包靠: which leader stands for whom, and who stands for nobody yet (S4-275). */
export default function SponsorsPage() {
  const sponsors = useSponsors();
  const { mutateAsync } = useAssignSponsor();
  const [chosen, setChosen] = useState<Waiting | null>(null);

  const assign = async (to: Waiting, rev: number, sponsorId: string | null) => {
    try {
      const after = await mutateAsync({ caseId: to.caseId, rev, sponsorId, writeId: newId() });
      const undo = { text: '撤销', onTap: () => void assign(to, after.rev, null) };
      showToast(sponsorId === null ? { text: '已撤销' } : { text: '已安排', action: undo });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
    await sponsors.refetch();
  };

  const sheet = chosen && sponsors.data && (
    <ChoiceSheet
      title={`谁来包靠${chosen.name}`}
      choices={sponsors.data.leaders.map(({ id, name, role, students }) => ({
        id,
        text: name,
        note: `${role} · ${students.length === 0 ? '还没有包靠学生' : `已包靠 ${students.length} 人`}`,
      }))}
      chosenId={null}
      onChoose={(sponsorId) => void assign(chosen, chosen.rev, sponsorId)}
      onClose={() => setChosen(null)}
    />
  );
  return (
    <Screen sheet={sheet}>
      <Answered query={sponsors} skeleton={<Skeleton rows={6} />}>
        {({ leaders, waiting }) => (
          <>
            <Card title="还没有人包靠" aside={`${waiting.length} 人`}>
              {waiting.length === 0 && <Empty text="每名需要关注的学生都有校领导包靠。" />}
              {waiting.map((one) => (
                <Row
                  key={one.caseId}
                  title={one.name}
                  note={one.classLabel}
                  aside={
                    <Button
                      text="安排"
                      label={`安排包靠：${one.name}`}
                      onTap={() => setChosen(one)}
                    />
                  }
                />
              ))}
            </Card>
            <Card title="校领导">
              {leaders.map(({ id, name, role, students, hasNone }) => (
                <Row
                  key={id}
                  title={`${name} · ${role}`}
                  note={hasNone ? '还没有包靠学生' : `包靠 ${students.join('、')}`}
                />
              ))}
            </Card>
          </>
        )}
      </Answered>
    </Screen>
  );
}
