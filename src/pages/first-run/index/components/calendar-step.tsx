import { termLabel } from '../../../../../domain/calendar/term';
import { Card } from '../../../../components/card';
import { DayField } from '../../../../components/day-field';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { sayDate } from '../../../../platform/when';
import type { StepProps } from './plan';

/** When the terms begin and end. Public holidays are known already. */
export function CalendarStep({ plan, onChange }: StepProps) {
  const { terms, proposal } = plan;
  if (!proposal) return null;
  const { schoolYear, holidays, unpublishedYears } = proposal;
  const range = { from: `${schoolYear}-08-01`, to: `${schoolYear + 1}-08-31` };
  const set = (half: 1 | 2, change: Partial<(typeof terms)[number]>) =>
    onChange({ terms: terms.map((one) => (one.half === half ? { ...one, ...change } : one)) });
  return (
    <>
      {terms.map(({ half, startsOn, endsOn }) => {
        const usual = proposal.terms.find((one) => one.half === half);
        return (
          <Card key={half} title={termLabel({ schoolYear, half })}>
            <DayField
              label="开学，这天起是第 1 周"
              usual={usual ? [[usual.startsOn, sayDate(usual.startsOn)]] : []}
              {...range}
              initial={startsOn}
              say={sayDate}
              onChoose={(day) => set(half, { startsOn: day, weekOneOn: day })}
            />
            <DayField
              label="最后一天"
              usual={usual ? [[usual.endsOn, sayDate(usual.endsOn)]] : []}
              {...range}
              initial={endsOn}
              say={sayDate}
              onChoose={(day) => set(half, { endsOn: day })}
            />
          </Card>
        );
      })}
      <Card title="节假日">
        <Part label="已经按国务院的通知设好" text={holidays.join('\n')} />
        {unpublishedYears.length > 0 && (
          <Notice
            text={`${unpublishedYears.join('、')}年的放假安排还没有公布，公布后随小程序更新。`}
          />
        )}
      </Card>
    </>
  );
}
