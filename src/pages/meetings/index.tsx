import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View className="page" aria-label="会商">
      <Text>会商</Text>
    </View>
  );
}
