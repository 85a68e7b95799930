import { useRouter } from '@tarojs/taro';
import { CODE_DAYS } from '../../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { CodeLine } from '../../../components/code-line';
import { Empty } from '../../../components/empty';
import { sayFailure } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { newId } from '../../../platform/id';
import { useCloseCode, useCodes, useRecordCode } from '../heart-to-heart-card.queries';

/** 连心卡班级码: what the class types to hand in a card; ends by itself. */
export default function CardCodesPage() {
  const classId = useRouter().params.classId ?? '';
  const codes = useCodes(classId);
  const make = useRecordCode();
  const end = useCloseCode();
  const refresh = { onSuccess: () => void codes.refetch() };
  const record = () => make.mutate({ classId, writeId: newId(), days: CODE_DAYS }, refresh);
  const error = make.error ?? end.error;
  return (
    <Screen
      footer={<Button kind="main" text="发一个新码" isBusy={make.isPending} onTap={record} />}
    >
      <Answered query={codes}>
        {({ classLabel, codes: all }) => {
          const valid = all.filter(({ isValid }) => isValid);
          return (
            <Card title={classLabel}>
              {valid.map(({ code, expiresAt }) => (
                <CodeLine
                  key={code}
                  code={code}
                  expiresAt={expiresAt}
                  isBusy={end.isPending}
                  onEnd={() => end.mutate({ code, writeId: newId() }, refresh)}
                />
              ))}
              {valid.length === 0 && (
                <Empty text="现在没有可用的码。发一个新码，写在黑板上或念给学生。" />
              )}
              <Notice text="学生在任何手机或班级平板上打开“写连心卡”，输入这个码就能写。码只用来交卡，看不到任何人的内容。" />
              {error && <Notice kind="error" text={sayFailure(error)} />}
            </Card>
          );
        }}
      </Answered>
    </Screen>
  );
}
