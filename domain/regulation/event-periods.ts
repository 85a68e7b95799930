import { addDays } from '../calendar/day';
import type { Term } from '../calendar/term';
import type { CadenceOf } from './cadence.schema';
import type { CadenceFact, Period } from './period';
import { RECORD_KINDS, type RecordKind } from './record-kind';

/** Within so many days after a moment of the school year, or after each of the facts. */
export function afterEvent(
  { event, days }: CadenceOf<'afterEvent'>,
  term: Term,
  facts: readonly CadenceFact[],
): Period[] {
  if (event === 'termStart' || event === 'schoolYearStart') {
    if (event === 'schoolYearStart' && term.half === 2) return [];
    const on = addDays(term.startsOn, days);
    return [
      {
        key: event,
        label: `开学${days}天内`,
        from: term.startsOn,
        to: on,
        due: { on, as: 'deadline' },
      },
    ];
  }
  return factsOf(event, term, facts).map((fact) => {
    const on = addDays(fact.on, days);
    return {
      key: fact.id,
      label: `${RECORD_KINDS[event].label}后`,
      from: fact.on,
      to: on,
      due: { on, as: 'deadline' },
      fact: { id: fact.id, closesOn: term.endsOn },
    };
  });
}

/** A week ahead is a week ahead: no holiday moves a deadline that protects a date. */
export const beforeEvent = (
  { event, days }: CadenceOf<'beforeEvent'>,
  term: Term,
  facts: readonly CadenceFact[],
): Period[] =>
  factsOf(event, term, facts).map((fact) => {
    const on = addDays(fact.on, -days);
    return {
      key: fact.id,
      label: `${RECORD_KINDS[event].label}前`,
      from: term.startsOn,
      to: on,
      due: { on, as: 'firm' },
      fact: { id: fact.id, closesOn: fact.on },
    };
  });

const factsOf = (kind: RecordKind, term: Term, facts: readonly CadenceFact[]): CadenceFact[] =>
  facts.filter((fact) => fact.kind === kind && term.startsOn <= fact.on && fact.on <= term.endsOn);
