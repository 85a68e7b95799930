import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

interface JoiningCardProps {
  roles: readonly Role[];
  /** The class that one is homeroom teacher of. */
  ownClassId: string | null;
}

/** Who comes in, and what one has agreed to. */
export function JoiningCard({ roles, ownClassId }: JoiningCardProps) {
  const invites = roles.some((role) => role in PERMISSIONS['staffInvitation.record'].allow);
  const isGuardian = roles.includes('guardian');
  if (!invites && !isGuardian && ownClassId === null) return null;
  return (
    <Card title="加入">
      {ownClassId !== null && (
        <Row
          title="家长加入"
          note="谁在等确认，发加入码"
          onTap={() => openPage('families', { classId: ownClassId })}
        />
      )}
      {invites && (
        <Row
          title="邀请教职工"
          note="发邀请码，谁已经加入"
          onTap={() => openPage('invitations', {})}
        />
      )}
      {isGuardian && (
        <Row
          title="我的孩子和同意"
          note="同意过什么，添加孩子，撤回"
          onTap={() => openPage('consents', {})}
        />
      )}
    </Card>
  );
}
