import { openPage } from '../platform/navigate';
import { useOutbox } from '../platform/outbox/use-outbox';
import { Button } from './button';
import { Notice } from './notice';

/** Says on every page what has not reached the cloud yet; nothing when all has. */
export function OutboxLine() {
  const writes = useOutbox();
  if (writes.length === 0) return null;
  const refused = writes.filter(({ refusal }) => refusal !== null).length;
  return (
    <Notice
      kind="care"
      text={
        refused > 0
          ? `有 ${refused} 条没有存上，请看一看。`
          : `待发送 ${writes.length} 条，连上网络后自动保存。`
      }
      action={<Button kind="link" text="查看" onTap={() => openPage('outbox', {})} />}
    />
  );
}
