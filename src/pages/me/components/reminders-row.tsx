import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';

/** The way to one's inbox, and how much in it is new. */
export function RemindersRow({ fresh }: { fresh: number }) {
  return (
    <Card title="提醒">
      <Row
        title="收到的提醒"
        note={fresh === 0 ? '会议、要填的表、快到期的事' : `${fresh} 条新的`}
        onTap={() => openPage('inbox', {})}
      />
    </Card>
  );
}
