import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/card';
import { Screen } from '../../../components/screen';
import { CardForm } from './components/card-form';
import { ReceiptForm } from './components/receipt-form';
import './index.scss';

/** 连心卡, for a student without an account: the code of the class is the way in. */
export default function WriteCardPage() {
  const [receipt, setReceipt] = useState<string | null>(null);
  return (
    <Screen>
      {receipt === null ? <CardForm onSubmitted={setReceipt} /> : <Receipt code={receipt} />}
      <ReceiptForm />
      <Card title="很着急的时候">
        <Text className="card-words">
          马上找身边的老师、家长或者你信得过的大人。也可以打心理援助热线 12356，有危险请打 110。
        </Text>
      </Card>
    </Screen>
  );
}

function Receipt({ code }: { code: string }) {
  return (
    <Card title="收到了，谢谢你说出来">
      <Text className="card-words">老师看了会给你回音。记下这个回执码，用它看回音：</Text>
      <View className="card-code" aria-label={`回执码 ${code.split('').join(' ')}`}>
        <Text>{code}</Text>
      </View>
      <Text className="card-words">只有拿着回执码的人看得到回音。</Text>
    </Card>
  );
}
