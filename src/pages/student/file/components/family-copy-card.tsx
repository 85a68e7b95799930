import { useState } from 'react';
import { CORRECTION_STATES } from '../../../../../domain/correction-request/correction-request.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { sayWhen } from '../../../../platform/when';
import { PrintSheet } from '../../../../sheets/book/print-sheet';
import { AnswerCorrectionSheet } from '../../../../sheets/correction-request/answer-correction-sheet';
import { AskCorrectionSheet } from '../../../../sheets/correction-request/ask-correction-sheet';
import type { CorrectionRequest } from '../../../../sheets/correction-request/correction-request.queries';
import { useCorrections } from '../../student.queries';

interface FamilyCopyCardProps {
  student: { id: string; name: string };
  mayExport: boolean;
}

const sayRequest = ({ at, byName, state, answer, answeredByName }: CorrectionRequest): string =>
  [sayWhen(at), byName, CORRECTION_STATES[state], answer && `${answeredByName}：${answer}`]
    .filter(Boolean)
    .join(' · ');

/** The family's say in the file: corrections asked for and answered, and a copy to keep. */
export function FamilyCopyCard({ student, mayExport }: FamilyCopyCardProps) {
  const { data, refetch } = useCorrections(student.id);
  const [isAsking, setIsAsking] = useState(false);
  const [toAnswer, setToAnswer] = useState<CorrectionRequest | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  if (!data || (data.requests.length === 0 && !data.may.record)) return null;

  const refresh = () => void refetch();
  return (
    <Card title="更正与导出">
      {data.requests.map((request) => (
        <Row
          key={request.id}
          title={request.what}
          note={sayRequest(request)}
          aside={
            data.may.close &&
            request.state === 'open' && <Button text="答复" onTap={() => setToAnswer(request)} />
          }
        />
      ))}
      {data.may.record && <Button kind="link" text="请学校更正" onTap={() => setIsAsking(true)} />}
      {mayExport && (
        <Button kind="link" text="导出孩子的成长记录" onTap={() => setIsPrinting(true)} />
      )}
      {isPrinting && (
        <PrintSheet
          name="studentFile"
          input={{ studentId: student.id }}
          onClose={() => setIsPrinting(false)}
        />
      )}
      {isAsking && (
        <AskCorrectionSheet
          student={student}
          onSaved={refresh}
          onClose={() => setIsAsking(false)}
        />
      )}
      {toAnswer && (
        <AnswerCorrectionSheet
          request={toAnswer}
          onSaved={refresh}
          onClose={() => setToAnswer(null)}
        />
      )}
    </Card>
  );
}
