import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Lists in and out for those who keep them; lists out for those who teach. */
export function RosterCard({ roles }: { roles: readonly Role[] }) {
  const may = (action: 'rosterImport.read' | 'roster.export') =>
    roles.some((role) => role in PERMISSIONS[action].allow);
  if (may('rosterImport.read')) {
    return (
      <Card title="花名册">
        <Row
          title="导入和导出"
          note="导入以后 30 天内可以撤销"
          onTap={() => openPage('roster', {})}
        />
      </Card>
    );
  }
  if (!may('roster.export')) return null;
  return (
    <Card title="花名册">
      <Row
        title="导出花名册"
        note="默认隐去电话中间四位"
        onTap={() => openPage('exportRoster', {})}
      />
    </Card>
  );
}
