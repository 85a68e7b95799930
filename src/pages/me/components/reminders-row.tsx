import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { useAnswer } from '../../../platform/use-api';

/** The way to one's inbox, and how much in it is new; asked in the same call as the page. */
export function RemindersRow() {
  const fresh = useAnswer('reminder', 'list', {}).data?.fresh ?? 0;
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
