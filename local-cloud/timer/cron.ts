/**
 * The 7-field timer expression of cloud functions (定时触发器): second, minute, hour, day, month,
 * week, year, in UTC+8. A day and a week both given are joined by OR.
 */
export interface Cron {
  second: Set<number>;
  minute: Set<number>;
  hour: Set<number>;
  day: Set<number>;
  month: Set<number>;
  week: Set<number>;
  year: Set<number>;
  isEveryDay: boolean;
  isEveryWeekday: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2099;

interface Field {
  name: string;
  from: number;
  to: number;
  /** Names that stand for numbers, the first one for `from`. */
  names?: string[];
}

const FIELDS = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, names: MONTHS },
  { name: 'week', from: 0, to: 6, names: WEEKDAYS },
  { name: 'year', from: 1970, to: LAST_YEAR },
] as const satisfies readonly Field[];

/** @throws Error naming the field that is not a list of numbers, ranges, steps or names. */
export function parseCron(expression: string): Cron {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length)
    throw new Error(`定时触发器需要 7 个字段 (a timer has 7 fields): ${expression}`);
  const sets = FIELDS.map((field, index) => parseField(field, texts[index] as string));
  const [second, minute, hour, day, month, week, year] = sets as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  return {
    second,
    minute,
    hour,
    day,
    month,
    week,
    year,
    isEveryDay: texts[3] === '*',
    isEveryWeekday: texts[5] === '*',
  };
}

function parseField(field: Field, text: string): Set<number> {
  const refuse = (): never => {
    throw new Error(`定时触发器的 ${field.name} 字段有误 (the ${field.name} field): ${text}`);
  };
  const number = (word: string): number => {
    const named = field.names?.indexOf(word.toUpperCase()) ?? -1;
    const value = named >= 0 ? named + field.from : /^\d+$/.test(word) ? Number(word) : Number.NaN;
    return value >= field.from && value <= field.to ? value : refuse();
  };

  const values = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', stepText, ...more] = item.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (more.length > 0 || !Number.isInteger(step) || step < 1) refuse();
    const [fromText = '', toText, ...rest] = range.split('-');
    if (rest.length > 0) refuse();
    const from = range === '*' ? field.from : number(fromText);
    // `5/10` counts on from 5; a lone `5` is itself.
    const alone = stepText === undefined ? from : field.to;
    const to = range === '*' ? field.to : toText === undefined ? alone : number(toText);
    if (to < from) refuse();
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

const UTC8_MS = 8 * 3_600_000;

/**
 * The first instant after `after` (both ms since the epoch) that the expression names;
 * undefined when there is none before the year 2100.
 */
export function nextRun(cron: Cron, after: number): number | undefined {
  // Clock time in UTC+8, read through the UTC getters.
  const local = new Date((Math.floor(after / 1_000) + 1) * 1_000 + UTC8_MS);
  const start = local.getTime();
  const day = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));

  while (day.getUTCFullYear() <= LAST_YEAR) {
    if (!cron.year.has(day.getUTCFullYear())) {
      day.setUTCFullYear(day.getUTCFullYear() + 1, 0, 1);
      continue;
    }
    if (!cron.month.has(day.getUTCMonth() + 1)) {
      day.setUTCMonth(day.getUTCMonth() + 1, 1);
      continue;
    }
    if (isDayNamed(cron, day)) {
      const earliest = Math.max(0, start - day.getTime());
      const time = firstTimeOfDay(cron, earliest);
      if (time !== undefined) return day.getTime() + time - UTC8_MS;
    }
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return undefined;
}

function isDayNamed(cron: Cron, day: Date): boolean {
  const byDay = cron.day.has(day.getUTCDate());
  const byWeek = cron.week.has(day.getUTCDay());
  if (cron.isEveryDay || cron.isEveryWeekday) return byDay && byWeek;
  return byDay || byWeek;
}

/** Milliseconds into the day, not before `earliest`. */
function firstTimeOfDay(cron: Cron, earliest: number): number | undefined {
  for (let hour = Math.floor(earliest / 3_600_000); hour < 24; hour += 1) {
    if (!cron.hour.has(hour)) continue;
    for (let minute = 0; minute < 60; minute += 1) {
      const base = hour * 3_600_000 + minute * 60_000;
      if (!cron.minute.has(minute) || base + 59_000 < earliest) continue;
      for (let second = 0; second < 60; second += 1)
        if (cron.second.has(second) && base + second * 1_000 >= earliest)
          return base + second * 1_000;
    }
  }
  return undefined;
}
