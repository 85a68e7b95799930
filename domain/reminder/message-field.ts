import { dayOf, timeOf } from '../calendar/day';

/** What a field of a message may say before it is brought into the form its type allows. */
export type FieldValue = string | number | Date;

/** Pictures count differently from phone to phone, so none is sent. */
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u{E0020}-\u{E007F}]|\u200D|\u20E3|\uFE0F/gu;
/** Line ends, other control characters, and marks nobody sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u200B\u200C\u2028\u2029\uFEFF]+/g;

const clean = (value: FieldValue): string =>
  String(value).replace(EMOJI, '').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();

/** At most so many characters as people count them, the ellipsis among them. */
function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

const keep = (value: FieldValue, wanted: RegExp, max: number): string =>
  [...clean(value)]
    .filter((character) => wanted.test(character))
    .slice(0, max)
    .join('');

const sayDate = (value: FieldValue): string => {
  const day = value instanceof Date ? dayOf(value) : clean(value);
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
};

function plainNumber(value: FieldValue): string {
  const [found] = /\d+(\.\d+)?/.exec(clean(value).replace(/,/g, '')) ?? [];
  return (found ?? '0').slice(0, 32).replace(/\.$/, '');
}

const HAN = /\p{Script=Han}/u;

function name(value: FieldValue): string {
  const text = clean(value).replace(/\d/g, '');
  return cut(text, HAN.test(text) ? 10 : 20);
}

/** Chinese only as the first and the last character. */
function carNumber(value: FieldValue): string {
  const [first, ...rest] = keep(value, /[\p{Script=Han}A-Za-z\d]/u, 8);
  const last = rest.pop();
  return first && last ? `${first}${rest.join('').replace(/[^A-Za-z\d]/g, '')}${last}` : '暂无';
}

/**
 * One formatter a type of field (发送订阅消息, the table of values): whatever goes in, what comes
 * out is accepted, so that no message is lost to an emoji or a long name.
 */
const FORMATS: Record<string, (value: FieldValue) => string> = {
  thing: (value) => cut(clean(value), 20) || '无',
  number: plainNumber,
  letter: (value) => keep(value, /[A-Za-z]/, 32) || 'NA',
  symbol: (value) => keep(value, /[\p{P}\p{S}]/u, 5) || '-',
  character_string: (value) => keep(value, /[\x20-\x7e]/, 32).trim() || '-',
  time: (value) => (value instanceof Date ? `${sayDate(value)} ${timeOf(value)}` : clean(value)),
  date: sayDate,
  amount: (value) => {
    const [whole = '0', part] = plainNumber(value).split('.');
    return `${whole.slice(0, 10)}${part ? `.${part.slice(0, 2)}` : ''}元`;
  },
  phone_number: (value) => keep(value, /[\d+\-() ]/, 17).trim() || '-',
  car_number: carNumber,
  name: (value) => name(value) || '无',
  phrase: (value) => keep(value, HAN, 5) || '暂无',
  enum: clean,
};

/** `thing12` → `thing`. */
const typeOf = (key: string): string => key.replace(/\d+$/, '');

/**
 * A value as the field of a template takes it.
 *
 * @param key as the template names it: `thing1`; its letters are the type
 * @throws Error for a type that WeChat does not have: the configuration is wrong
 */
export function formatField(key: string, value: FieldValue): string {
  const format = FORMATS[typeOf(key)];
  if (!format) throw new Error(`${key}: no type of a message field is called so`);
  return format(value);
}
