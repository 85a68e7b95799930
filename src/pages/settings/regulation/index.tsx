import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useRegulation } from '../settings.queries';
import { RegulationForm } from './components/regulation-form';

/** 会商制度: what the school owes by which clause, what it amounts to, and from when it changes. */
export default function RegulationPage() {
  const regulation = useRegulation();
  if (regulation.data) return <RegulationForm stored={regulation.data} />;
  return (
    <Screen>
      <Answered query={regulation} skeleton={<Skeleton rows={8} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
