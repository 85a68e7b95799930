import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View className="page" aria-label="学生">
      <Text>学生</Text>
    </View>
  );
}
