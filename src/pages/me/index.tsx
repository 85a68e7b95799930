import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View className="page" aria-label="我的">
      <Text>我的</Text>
    </View>
  );
}
