import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { usePaged } from '../../../components/paged';
import { Row } from '../../../components/row';
import { Progress } from '../../../components/segments';
import { openPage } from '../../../platform/navigate';
import type { LedgerProgress } from '../today.queries';

const AT_FIRST = 10;

/** For those who lead: how far each class's ledger is, the one that needs help first on top. */
export function LedgersCard({ ledgers }: { ledgers: readonly LedgerProgress[] }) {
  const { shown, left, showAll } = usePaged(ledgers, AT_FIRST);
  const finished = ledgers.filter(({ written, students }) => written >= students).length;
  return (
    <Card title="各班学情台账" aside={`${finished}/${ledgers.length} 个班已写完`}>
      {shown.map(({ classId, label, homeroomTeacher, written, students }) => (
        <Row
          key={classId}
          title={label}
          note={`${homeroomTeacher} · ${written >= students ? '已写完' : `已写 ${written}/${students}`}`}
          label={`${label}，${homeroomTeacher}，已写 ${written} 人，共 ${students} 人`}
          onTap={() => openPage('classLedger', { classId })}
        >
          <Progress done={written} of={students} />
        </Row>
      ))}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showAll} />}
      <Button kind="link" text="看各班进展" onTap={() => openPage('leader', {})} />
    </Card>
  );
}
