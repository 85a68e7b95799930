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
          title="看看班级"
          note="增加或停用班级，改校区和级部的名称"
          onTap={() => openPage('classes', {})}
        />
        <Row
          title="安排老师"
          note="班主任、任课、级部主任、包靠"
          onTap={() => openPage('staff', {})}
        />
        <Row title="开始使用" note="打开“今天”" onTap={() => openTab('today')} />
      </Card>
    </Screen>
  );
}
