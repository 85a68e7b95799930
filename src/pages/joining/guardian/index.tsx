import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';

/** How a guardian comes in: by the code of the child's class and the homeroom teacher's word. */
export default function JoinAsGuardianPage() {
  return (
    <Screen>
      <Card title="用班级的二维码加入">
        <Empty text="请扫班主任发来的二维码，或打开班主任发的链接，写上孩子的姓名，等班主任确认。没有收到，请向班主任说一声。" />
      </Card>
    </Screen>
  );
}
