import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { CodeLine } from '../../../../components/code-line';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { newId } from '../../../../platform/id';
import { type Listed, useCloseCode, useRecordCode } from '../../interaction-form.queries';

interface CodeCardProps {
  campaignId: string;
  classId: string;
  codes: NonNullable<Listed['codes']>;
  onChanged(): void;
}

/** A code with which the class fills in by itself, on any phone or the classroom's tablet. */
export function CodeCard({ campaignId, classId, codes, onChanged }: CodeCardProps) {
  const making = useRecordCode();
  const ending = useCloseCode();
  const refresh = { onSuccess: onChanged };
  const valid = codes.filter(({ isValid }) => isValid);
  const make = () => making.mutate({ campaignId, classId, writeId: newId() }, refresh);
  const error = making.error ?? ending.error;
  return (
    <Card title="学生凭码自己填">
      {valid.map(({ code, expiresAt }) => (
        <CodeLine
          key={code}
          code={code}
          expiresAt={expiresAt}
          isBusy={ending.isPending}
          onEnd={() => ending.mutate({ code, writeId: newId() }, refresh)}
        />
      ))}
      <Notice
        text={
          valid.length === 0
            ? '发一个班级码，学生在任何手机或班级平板上填，不用账号。'
            : '学生打开“凭班级码填表”，输入这个码和自己的名字。看不到别人填的。'
        }
      />
      {valid.length === 0 && <Button text="发班级码" isBusy={making.isPending} onTap={make} />}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Card>
  );
}
