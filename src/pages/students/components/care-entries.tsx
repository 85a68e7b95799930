import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

interface CareEntriesProps {
  roles: ReadonlySet<Role>;
  /** The class that is open, for what belongs to a class. */
  classId: string | null;
}

const may = (action: keyof typeof PERMISSIONS, roles: ReadonlySet<Role>): boolean =>
  [...roles].some((role) => role in PERMISSIONS[action].allow);

/** 关心与安全: whom to look after, whom to know about, and whether everybody was seen. */
export function CareEntries({ roles, classId }: CareEntriesProps) {
  if (!may('healthCondition.read', roles)) return null;
  return (
    <Card title="关心与安全">
      {may('attentionCase.read', roles) && (
        <Row
          title="特别关注"
          note="按回访日期，下一个是谁"
          onTap={() => openPage('attention', {})}
        />
      )}
      <Row
        title="特异体质"
        note="安全须知，谁已知悉"
        onTap={() => openPage('healthRegister', {})}
      />
      {may('screening.read', roles) && (
        <Row title="排查" note="班不漏人" onTap={() => openPage('screening', {})} />
      )}
      {classId !== null && may('peerPairing.read', roles) && (
        <Row title="手牵手" note="同学结对" onTap={() => openPage('pairs', { classId })} />
      )}
    </Card>
  );
}
