import { Text, View } from '@tarojs/components';
import { openPage } from '../platform/navigate';
import { Card } from './card';
import { Row } from './row';
import './welcome.scss';

/** Whoever comes without being of a school: what this is, and the doors in. Nothing of any school. */
export function Welcome() {
  return (
    <>
      <View className="welcome">
        <Text className="welcome-title">学情会商</Text>
        <Text className="welcome-text">
          老师和家长一起，记下看见的事实，商量怎样帮助每一个孩子。由学校开通和邀请，不排名、不打分、没有广告。
        </Text>
        <Text className="welcome-text">您还没有加入学校，请选一项：</Text>
      </View>
      <Card>
        <Row
          title="我是家长"
          note="扫班级的二维码，或输入班级码"
          onTap={() => openPage('joinAsGuardian', {})}
        />
        <Row
          title="我是学校的老师"
          note="用学校发来的邀请加入"
          onTap={() => openPage('joinAsStaff', {})}
        />
        <Row
          title="我是学生，写连心卡"
          note="用班级码交给老师，不用注册"
          onTap={() => openPage('writeCard', {})}
        />
        <Row
          title="我是学生，凭班级码填表"
          note="在自己或班级的手机、平板上填"
          onTap={() => openPage('formSlip', {})}
        />
      </Card>
      <Card>
        <Row
          title="为学校开通"
          note="学校第一次使用，要有开通码"
          onTap={() => openPage('firstRun', {})}
        />
      </Card>
    </>
  );
}
