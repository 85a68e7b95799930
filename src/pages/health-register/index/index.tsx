import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { type InRegister, useRegister } from '../health-register.queries';
import { AcknowledgementCard } from './components/acknowledgement-card';

/** 特异体质: whom one must know about, those one has not acknowledged first. */
export default function HealthRegisterPage() {
  const register = useRegister();
  return (
    <Screen>
      <Answered query={register as never} skeleton={<Skeleton rows={6} />}>
        {() => {
          const all = register.data?.pages.flatMap((page) => page.conditions) ?? [];
          const waiting = all.filter(({ isWaiting }) => isWaiting);
          const others = all.filter(({ isWaiting }) => !isWaiting);
          return (
            <>
              <Notice text="每次打开都有记录。知道了是为了照顾孩子，请不要在别处说起。" />
              {waiting.length > 0 && <Names title="请看一看并确认" students={waiting} />}
              <Names title={waiting.length > 0 ? '已经确认' : '安全须知'} students={others} />
              <AcknowledgementCard listed={all} />
              {register.hasNextPage && (
                <Button
                  kind="link"
                  text="再看一些"
                  isBusy={register.isFetchingNextPage}
                  onTap={() => void register.fetchNextPage()}
                />
              )}
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}

function Names({ title, students }: { title: string; students: readonly InRegister[] }) {
  return (
    <Card title={title} aside={`${students.length} 人`}>
      {students.length === 0 && <Empty text="登记在册的学生会出现在这里。登记从学生页开始。" />}
      {students.map(({ studentId, name, classLabel }) => (
        <Row
          key={studentId}
          title={name}
          note={classLabel}
          onTap={() => openPage('safety', { studentId })}
        />
      ))}
    </Card>
  );
}
