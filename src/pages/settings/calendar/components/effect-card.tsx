import { effectOf } from '../../../../../domain/calendar/calendar-effect';
import { calendarOf } from '../../../../../domain/calendar/school-calendar';
import type { Term } from '../../../../../domain/calendar/term';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import type { CalendarDraft } from '../calendar-draft';

interface EffectCardProps {
  term: Term;
  draft: CalendarDraft;
  base: CalendarDraft;
}

/** What the days of a term amount to: its weeks, what moves, and what nobody knows yet. */
export function EffectCard({ term, draft, base }: EffectCardProps) {
  const { label, weeks, moved, unknown } = effectOf(term, calendarOf(draft, draft.terms));
  const before = base.terms.find(({ id }) => id === term.id);
  const was = before && effectOf(before, calendarOf(base, base.terms)).weeks;
  return (
    <Card title={`${label}，这样算`}>
      <Row title={weeks} {...(was !== undefined && was !== weeks && { note: `保存前：${was}` })} />
      {moved.map((line) => (
        <Row key={line} title={line} />
      ))}
      {unknown !== null && <Notice text={unknown} />}
    </Card>
  );
}
