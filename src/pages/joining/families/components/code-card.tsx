import { Image, View } from '@tarojs/components';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { CodeLine } from '../../../../components/code-line';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { showToast } from '../../../../components/toast';
import { copyText } from '../../../../platform/clipboard';
import { newId } from '../../../../platform/id';
import {
  type Families,
  useCloseGuardianCode,
  useGuardianCodePicture,
  useRecordGuardianCode,
} from '../../joining.queries';
import './code-card.scss';

interface CodeCardProps {
  classId: string;
  answer: Families;
  onChanged(): void;
}

/** The code of the class, as letters to read out and as a picture to show at a parents' meeting. */
export function CodeCard({ classId, answer, onChanged }: CodeCardProps) {
  const make = useRecordGuardianCode();
  const end = useCloseGuardianCode();
  const refresh = { onSuccess: onChanged };
  const valid = answer.codes.filter(({ isValid }) => isValid);
  const [first] = valid;
  const error = make.error ?? end.error;
  return (
    <Card title={`${answer.classLabel} 家长加入码`}>
      {valid.map(({ code, expiresAt }) => (
        <CodeLine
          key={code}
          code={code}
          expiresAt={expiresAt}
          isBusy={end.isPending}
          onEnd={() => end.mutate({ code, writeId: newId() }, refresh)}
        />
      ))}
      {first && <Picture code={first.code} />}
      {first && (
        <Button
          text="复制一段话发到家长群"
          onTap={() => void invite(answer.classLabel, first.code)}
        />
      )}
      <Notice text="有码的人只能递交申请，看不到班里有谁。是不是孩子的家长，由您确认。" />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      {valid.length === 0 && (
        <Button
          kind="main"
          text="发一个加入码"
          isBusy={make.isPending}
          onTap={() => make.mutate({ classId, writeId: newId() }, refresh)}
        />
      )}
    </Card>
  );
}

function Picture({ code }: { code: string }) {
  const picture = useGuardianCodePicture(code);
  return (
    <Answered query={picture}>
      {({ picture: png }) => (
        <View className="join-picture">
          <Image
            className="join-picture-image"
            mode="aspectFit"
            src={`data:image/png;base64,${png}`}
            aria-label={`加入码 ${code} 的二维码`}
          />
        </View>
      )}
    </Answered>
  );
}

async function invite(classLabel: string, code: string): Promise<void> {
  await copyText(
    `各位家长：请在微信里打开小程序“学情会商”，选“我是家长”，输入加入码 ${code}，写上孩子的姓名，等我确认。${classLabel}`,
  );
  showToast({ text: '已复制，可以粘贴到群里' });
}
