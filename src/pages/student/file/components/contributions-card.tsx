import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { sayWhen } from '../../../../platform/when';
import type { StudentLine } from '../../student.queries';

type Contribution = StudentLine['line']['contributions'][number];

/** What colleagues added, one line a person. */
export function ContributionsCard({ contributions }: { contributions: readonly Contribution[] }) {
  if (contributions.length === 0) return null;
  return (
    <Card title="老师们的补充" aside={`${contributions.length} 条`}>
      {contributions.map(({ name, capacity, text, at, isMine }) => (
        <View key={`${name}${at}`} className="line-part">
          <Text className="line-text">{text}</Text>
          <Text className="line-label">
            {[isMine ? '我' : name, capacity, sayWhen(at)].join(' · ')}
          </Text>
        </View>
      ))}
    </Card>
  );
}
