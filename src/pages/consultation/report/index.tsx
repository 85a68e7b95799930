import { useState } from 'react';
import { addDays, dayOf } from '../../../../domain/calendar/day';
import type { ReportLevel } from '../../../../domain/consultation/monthly-report.schema';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { OneOf } from '../../../components/choices';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Archived, useMayPlan } from '../consultation.queries';
import { ReportForm } from './components/report-form';

const LEVELS: readonly ReportLevel[] = ['school', 'campus', 'division', 'class'];
const monthOf = (day: string) => day.slice(0, 7);
const sayMonth = (month: string) => `${Number(month.slice(5))}月`;

/** What one may report of: the places one plans meetings in, and for leaders the school. */
function reportPlaces({ places, schoolReport }: Archived) {
  const known = { ...places, school: schoolReport ? [schoolReport] : [] };
  return LEVELS.flatMap((level) => known[level].map((one) => ({ ...one, level })));
}

/** 每月报告: each level begins with what the level below wrote. */
export default function ReportPage() {
  const mayPlan = useMayPlan();
  const today = dayOf(new Date());
  const months = [monthOf(today), monthOf(addDays(`${monthOf(today)}-01`, -1))];
  const [month, setMonth] = useState(monthOf(today));
  const [chosenId, setChosenId] = useState<string | null>(null);
  return (
    <Screen>
      <Answered query={mayPlan} skeleton={<Skeleton rows={4} />}>
        {(known) => {
          const all = reportPlaces(known);
          const place = all.find(({ id }) => id === chosenId) ?? all[0];
          if (!place) return <Empty text="班级、级部和学校的每月报告会出现在这里。" />;
          return (
            <>
              <Card>
                <OneOf
                  label="哪个月"
                  choices={months.map((one) => [one, sayMonth(one)] as const)}
                  initial={month}
                  onChoose={setMonth}
                />
                {all.length > 1 && (
                  <OneOf
                    label="谁的报告"
                    choices={all.map(({ id, label }) => [id, label] as const)}
                    initial={place.id}
                    onChoose={setChosenId}
                  />
                )}
              </Card>
              <ReportForm
                key={`${month}~${place.id}`}
                of={{ month, level: place.level, placeId: place.id }}
              />
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}
