import { nextRun, parseCron } from '../../../local-cloud/timer/cron';

/** In UTC+8, as timers are written. */
const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const next = (expression: string, after: string) => {
  const at = nextRun(parseCron(expression), beijing(after));
  return at === undefined
    ? undefined
    : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
};

it.each([
  ['every five seconds', '*/5 * * * * * *', '2026-11-22 10:00:03', '2026-11-22 10:00:05'],
  ['after, never at, the instant', '0 0 8 * * * *', '2026-11-22 08:00:00', '2026-11-23 08:00:00'],
  ['half past seven in China', '0 30 7 * * * *', '2026-11-22 07:29:59', '2026-11-22 07:30:00'],
  ['weekdays by name', '0 0 9 * * MON-FRI *', '2026-11-20 09:00:00', '2026-11-23 09:00:00'],
  ['weekdays by number', '0 0 9 * * 1-5 *', '2026-11-20 09:00:00', '2026-11-23 09:00:00'],
  ['Sunday as 0', '0 0 9 * * 0 *', '2026-11-20 09:00:00', '2026-11-22 09:00:00'],
  [
    'day or week when both are given',
    '0 0 9 15 * MON *',
    '2026-11-09 09:00:00',
    '2026-11-15 09:00:00',
  ],
  ['the other of the two', '0 0 9 15 * MON *', '2026-11-15 09:00:00', '2026-11-16 09:00:00'],
  ['a list', '0 15,45 * * * * *', '2026-11-22 10:15:00', '2026-11-22 10:45:00'],
  ['a step from a start', '0 10/25 * * * * *', '2026-11-22 10:35:00', '2026-11-22 11:10:00'],
  ['a stepped range', '0 0 8-16/4 * * * *', '2026-11-22 12:00:00', '2026-11-22 16:00:00'],
  ['a month by name', '0 0 0 1 SEP * *', '2026-11-22 00:00:00', '2027-09-01 00:00:00'],
  [
    'the 31st only where there is one',
    '0 0 0 31 * * *',
    '2026-08-31 00:00:00',
    '2026-10-31 00:00:00',
  ],
  ['29 February', '0 0 0 29 2 * *', '2026-01-01 00:00:00', '2028-02-29 00:00:00'],
  ['midnight across the UTC day', '0 0 0 * * * *', '2026-12-31 23:59:59', '2027-01-01 00:00:00'],
  ['a year that is over', '0 0 0 1 1 * 2020', '2026-01-01 00:00:00', undefined],
  ['a day that never comes', '0 0 0 30 2 * *', '2026-01-01 00:00:00', undefined],
])('finds %s', (_name, expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

it.each([
  '* * * * *',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '* * * * * * 2100',
  '*/0 * * * * * *',
  '5-1 * * * * * *',
  '? * * * * * *',
  'MON * * * * * *',
  '1,,2 * * * * * *',
])('refuses %s', (expression) => {
  expect(() => parseCron(expression)).toThrow();
});

it('agrees with counting every second of a day', () => {
  const cron = parseCron('7,40 */17 3-20/5 * * * *');
  const from = beijing('2026-03-01 00:00:00') - 1;
  const counted: number[] = [];
  for (let second = 0; second < 86_400; second += 1) {
    const [s, m, h] = [second % 60, Math.floor(second / 60) % 60, Math.floor(second / 3_600)];
    if ([7, 40].includes(s) && m % 17 === 0 && [3, 8, 13, 18].includes(h))
      counted.push(from + 1 + second * 1_000);
  }
  const found: number[] = [];
  for (
    let at = nextRun(cron, from);
    at !== undefined && at < from + 86_400_000;
    at = nextRun(cron, at)
  )
    found.push(at);
  expect(found).toEqual(counted);
});
