import { WEEKDAY_LABELS } from '../../../../../domain/calendar/day';
import {
  type Cadence,
  type CadenceOf,
  TERM_POINTS,
  type TermPoint,
} from '../../../../../domain/regulation/cadence.schema';
import { sayCadence } from '../../../../../domain/regulation/say-cadence';
import { OneOf, SomeOf } from '../../../../components/choices';

/** What a school usually chooses among; a rule counted from an event stays counted from it. */
const CADENCES = {
  weekly: () => ({ kind: 'weekly' }),
  oddWeeks: () => ({ kind: 'oddWeeks' }),
  evenWeeks: () => ({ kind: 'evenWeeks' }),
  everyTwoWeeks: () => ({ kind: 'everyTwoWeeks' }),
  monthly: () => ({ kind: 'monthly' }),
  termPoints: () => ({ kind: 'termPoints', points: ['start'], spanWeeks: 3 }),
  termly: () => ({ kind: 'termly' }),
  yearly: () => ({ kind: 'yearly', month: 9 }),
} as const satisfies { [K in Cadence['kind']]?: () => CadenceOf<K> };
type Usual = keyof typeof CADENCES;

const KINDS = Object.keys(CADENCES) as Usual[];
const isUsual = (kind: string): kind is Usual => kind in CADENCES;

const KIND_LABELS: Record<Usual, string> = {
  ...{ weekly: '每周', oddWeeks: '单周', evenWeeks: '双周', everyTwoWeeks: '每两周' },
  ...{ monthly: '每月', termPoints: '学期初、中、末', termly: '每学期', yearly: '每学年' },
};

/** The usual numbers, with what is set among them. */
export const among = (numbers: readonly number[], chosen: number, say: (n: number) => string) =>
  [...new Set([...numbers, chosen])]
    .sort((a, b) => a - b)
    .map((number) => [String(number), say(number)] as const);

interface NumberOfProps {
  label: string;
  numbers: readonly number[];
  chosen: number;
  say(number: number): string;
  onChoose(number: number): void;
}

/** A number by one tap. */
export function NumberOf({ label, numbers, chosen, say, onChoose }: NumberOfProps) {
  return (
    <OneOf
      label={label}
      choices={among(numbers, chosen, say)}
      initial={String(chosen)}
      onChoose={(text) => onChoose(Number(text))}
    />
  );
}

type Slotted = CadenceOf<'weekly' | 'oddWeeks' | 'evenWeeks'>;

const hasSlot = (cadence: Cadence): cadence is Slotted =>
  ['weekly', 'oddWeeks', 'evenWeeks'].includes(cadence.kind);

/** On another weekday the lesson of the source says nothing any more; 0 is any day. */
function onWeekday(cadence: Slotted, weekday: number): Cadence {
  if (cadence.weekday === weekday) return cadence;
  return { kind: cadence.kind, ...(weekday > 0 && { weekday }) };
}

interface FieldsProps<C extends Cadence> {
  cadence: C;
  onChange(cadence: Cadence): void;
}

function PointFields({ cadence, onChange }: FieldsProps<CadenceOf<'termPoints'>>) {
  return (
    <>
      <SomeOf<TermPoint>
        label="什么时候"
        choices={(Object.keys(TERM_POINTS) as TermPoint[]).map(
          (point) => [point, TERM_POINTS[point]] as const,
        )}
        initial={cadence.points}
        onChoose={(points) => onChange({ ...cadence, points })}
      />
      <NumberOf
        label="各按几周算"
        numbers={[1, 2, 3, 4, 5, 6]}
        chosen={cadence.spanWeeks}
        say={(weeks) => `${weeks} 周`}
        onChoose={(spanWeeks) => onChange({ ...cadence, spanWeeks })}
      />
    </>
  );
}

function YearFields({ cadence, onChange }: FieldsProps<CadenceOf<'yearly'>>) {
  const { month, day } = cadence;
  const put = (next: { month: number; day: number }) =>
    onChange({ kind: 'yearly', month: next.month, ...(next.day > 0 && { day: next.day }) });
  return (
    <>
      <NumberOf
        label="几月"
        numbers={[8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]}
        chosen={month}
        say={(number) => `${number}月`}
        onChoose={(next) => put({ month: next, day: day ?? 0 })}
      />
      <NumberOf
        label="几日前"
        numbers={[0, 5, 10, 15, 20, 25]}
        chosen={day ?? 0}
        say={(number) => (number === 0 ? '月底' : `${number}日`)}
        onChoose={(next) => put({ month, day: next })}
      />
    </>
  );
}

/** What else a kind of cadence has to say. */
function MoreFields({ cadence, onChange }: FieldsProps<Cadence>) {
  if (hasSlot(cadence)) {
    return (
      <OneOf
        label="星期几"
        choices={[
          ['0', '不定'] as const,
          ...WEEKDAY_LABELS.map((label, place) => [String(place + 1), label] as const),
        ]}
        initial={String(cadence.weekday ?? 0)}
        onChoose={(day) => onChange(onWeekday(cadence, Number(day)))}
      />
    );
  }
  switch (cadence.kind) {
    case 'termPoints':
      return <PointFields cadence={cadence} onChange={onChange} />;
    case 'yearly':
      return <YearFields cadence={cadence} onChange={onChange} />;
    case 'afterEvent':
    case 'beforeEvent':
      return (
        <NumberOf
          label={cadence.kind === 'afterEvent' ? '几天内' : '提前几天'}
          numbers={[3, 5, 7, 10, 14, 30]}
          chosen={cadence.days}
          say={(days) => `${days} 天`}
          onChoose={(days) => onChange({ ...cadence, days })}
        />
      );
    case 'inHolidays':
      return (
        <NumberOf
          label="多少天以上的假期"
          numbers={[3, 5, 7, 14]}
          chosen={cadence.minDays}
          say={(days) => `${days} 天`}
          onChoose={(minDays) => onChange({ ...cadence, minDays })}
        />
      );
    default:
      return null;
  }
}

interface CadenceFieldsProps extends FieldsProps<Cadence> {
  /** As it stood when the sheet was opened: choosing its kind again brings it back. */
  stored: Cadence;
}

/** How often, and when. */
export function CadenceFields({ cadence, stored, onChange }: CadenceFieldsProps) {
  const say = (kind: Usual) => (kind === stored.kind ? sayCadence(stored) : KIND_LABELS[kind]);
  return (
    <>
      {isUsual(stored.kind) && (
        <OneOf<Usual>
          label="多久一次"
          choices={KINDS.map((kind) => [kind, say(kind)] as const)}
          initial={stored.kind}
          onChoose={(kind) => onChange(kind === stored.kind ? stored : CADENCES[kind]())}
        />
      )}
      <MoreFields key={cadence.kind} cadence={cadence} onChange={onChange} />
    </>
  );
}
