/** What each type of a message field accepts (发送订阅消息, table of parameter values). */
type Rule = (value: string) => boolean;

const CHINESE = /\p{Script=Han}/u;
const characters = (value: string) => [...value].length;
/** Printable ASCII and full-width punctuation that is neither letter nor digit. */
const SYMBOLS = /^[\p{P}\p{S}]+$/u;
const CLOCK = String.raw`([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?`;
const DAY = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})`;
const withRange = (one: string) => new RegExp(`^${one}(\\s?~\\s?${one})?$`);
const TIME = withRange(`(${DAY}\\s)?${CLOCK}`);
const DATE = withRange(`${DAY}(\\s${CLOCK})?`);

const RULES: Record<string, Rule> = {
  thing: (value) => characters(value) <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => SYMBOLS.test(value) && characters(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => TIME.test(value),
  date: (value) => DATE.test(value) || TIME.test(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) =>
    characters(value) <= 8 &&
    /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]$/u.test(value),
  name: (value) => characters(value) <= (CHINESE.test(value) ? 10 : 20) && !/\d/.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** `thing12` → `thing`. */
export const typeOfField = (key: string) => key.replace(/\d+$/, '');

/** Does the template's field `key` accept `value`? `enumValues` lists those of an `enum`. */
export function isFieldValue(key: string, value: unknown, enumValues: string[] = []): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (text.trim() === '' || /[\u0000-\u001f\u007f]/.test(text)) return false;
  const type = typeOfField(key);
  if (type === 'enum') return enumValues.includes(text);
  return RULES[type]?.(text) ?? false;
}
