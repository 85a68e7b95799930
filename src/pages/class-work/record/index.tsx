import { useRouter } from '@tarojs/taro';
import type { ClassWorkKind } from '../../../../domain/class-work/class-work-kinds';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useClassWorks } from '../class-work.queries';
import { RecordForm } from './components/record-form';

/** 记一条: a new record of a kind, or one's own to correct. */
export default function RecordWorkPage() {
  const { kind = 'classWorkPlan', classId, workId } = useRouter().params;
  const works = useClassWorks({ classId });
  const of = { kind: kind as ClassWorkKind, classId, workId };
  // The form keeps what it began with: a fresher answer must not replace what is being typed.
  if (works.data) return <RecordForm of={of} answer={works.data} />;
  return (
    <Screen>
      <Answered query={works} skeleton={<Skeleton rows={5} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
