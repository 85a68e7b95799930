import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMe } from '../../../platform/me';
import { ImportLists } from '../components/import-lists';

/** 花名册: bring a file in, take a list out, and what was brought in so far. */
export default function RosterPage() {
  const me = useMe();
  return (
    <Screen>
      <Answered query={me} skeleton={<Skeleton rows={4} />}>
        {({ school }) => <ImportLists schoolId={school.id} subject="students" />}
      </Answered>
    </Screen>
  );
}
