import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useDeparturePlan } from '../leaving.queries';
import { HandoverForm } from './components/handover-form';

/** 离校交接: what somebody has in hand, who takes it on, and one tap that ends their access. */
export default function DeparturePage() {
  const memberId = useRouter().params.memberId ?? '';
  const plan = useDeparturePlan(memberId);
  if (plan.data) {
    const { departure, rev } = plan.data;
    const key = departure ? `left ${departure.rev}` : `here ${rev}`;
    return <HandoverForm key={key} plan={plan.data} onChanged={() => void plan.refetch()} />;
  }
  return (
    <Screen>
      <Answered query={plan} skeleton={<Skeleton rows={6} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
