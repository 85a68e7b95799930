import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { goBack } from '../../../../platform/navigate';
import type { Opened } from '../../interaction-form.queries';

/** After 提交: who will read it, and that it can still be changed. */
export function ThankYou({ opened: { student, campaign } }: { opened: Opened }) {
  const readers = student.mentor === null ? '班主任' : `导师${student.mentor}和班主任`;
  return (
    <Screen footer={<Button kind="main" text="好" onTap={goBack} />}>
      <Card title="谢谢，已经交到学校">
        <Notice
          text={`${readers}会读您写的话，级部和学校的负责人也可以查看。其他家长和学生看不到。`}
        />
        <Notice text={`“${campaign.title}”截止以前，从收到的消息里打开，可以再改。`} />
      </Card>
    </Screen>
  );
}
