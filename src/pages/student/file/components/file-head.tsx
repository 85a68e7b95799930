import { Text, View } from '@tarojs/components';
import type { StudentHead } from '../../student.queries';

export function FileHead({ student }: { student: StudentHead }) {
  const { name, sex, classLabel, mentor, hasLeft } = student;
  const facts = [classLabel, sex, mentor === null ? '还没有导师' : `导师 ${mentor}`];
  return (
    <View className="file-head">
      <Text className="file-name">{hasLeft ? `${name}（已离校）` : name}</Text>
      <Text className="file-facts">{facts.join(' · ')}</Text>
    </View>
  );
}
