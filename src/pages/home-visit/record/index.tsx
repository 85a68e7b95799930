import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useVisitForm } from '../home-visit.queries';
import { RecordForm } from './components/record-form';

/** 记家访: a visit that was planned, one that was not, or one's own record to correct. */
export default function RecordVisitPage() {
  const { studentId = '', classId = '', visitId } = useRouter().params;
  const form = useVisitForm({ studentId, classId, visitId });
  // The form keeps what it began with: a fresher answer must not replace what is being typed.
  if (form.data) return <RecordForm form={form.data} />;
  return (
    <Screen>
      <Answered query={form} skeleton={<Skeleton rows={5} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
