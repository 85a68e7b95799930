/** Regular expressions as MongoDB reads them (PCRE), run by JavaScript's engine. */
import type { BSONRegExp } from 'bson';
import { failure } from './failure';
import { patternOf } from './value';

/** The `x` option: white space and `#` comments outside a character class mean nothing. */
function withoutSpaces(pattern: string): string {
  return pattern.replace(
    /(\\.)|(\[(?:\\.|[^\]\\])*\])|\s+|#[^\n]*/g,
    (_all, escaped?: string, charClass?: string) => escaped ?? charClass ?? '',
  );
}

/**
 * Compiles a pattern to a JavaScript expression without state (neither `g` nor `y`).
 * @param options any of `i m s x u`.
 * @throws DatabaseError for another option, or a pattern that does not parse.
 */
export function compilePattern(pattern: string, options: string): RegExp {
  const unknown = [...options].find((flag) => !'imsxu'.includes(flag));
  if (unknown) throw failure(`invalid flag in regex options: ${unknown}`);
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = options + (inline?.[1] ?? '');
  let source = inline ? pattern.slice(inline[0].length) : pattern;
  if (flags.includes('x')) source = withoutSpaces(source);
  const own = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('');
  try {
    return new RegExp(source, `${own}u`);
  } catch {
    // JavaScript's `u` refuses escapes that PCRE allows, such as `\-`; without it they are fine.
  }
  try {
    return new RegExp(source, own);
  } catch (error) {
    throw failure(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

export function compileRegExp(value: RegExp | BSONRegExp): RegExp {
  const { pattern, options } = patternOf(value);
  return compilePattern(pattern, options);
}
