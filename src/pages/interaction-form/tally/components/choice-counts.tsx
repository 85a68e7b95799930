import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Progress } from '../../../../components/segments';
import type { TallyQuestion } from '../../interaction-form.queries';
import './choice-counts.scss';

interface ChoiceCountsProps {
  question: TallyQuestion;
  answered: number;
}

const shareOf = (count: number, answered: number): string =>
  answered === 0 ? '' : ` · ${Math.round((count / answered) * 100)}%`;

/** How many chose each: a bar, and the number it stands for. */
export function ChoiceCounts({ question, answered }: ChoiceCountsProps) {
  return (
    <Card title={question.label} aside={question.kind === 'multiple' ? '可多选' : undefined}>
      {question.options.map(({ key, label, count }) => (
        <View key={key} className="count">
          <View className="count-line">
            <Text className="count-label">{label}</Text>
            <Text className="count-number">{`${count} 人${shareOf(count, answered)}`}</Text>
          </View>
          <Progress done={count} of={answered} />
        </View>
      ))}
    </Card>
  );
}
