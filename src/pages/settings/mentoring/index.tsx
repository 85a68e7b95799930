import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMentoringSetting } from '../settings.queries';
import { SettingForm } from './components/setting-form';

/** 导师的约定: how many mentees a mentor may have, and how often they talk. */
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
