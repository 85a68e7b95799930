import { failure } from '../failure';
import { isDoc, typeOf } from '../value';
import { type OperatorTable, unary } from './operator';

const refused = (reason: string) => () => {
  throw failure(reason);
};

export const objectOperators: OperatorTable = {
  $objectToArray: unary((value, name) => {
    if (!isDoc(value)) throw failure(`${name} requires a document input, found: ${typeOf(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
  $meta: refused('$meta: the local cloud has neither text scores nor index keys'),
};
