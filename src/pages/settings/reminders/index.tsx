import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useReminderSetting } from '../settings.queries';
import { ReminderForm } from './components/reminder-form';

/** 提醒的时间: when messages may reach people, and when the day's small things are said. */
export default function ReminderSettingPage() {
  const setting = useReminderSetting();
  return (
    <Screen>
      <Answered query={setting} skeleton={<Skeleton rows={3} />}>
        {(stored) => (
          <ReminderForm key={stored.rev} stored={stored} onSaved={() => void setting.refetch()} />
        )}
      </Answered>
    </Screen>
  );
}
