import { Row } from '../../../../components/row';
import { sayWhen } from '../../../../platform/when';
import type { AuditItem } from '../../settings.queries';

/** One trace: who did what about whom; when, and the reason they gave. */
export function AuditRow({ trace, onTap }: { trace: AuditItem; onTap(): void }) {
  const { byName, deed, what, studentName, reason, at } = trace;
  const about = [studentName, what].filter(Boolean).join('的');
  const note = [about, reason && `理由：${reason}`, sayWhen(String(at))].filter(Boolean);
  return <Row title={`${byName} ${deed}`} note={note.join(' · ')} onTap={onTap} />;
}
