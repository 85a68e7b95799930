import { DatabaseError } from '../database-error';

/** The error of a request that the database understood and refused; `message` is MongoDB's text. */
export const failure = (message: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', message);
