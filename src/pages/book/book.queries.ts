import type { Answer } from '../../platform/api';
import { useAnswer } from '../../platform/use-api';

export type Books = Answer<'book', 'list'>;
export type Archive = Books['archives'][number];

export const useBooks = () => useAnswer('book', 'list', undefined);
