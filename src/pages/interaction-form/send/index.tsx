import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useCampaigns, useForms } from '../interaction-form.queries';
import { SendForm } from './components/send-form';

/** 发一份表: which, to whom, until when. */
export default function SendFormPage() {
  const forms = useForms();
  const campaigns = useCampaigns();
  if (forms.data && campaigns.data) {
    const usable = forms.data.forms.filter(({ isOn }) => isOn);
    return <SendForm forms={usable} targets={campaigns.data.targets} />;
  }
  return (
    <Screen>
      <Answered query={forms} skeleton={<Skeleton rows={6} />}>
        {() => (
          <Answered query={campaigns} skeleton={<Skeleton rows={6} />}>
            {() => null}
          </Answered>
        )}
      </Answered>
    </Screen>
  );
}
