import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useClassLedger } from '../class-ledger.queries';
import { HeadForm } from './components/head-form';

/** The head of a ledger to write: analysis, goal, category rows. */
export default function LedgerHeadPage() {
  const { classId = '' } = useRouter().params;
  const ledger = useClassLedger(classId);
  if (ledger.data) return <HeadForm ledger={ledger.data} />;
  return (
    <Screen>
      <Answered query={ledger} skeleton={<Skeleton rows={5} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
