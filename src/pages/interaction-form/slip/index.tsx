import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import type { Slip } from '../interaction-form.queries';
import { SlipForm } from './components/slip-form';
import { WhoForm } from './components/who-form';

type Step =
  | { at: 'who' }
  | { at: 'form'; slip: Slip; who: { code: string; name: string } }
  | { at: 'done'; name: string };

/** 凭班级码填表: a student without an account, on any phone; nothing stays on it. */
export default function SlipPage() {
  const [step, setStep] = useState<Step>({ at: 'who' });
  const [code, setCode] = useState('');
  if (step.at === 'form') {
    return (
      <SlipForm
        slip={step.slip}
        who={step.who}
        onSent={() => setStep({ at: 'done', name: step.slip.name })}
        onBack={() => setStep({ at: 'who' })}
      />
    );
  }
  if (step.at === 'done') {
    return (
      <Screen
        footer={<Button kind="main" text="下一位同学" onTap={() => setStep({ at: 'who' })} />}
      >
        <Card title={`${step.name}，已经交给老师`}>
          <Notice text="谢谢你说出想法。填的内容只有老师看得到，这台手机上没有留下。" />
        </Card>
      </Screen>
    );
  }
  return (
    <WhoForm
      code={code}
      onOpened={(slip, who) => {
        setCode(who.code);
        setStep({ at: 'form', slip, who });
      }}
    />
  );
}
