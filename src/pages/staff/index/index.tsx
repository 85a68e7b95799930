import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { TextField } from '../../../components/field';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import { type StaffMember, useDepartures, useStaff } from '../staff.queries';

/** 老师和身份: everybody of the staff, and what each does. */
export default function StaffPage() {
  const staff = useStaff();
  // In the same call.
  const departures = useDepartures().data?.items ?? [];
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  return (
    <Screen>
      {departures.length > 0 && (
        <Card title="还没有交接完" aside={`${departures.length} 人`}>
          {departures.map(({ memberId, name, on, waiting }) => (
            <Row
              key={memberId}
              title={`${name} · ${sayDate(on)}离校`}
              note={`还没有人接：${waiting.join('、')}`}
              onTap={() => openPage('departure', { memberId })}
            />
          ))}
        </Card>
      )}
      <Card>
        <Row
          title="从 Excel 导入老师和任课"
          note="现成的名单或任课表；导入以后 30 天内可以撤销"
          onTap={() => openPage('staffImports', {})}
        />
      </Card>
      <Answered query={staff} skeleton={<Skeleton rows={10} />}>
        {(all) => {
          const shown = all.filter((one) => saysAll(one).includes(wanted));
          return (
            <Card title="老师" aside={`${all.length} 人`}>
              <TextField
                label="找一位老师"
                placeholder="姓名、学科、班级都可以"
                max={20}
                initial=""
                onInput={setTyped}
              />
              {shown.map((one) => (
                <Row
                  key={one.id}
                  title={one.name}
                  note={one.roles.map(sayRole).join('\n')}
                  label={`${one.name}，${one.roles.map(sayRole).join('，')}`}
                  onTap={() => openPage('staffMember', { memberId: one.id })}
                />
              ))}
              {shown.length === 0 && <Empty text="没有找到这样的老师。换一个字再找找。" />}
            </Card>
          );
        }}
      </Answered>
    </Screen>
  );
}

const sayRole = ({ label, reach }: StaffMember['roles'][number]): string =>
  reach === '' || reach === '全校' ? label : `${label} · ${reach}`;

const saysAll = ({ name, roles }: StaffMember): string => [name, ...roles.map(sayRole)].join(' ');
