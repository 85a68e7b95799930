import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { usePaged } from '../../../components/paged';
import { Row } from '../../../components/row';
import { Progress } from '../../../components/segments';
import { openPage } from '../../../platform/navigate';
import type { LedgerProgress } from '../today.queries';

const AT_FIRST = 10;

/** A class without students has nothing written yet, rather than everything. */
const isFinished = ({ written, students }: LedgerProgress) => students > 0 && written >= students;

function sayWritten(ledger: LedgerProgress): string {
  if (ledger.students === 0) return '还没有学生';
  return isFinished(ledger) ? '已写完' : `已写 ${ledger.written}/${ledger.students}`;
}

/** For those who lead: how far each class's ledger is, the one that needs help first on top. */
export function LedgersCard({ ledgers }: { ledgers: readonly LedgerProgress[] }) {
  const { shown, left, showAll } = usePaged(ledgers, AT_FIRST);
  const finished = ledgers.filter(isFinished).length;
  return (
    <Card title="各班学情台账" aside={`${finished}/${ledgers.length} 个班已写完`}>
      {shown.map((ledger) => (
        <Row
          key={ledger.classId}
          title={ledger.label}
          note={`${ledger.homeroomTeacher || '还没有班主任'} · ${sayWritten(ledger)}`}
          onTap={() => openPage('classLedger', { classId: ledger.classId })}
        >
          <Progress done={ledger.written} of={ledger.students} />
        </Row>
      ))}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showAll} />}
      <Button kind="link" text="看各班进展" onTap={() => openPage('leader', {})} />
    </Card>
  );
}
