import { PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Where the office keeps what the school is made of: its classes and its staff. */
export function SchoolCard({ roles }: { roles: readonly Role[] }) {
  if (!roles.some((role) => role in PERMISSIONS['staff.read'].allow)) return null;
  return (
    <Card title="学校">
      <Row title="学校和班级" note="增加或停用班级，改名称" onTap={() => openPage('classes', {})} />
      <Row
        title="老师和身份"
        note="班主任、任课、级部主任、包靠"
        onTap={() => openPage('staff', {})}
      />
      {roles.some((role) => role in PERMISSIONS['erasureRequest.close'].allow) && (
        <Row
          title="家长的删除请求"
          note="家长请学校删去自己写的内容"
          onTap={() => openPage('erasures', {})}
        />
      )}
    </Card>
  );
}
