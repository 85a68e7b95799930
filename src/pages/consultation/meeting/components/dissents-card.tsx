import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Part } from '../../../../components/part';
import { ReasonSheet } from '../../../../components/reason-sheet';
import { Row } from '../../../../components/row';
import { type Dissents, type Meeting, useOpenDissents } from '../../consultation.queries';

const USUAL = ['准备签字', '准备下次会商'] as const;

interface DissentsCardProps {
  meeting: Meeting;
}

/** That somebody thought otherwise: seen by who led and signs, read with a reason. */
export function DissentsCard({ meeting }: DissentsCardProps) {
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Dissents | null>(null);
  const { mutate, isPending, error } = useOpenDissents();
  const { id: consultationId, dissents } = meeting;
  if (dissents === 0) return null;
  const open = (reason: string) =>
    mutate(
      { consultationId, reason },
      {
        onSuccess(found) {
          setOpened(found);
          setAsking(false);
        },
      },
    );
  return (
    <Card title="保密的不同意见" aside={String(dissents)}>
      {opened === null ? (
        <Row
          title="不进纪要，不外传"
          aside={<Button text="打开" label="打开不同意见" onTap={() => setAsking(true)} />}
        />
      ) : (
        opened.map(({ id, byName, text }) => <Part key={id} label={byName} text={text} />)
      )}
      {isAsking && (
        <ReasonSheet
          title="为什么要打开？"
          notice="打开会留下记录：您的姓名、时间和理由。"
          usual={USUAL}
          verb="打开"
          max={60}
          isBusy={isPending}
          error={error}
          onGive={open}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
