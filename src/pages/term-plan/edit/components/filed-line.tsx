import { Notice } from '../../../../components/notice';
import { sayWhen } from '../../../../platform/when';
import type { StoredPlan } from '../../term-plan.queries';

/** Whether a plan lies with the office as it stands. */
export function FiledLine({ plan }: { plan: StoredPlan }) {
  const { filedAt, filedByName } = plan;
  if (!filedAt) return <Notice text="写好保存以后，请报备：教务处会看到这份计划。" />;
  return (
    <Notice text={`${filedByName ?? ''}${sayWhen(filedAt)}已报备。改动以后需要再报备一次。`} />
  );
}
