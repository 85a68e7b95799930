import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';

/** How somebody of the staff comes in: by the school's own invitation. */
export default function JoinAsStaffPage() {
  return (
    <Screen>
      <Card title="用邀请加入">
        <Empty text="请打开学校发到微信里的邀请，确认姓名和身份就能进来。没有收到，请向学校的政教处或教务处要一个。" />
      </Card>
    </Screen>
  );
}
