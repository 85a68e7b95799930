import { Text, View } from '@tarojs/components';
import { ApiError } from '../platform/batch';
import { openPage } from '../platform/navigate';
import { Button } from './button';
import './failure.scss';

/** What went wrong, in the server's own sentence; with the number to read out, if it has one. */
export const sayFailure = (error: unknown): string => {
  if (error instanceof ApiError && error.requestId)
    return `${error.message} 编号：${error.requestId}`;
  return error instanceof Error ? error.message : '出了点问题，请再试一次。';
};

/** In place of a screen that could not be opened. */
export function Failure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  if (error instanceof ApiError && error.code === 'notMember') return <Stranger />;
  return (
    <View className="failure">
      <Text className="failure-title">没能打开</Text>
      <Text className="failure-text">{sayFailure(error)}</Text>
      <Button kind="main" text="再试一次" onTap={onRetry} />
    </View>
  );
}

/** Whoever came without being of a school learns how to, and nothing else. */
function Stranger() {
  return (
    <View className="failure">
      <Text className="failure-title">您还没有加入学校</Text>
      <Text className="failure-text">
        学情会商由学校邀请老师和家长使用。请打开班主任或学校办公室发给您的链接，确认身份后就能看到与您有关的内容。
      </Text>
      <Text className="failure-text">没有收到链接？请向班主任说一声。</Text>
      <Button text="我是学生，写连心卡" onTap={() => openPage('writeCard', {})} />
      <Button text="我是学生，凭班级码填表" onTap={() => openPage('formSlip', {})} />
    </View>
  );
}
