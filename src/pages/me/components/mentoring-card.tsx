import { type Action, PERMISSIONS } from '../../../../domain/access/permissions';
import type { Role } from '../../../../domain/access/roles';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** Where mentors, and those who lead them, find their students. */
export function MentoringCard({ roles }: { roles: readonly Role[] }) {
  const has = (action: Action) => roles.some((role) => role in PERMISSIONS[action].allow);
  if (!has('unseen.read') && !has('mentorship.assign')) return null;
  return (
    <Card title="导师">
      {has('mentee.read') && (
        <Row title="受导学生" note="谈过没有，约好哪天" onTap={() => openPage('mentees', {})} />
      )}
      {has('unseen.read') && (
        <Row title="还没见到" note="按多久没有谈过排列" onTap={() => openPage('unseen', {})} />
      )}
      {has('mentorship.assign') && (
        <Row
          title="给学生安排导师"
          note="还没有导师的学生在最前"
          onTap={() => openPage('assignMentors', {})}
        />
      )}
      {has('mentoringSetting.revise') && (
        <Row
          title="导师的人数和面谈的间隔"
          note="学校的约定"
          onTap={() => openPage('mentoringSetting', {})}
        />
      )}
    </Card>
  );
}
