import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useOpened } from '../interaction-form.queries';
import { PartForm } from './components/part-form';

/** 在校的情况: what the mentor tells the family before they answer (S4-260). */
export default function SchoolPartPage() {
  const { campaign = '', student = '' } = useRouter().params;
  const opened = useOpened(campaign, student);
  if (opened.data?.schoolPart) {
    return <PartForm opened={opened.data} part={opened.data.schoolPart} />;
  }
  return (
    <Screen>
      <Answered query={opened} skeleton={<Skeleton rows={4} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
