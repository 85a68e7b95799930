import { Card } from '../../components/card';
import { Chip, Chips } from '../../components/chip';
import { Notice } from '../../components/notice';
import { ShareButton } from '../../components/share-button';
import type { ShareableCard } from '../../platform/share';
import type { Unreached } from './reminder.queries';

interface UnreachedCardProps {
  unreached: Unreached | undefined;
  /** The page's own card for a group; left out where the page offers it already. */
  card?: ShareableCard;
}

/** Whom no message reached, for whoever sent it; the group can still be told. */
export function UnreachedCard({ unreached, card }: UnreachedCardProps) {
  if (!unreached || unreached.people.length === 0) return null;
  const { people, hasMore } = unreached;
  return (
    <Card title="没有收到微信提醒" aside={`${people.length}${hasMore ? ' 人以上' : ' 人'}`}>
      <Notice text="他们没有同意接收，或者同意的次数用完了。提醒已经放在小程序里，也可以发到群里说一声。" />
      <Chips>
        {people.map(({ id, name }) => (
          <Chip key={id} text={name} />
        ))}
      </Chips>
      {card && <ShareButton kind="quiet" text="发到群里" card={card} />}
    </Card>
  );
}
