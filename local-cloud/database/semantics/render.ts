/** Values inside error texts, in the form MongoDB's server prints them. */
import { type Doc, type Maybe, patternOf, typeOf, type Value } from './value';

export function render(value: Maybe): string {
  switch (typeOf(value)) {
    case 'missing':
      return 'MISSING';
    case 'string':
      return `"${value}"`;
    case 'array':
      return (value as Value[]).length === 0
        ? '[]'
        : `[ ${(value as Value[]).map(render).join(', ')} ]`;
    case 'object': {
      const fields = Object.entries(value as Doc).map(([name, item]) => `${name}: ${render(item)}`);
      return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
    }
    case 'date':
      return `new Date(${(value as Date).getTime()})`;
    case 'objectId':
      return `ObjectId('${String(value)}')`;
    case 'regex': {
      const { pattern, options } = patternOf(value as RegExp);
      return `/${pattern}/${options}`;
    }
    default:
      return String(value);
  }
}

/** One field with its value: `{a: "x"}`. */
export const renderField = (name: string, value: Maybe): string => `{${name}: ${render(value)}}`;
