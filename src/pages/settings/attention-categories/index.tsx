import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useAttentionCategories } from '../settings.queries';
import { ListForm } from './components/list-form';

/** 特别关注的类别: a list from a day on, and how often a case is looked at. */
export default function AttentionCategoriesPage() {
  const stored = useAttentionCategories();
  if (stored.data) return <ListForm key={stored.data.rev} stored={stored.data} />;
  return (
    <Screen>
      <Answered query={stored} skeleton={<Skeleton rows={8} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
