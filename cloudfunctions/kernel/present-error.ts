import { AppError, ERROR_SENTENCES, type ErrorCode } from '../../domain/errors';

/** An error as it leaves the server: a code, a sentence, and what the person needs to go on. */
export interface ErrorView {
  code: ErrorCode;
  message: string;
  /** Field path → sentence, for `badInput`. */
  fields?: Record<string, string>;
  /** For `stale`: the version that stands, as a view. */
  data?: unknown;
  /** For `unexpected`: what the person reads out to the office. */
  requestId?: string;
}

interface SchemaIssue {
  path: PropertyKey[];
  message: string;
}

const issuesOf = (error: unknown): SchemaIssue[] | null => {
  const issues = (error as { issues?: unknown } | null)?.issues;
  return Array.isArray(issues) ? (issues as SchemaIssue[]) : null;
};

function presentIssues(issues: SchemaIssue[]): ErrorView {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message;
  return { code: 'badInput', message: issues[0]?.message ?? ERROR_SENTENCES.badInput, fields };
}

const BUSY = new Set([-501003, -501004, -501002, -502011]);

/**
 * Any thrown thing as a view. What nobody foresaw is logged with ids only, never with content, and
 * answers with the request's id. `undefined` is a path that does not exist.
 */
export function presentError(thrown: unknown, requestId: string, path: string): ErrorView {
  const error = causeOf(thrown);
  if (error === undefined) {
    return { code: 'unknownProcedure', message: ERROR_SENTENCES.unknownProcedure };
  }
  if (error instanceof AppError) {
    const { fields, data } = error.details;
    return {
      code: error.code,
      message: error.message,
      ...(fields && { fields }),
      ...(data !== undefined && { data }),
    };
  }
  const issues = issuesOf(error);
  if (issues) return presentIssues(issues);

  const { errCode, name } = (error ?? {}) as { errCode?: number; name?: string };
  if (errCode !== undefined && BUSY.has(errCode)) {
    return { code: 'busy', message: ERROR_SENTENCES.busy };
  }
  console.error(JSON.stringify({ requestId, path, name, errCode, stack: stackOf(error) }));
  return { code: 'unexpected', message: ERROR_SENTENCES.unexpected, requestId };
}

/** The router wraps what a procedure throws; the person is told about the thing itself. */
function causeOf(thrown: unknown): unknown {
  const isWrapped = thrown instanceof Error && thrown.name === 'TRPCError';
  return isWrapped ? (thrown.cause ?? thrown) : thrown;
}

/** Where it happened, without the message: a message may quote what somebody wrote. */
function stackOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
}
