import { Text } from '@tarojs/components';
import { sayGrades } from '../../../../../domain/first-run/first-run.rules';
import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { openPage, openTab } from '../../../../platform/navigate';
import type { Plan } from './plan';
import './opened.scss';

/** The school is there: what it has, and what comes next. */
export function Opened({ plan: { name, grades } }: { plan: Plan }) {
  return (
    <Screen>
      <Card title={`${name}开通了`}>
        <Text className="opened-classes">{sayGrades(grades)}</Text>
      </Card>
      <Card title="接下来">
        <Row
          title="邀请教职工"
          note="先请一位班主任进来，其余的慢慢来"
          onTap={() => openPage('invitations', {})}
        />
        <Row title="导入花名册" note="用办公室现成的表格" onTap={() => openPage('roster', {})} />
        <Row
          title="看看班级"
          note="增加或停用班级，改校区和级部的名称"
          onTap={() => openPage('classes', {})}
        />
        <Row title="开始使用" note="打开“今天”" onTap={() => openTab('today')} />
      </Card>
    </Screen>
  );
}
