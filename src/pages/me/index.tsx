import { Text, View } from '@tarojs/components';
import { PERMISSIONS } from '../../../domain/access/permissions';
import { Answered } from '../../components/answered';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { useMe } from '../../platform/me';
import { openPage } from '../../platform/navigate';
import { useOutbox } from '../../platform/outbox/use-outbox';
import { useAnswer } from '../../platform/use-api';
import { BooksCard } from './components/books-card';
import { CardsCard } from './components/cards-card';
import { FormsRow } from './components/forms-row';
import { JoiningCard } from './components/joining-card';
import { MentoringCard } from './components/mentoring-card';
import { RemindersRow } from './components/reminders-row';
import { RosterCard } from './components/roster-card';
import { SchoolCard } from './components/school-card';
import './index.scss';

/** 我的: who the school knows me as, and what it promises about what is written. */
export default function MePage() {
  const me = useMe();
  // In the same call as who one is.
  const fresh = useAnswer('reminder', 'list', {}).data?.fresh ?? 0;
  const waiting = useOutbox().length;
  return (
    <Screen hasOutbox={false}>
      <Answered query={me}>
        {({ name, school, roles, week, term }) => (
          <>
            <View className="me-head">
              <Text className="me-name">{name}</Text>
              <Text className="me-school">{school.name}</Text>
              <Text className="me-school">{term ? `${week} · ${term.label}` : week}</Text>
            </View>
            <Card title="我的身份">
              {roles.map(({ role, label, reach }) => (
                <Row key={`${role} ${reach}`} title={label} note={reach} />
              ))}
            </Card>
            <RemindersRow fresh={fresh} />
            <CardsCard
              roles={roles.map(({ role }) => role)}
              ownClassId={roles.find(({ role }) => role === 'homeroomTeacher')?.classId ?? null}
            />
            <MentoringCard roles={roles.map(({ role }) => role)} />
            <JoiningCard
              roles={roles.map(({ role }) => role)}
              ownClassId={roles.find(({ role }) => role === 'homeroomTeacher')?.classId ?? null}
            />
            <FormsRow roles={roles.map(({ role }) => role)} />
            <BooksCard roles={roles.map(({ role }) => role)} />
            <RosterCard roles={roles.map(({ role }) => role)} />
            <SchoolCard roles={roles.map(({ role }) => role)} />
            {roles.some(({ role }) => role in PERMISSIONS['setting.read'].allow) && (
              <Card title="学校的约定">
                <Row
                  title="设定"
                  note="校历、制度、类别、留痕和保存"
                  onTap={() => openPage('settings', {})}
                />
              </Card>
            )}
            <Card title="这台手机">
              <Row
                title="待发送"
                note={waiting === 0 ? '都已保存' : `${waiting} 条还没有保存到学校`}
                onTap={() => openPage('outbox', {})}
              />
            </Card>
            <Agreement />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function Agreement() {
  return (
    <Card title="我们的约定">
      <Text className="me-promise">
        这里不排名、不打分，也不要求拍照和定位。家庭、健康和心理方面的内容保密存放，谁在什么时候、为什么打开过，都有记录。
      </Text>
    </Card>
  );
}
