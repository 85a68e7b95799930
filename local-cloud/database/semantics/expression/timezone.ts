import { failure } from '../failure';

const MINUTE = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw failure(`unrecognized time zone identifier: "${zone}"`);
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** What the zone's clocks are ahead of UTC at an instant, milliseconds. */
function namedOffset(zone: string, atMs: number): number {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return shown - Math.floor(atMs / 1000) * 1000;
}

/**
 * The offset of a time zone from UTC at an instant, in milliseconds (+8 hours for Asia/Shanghai).
 * @param zone an Olson name, `UTC`, `GMT`, `Z`, or an offset: `+08`, `+0800`, `+08:00`.
 * @throws DatabaseError for a zone that does not exist.
 */
export function zoneOffset(zone: string, atMs: number): number {
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return (offset[1] === '-' ? -minutes : minutes) * MINUTE;
  }
  return ['UTC', 'GMT', 'Z'].includes(zone) ? 0 : namedOffset(zone, atMs);
}

/** The instant at which the zone's clocks show this wall time, both in milliseconds. */
export function instantOf(wallMs: number, zone: string): number {
  const guess = wallMs - zoneOffset(zone, wallMs);
  return wallMs - zoneOffset(zone, guess);
}
