import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';
import { useOutbox } from '../../../platform/outbox/use-outbox';
import { WriteCard } from './components/write-card';

/** 待发送: what this phone has written and the cloud has not taken yet. */
export default function OutboxPage() {
  const writes = useOutbox();
  return (
    <Screen hasOutbox={false}>
      {writes.map((write) => (
        <WriteCard key={write.id} write={write} />
      ))}
      {writes.length === 0 && (
        <Card>
          <Empty text="都已保存。没有网络时写下的内容会先放在这里。" />
        </Card>
      )}
    </Screen>
  );
}
