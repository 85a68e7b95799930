import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

interface CardsCardProps {
  roles: readonly Role[];
  /** The class that one is homeroom teacher of. */
  ownClassId: string | null;
}

/** 连心卡: what was handed to me, the code of my class, and the way in for one's child. */
export function CardsCard({ roles, ownClassId }: CardsCardProps) {
  const receives = roles.some((role) => role in PERMISSIONS['heartToHeartCard.read'].allow);
  if (!receives && !roles.includes('guardian')) return null;
  return (
    <Card title="连心卡">
      {receives && (
        <Row title="收到的连心卡" note="学生交给我的" onTap={() => openPage('cards', {})} />
      )}
      {roles.includes('guardian') && (
        <Row title="写连心卡" note="孩子用班级码写给老师" onTap={() => openPage('writeCard', {})} />
      )}
      {roles.includes('guardian') && (
        <Row
          title="凭班级码填表"
          note="孩子用老师给的码填互动表"
          onTap={() => openPage('formSlip', {})}
        />
      )}
      {ownClassId !== null && (
        <Row
          title="班级码"
          note="学生用它交连心卡"
          onTap={() => openPage('cardCodes', { classId: ownClassId })}
        />
      )}
    </Card>
  );
}
