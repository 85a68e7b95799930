import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMentoringSetting } from '../settings.queries';
import { SettingForm } from './components/setting-form';

/** 导师和家访: how many mentees a mentor may have, how often they talk, when feedback is owed. */
export default function MentoringSettingPage() {
  const setting = useMentoringSetting();
  return (
    <Screen>
      <Answered query={setting} skeleton={<Skeleton rows={3} />}>
        {(stored) => (
          <SettingForm key={stored.rev} stored={stored} onSaved={() => void setting.refetch()} />
        )}
      </Answered>
    </Screen>
  );
}
