import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { ReasonSheet } from '../../../components/reason-sheet';
import { Screen } from '../../../components/screen';
import { openDocument } from '../../../platform/documents';

const USUAL = ['开家长会', '核对联系方式', '上级要求报送'];

/** A list to take out: phones are masked, whole ones ask why. */
export default function ExportRosterPage() {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = async (input: { reason?: string }) => {
    setIsBusy(true);
    setError(null);
    try {
      await openDocument('roster', input);
      setIsAsking(false);
    } catch (failure) {
      setError(failure);
    }
    setIsBusy(false);
  };
  return (
    <Screen
      sheet={
        isAsking && (
          <ReasonSheet
            title="为什么要完整的电话"
            notice="家长的电话只用于您写明的事。谁在什么时候、为什么导出，都有记录。"
            usual={USUAL}
            verb="导出"
            max={100}
            isBusy={isBusy}
            error={error}
            onGive={(reason) => void make({ reason })}
            onClose={() => setIsAsking(false)}
          />
        )
      }
    >
      <Card title="花名册">
        <Notice text="导出您能看到的班。Excel 里家长电话的中间四位是星号。改过以后，可以再导入回来。" />
        {error !== null && !isAsking && <Notice kind="error" text={sayFailure(error)} />}
        <Button
          kind="main"
          text="导出（隐去电话）"
          isBusy={isBusy && !isAsking}
          onTap={() => void make({})}
        />
        <Button
          text="导出完整电话"
          isDisabled={isBusy}
          onTap={() => {
            setError(null);
            setIsAsking(true);
          }}
        />
      </Card>
    </Screen>
  );
}
