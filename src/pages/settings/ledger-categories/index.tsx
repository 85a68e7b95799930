import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useLedgerCategories } from '../settings.queries';
import { CategoriesForm } from './components/categories-form';

/** 台账的类别: which rows the school's ledgers have, and which of them are sealed. */
export default function LedgerCategoriesPage() {
  const categories = useLedgerCategories();
  if (categories.data) return <CategoriesForm stored={categories.data} />;
  return (
    <Screen>
      <Answered query={categories} skeleton={<Skeleton rows={8} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
