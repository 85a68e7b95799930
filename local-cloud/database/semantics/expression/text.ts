import { failure } from '../failure';
import { type Maybe, typeOf } from '../value';

/** The text of a value, as string operators and `$toString` take it; null and missing are empty. */
export function textOf(value: Maybe): string {
  switch (typeOf(value)) {
    case 'missing':
    case 'null':
      return '';
    case 'string':
      return value as string;
    case 'date':
      return (value as Date).toISOString();
    case 'int':
    case 'long':
    case 'double':
    case 'decimal':
      return String(value);
    default:
      throw failure(`can't convert from BSON type ${typeOf(value)} to String`);
  }
}
