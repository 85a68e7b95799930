import { FOLLOW_UP_CHANGES } from '../../../../../domain/attention/attention-case.schema';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Part } from '../../../../components/part';
import { sayDate } from '../../../../platform/when';
import type { Case } from '../../attention.queries';

/** How it went, newest first; what was taken back is not shown. */
export function FollowUpsCard({ followUps }: Pick<Case, 'followUps'>) {
  const standing = followUps.filter(({ isVoid }) => !isVoid);
  return (
    <Card title="跟进" aside={`${standing.length} 次`}>
      {standing.length === 0 && <Empty text="每次回访看到的变化会记在这里。" />}
      {standing.map(({ id, on, byName, change, text }) => (
        <Part
          key={id}
          label={`${sayDate(on)} · ${byName} · ${FOLLOW_UP_CHANGES[change]}`}
          text={text || '与上次相比无变化'}
        />
      ))}
    </Card>
  );
}
