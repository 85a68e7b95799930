import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useSchoolCalendar } from '../settings.queries';
import { CalendarForm } from './components/calendar-form';

/** 校历: terms and week one, the school's own days, exams; and what all of it amounts to. */
export default function SchoolCalendarPage() {
  const calendar = useSchoolCalendar();
  if (calendar.data) return <CalendarForm key={calendar.data.rev} stored={calendar.data} />;
  return (
    <Screen>
      <Answered query={calendar} skeleton={<Skeleton rows={6} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
