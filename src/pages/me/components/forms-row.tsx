import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Where the staff finds the forms of the school. */
export function FormsRow({ roles }: { roles: readonly Role[] }) {
  if (!roles.some((role) => role in PERMISSIONS['interactionCampaign.read'].allow)) return null;
  return (
    <Card title="家校互动">
      <Row title="互动表" note="发放、谁填了、汇总" onTap={() => openPage('forms', {})} />
    </Card>
  );
}
