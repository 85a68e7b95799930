import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type RetentionTerms, useRetention } from '../settings.queries';
import { RetentionForm } from './components/retention-form';

/** 保存期限: how long what is kept, and what would go, before it is switched on. */
export default function RetentionPage() {
  const [tried, setTried] = useState<RetentionTerms | null>(null);
  const retention = useRetention(tried);
  return (
    <Screen>
      <Answered query={retention} skeleton={<Skeleton rows={6} />}>
        {(shown) => <RetentionForm shown={shown} onTry={setTried} />}
      </Answered>
    </Screen>
  );
}
