/**
 * An error of the database as the cloud answers it: HTTP 200 with `{code, message}`.
 * `code` is the cloud's string code (`DATABASE_REQUEST_FAILED` …), `message` its English text.
 */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}
