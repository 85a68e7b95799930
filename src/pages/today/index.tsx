import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View className="page" aria-label="今天">
      <Text>今天</Text>
    </View>
  );
}
