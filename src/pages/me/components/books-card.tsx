import { type Action, PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Plans of the term, and everything that can be printed. */
export function BooksCard({ roles }: { roles: readonly Role[] }) {
  const has = (action: Action) => roles.some((role) => role in PERMISSIONS[action].allow);
  if (!has('book.read') && !has('termPlan.read')) return null;
  return (
    <Card title="计划和打印">
      {has('termPlan.read') && (
        <Row
          title="学期会商计划"
          note="写目标和安排，报教务处备案"
          onTap={() => openPage('termPlans', {})}
        />
      )}
      {has('sponsorSummary.read') && (
        <Row
          title="包靠工作总结"
          note="包靠领导期末的经验材料"
          onTap={() => openPage('classWorks', {})}
        />
      )}
      {has('book.read') && (
        <Row
          title="打印"
          note="台账、会商记录本、家访表等，做成 Word、PDF 或 Excel"
          onTap={() => openPage('books', {})}
        />
      )}
    </Card>
  );
}
