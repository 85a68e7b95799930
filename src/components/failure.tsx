import { Text, View } from '@tarojs/components';
import { ApiError } from '../platform/batch';
import { Button } from './button';
import { Welcome } from './welcome';
import './failure.scss';

/** What went wrong, in the server's own sentence; with the number to read out, if it has one. */
export const sayFailure = (error: unknown): string => {
  if (error instanceof ApiError && error.requestId)
    return `${error.message} 编号：${error.requestId}`;
  return error instanceof Error ? error.message : '出了点问题，请再试一次。';
};

/** In place of a screen that could not be opened. */
export function Failure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  if (error instanceof ApiError && error.code === 'notMember') return <Welcome />;
  return (
    <View className="failure">
      <Text className="failure-title">没能打开</Text>
      <Text className="failure-text">{sayFailure(error)}</Text>
      <Button kind="main" text="再试一次" onTap={onRetry} />
    </View>
  );
}
