import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMe } from '../../../platform/me';
import { ImportLists } from '../components/import-lists';

/** 导入老师: a list of staff or a table of who teaches what, and what was brought in so far. */
export default function StaffImportsPage() {
  const me = useMe();
  return (
    <Screen>
      <Answered query={me} skeleton={<Skeleton rows={4} />}>
        {({ school }) => <ImportLists schoolId={school.id} subject="staff" />}
      </Answered>
    </Screen>
  );
}
