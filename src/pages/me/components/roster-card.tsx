import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Lists in and out for those who keep them; lists out for those who teach. */
export function RosterCard({ roles }: { roles: readonly Role[] }) {
  const may = (action: 'rosterImport.read' | 'roster.export' | 'enrolment.record') =>
    roles.some((role) => role in PERMISSIONS[action].allow);
  const enrol = may('enrolment.record') && (
    <Row
      title="增加一名学生"
      note="转来的、插班的；很多名请用导入"
      onTap={() => openPage('enrol', {})}
    />
  );
  if (may('rosterImport.read')) {
    return (
      <Card title="花名册">
        <Row
          title="导入和导出"
          note="导入以后 30 天内可以撤销"
          onTap={() => openPage('roster', {})}
        />
        {enrol}
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
      {enrol}
    </Card>
  );
}
