import { Button } from '../../../../components/button';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { sayWhen } from '../../../../platform/when';
import type { AuditItem } from '../../settings.queries';

/** Somebody or some student whose traces are looked for. */
export interface Who {
  id: string;
  name: string;
}

interface TraceSheetProps {
  trace: AuditItem;
  onMember(who: Who): void;
  onStudent(who: Who): void;
  onClose(): void;
}

/** A trace in full, and from it to what else that person did, or what else happened about the student. */
export function TraceSheet({ trace, onMember, onStudent, onClose }: TraceSheetProps) {
  const { by, byName, deed, what, studentId, studentName, reason, why, at } = trace;
  const choose = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Sheet title={deed} onClose={onClose}>
      <Row title="谁" note={byName} />
      {studentName !== null && <Row title="关于" note={studentName} />}
      {what !== null && <Row title="哪一部分" note={what} />}
      {reason !== null && <Row title="理由" note={reason} />}
      {why !== null && <Row title="凭什么可以" note={why} />}
      <Row title="什么时候" note={sayWhen(String(at))} />
      <Button
        kind="link"
        text={`只看 ${byName} 的留痕`}
        onTap={choose(() => onMember({ id: by, name: byName }))}
      />
      {studentId !== null && studentName !== null && (
        <Button
          kind="link"
          text={`只看关于 ${studentName} 的留痕`}
          onTap={choose(() => onStudent({ id: studentId, name: studentName }))}
        />
      )}
    </Sheet>
  );
}
