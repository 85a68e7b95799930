/**
 * The one function that phones call.
 *
 * Event: `{ schoolId?, calls: [{ path, input }] }`, at most ten calls. Reply, in the same order:
 * `{ results: [{ data } | { error: { code, message, fields?, data?, requestId? } }] }`.
 */
import { callTRPCProcedure } from '@trpc/server';
import { AppError } from '../../domain/errors';
import { id, z } from '../../domain/schema';
import { type Context, identify } from '../kernel/identity';
import { type ErrorView, presentError } from '../kernel/present-error';
import { readingOnce } from '../kernel/read-once';
import { readingTogether } from '../kernel/read-together';
import { appRouter } from './router';

const MAX_CALLS = 10;

const Event = z.object({
  schoolId: z.optional(id('学校')),
  calls: z
    .array(z.object({ path: z.string().check(z.maxLength(80)), input: z.optional(z.unknown()) }))
    .check(z.minLength(1)),
});

type Call = { path: string; input?: unknown };
type Result = { data: unknown } | { error: ErrorView };

/** The router keeps its procedures by full path, whatever its type says. */
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation' } }
>;

const typeOf = (path: string): 'query' | 'mutation' | undefined =>
  Object.hasOwn(procedures, path) ? procedures[path]?._def.type : undefined;

function readEvent(event: unknown): z.infer<typeof Event> {
  const parsed = Event.parse(event);
  if (parsed.calls.length > MAX_CALLS) throw new AppError('tooManyCalls');
  return parsed;
}

export async function main(event: unknown, invocation: { request_id?: string }) {
  const requestId = invocation?.request_id ?? 'local';
  let asked: z.infer<typeof Event>;
  try {
    asked = readEvent(event);
  } catch (error) {
    return { results: [{ error: presentError(error, requestId, 'event') }] };
  }
  const { calls, schoolId } = asked;
  const now = new Date();

  let context: Context;
  try {
    context = await identify(requestId, now, schoolId);
  } catch (error) {
    const failed: Result = { error: presentError(error, requestId, 'context') };
    return { results: calls.map(() => failed) };
  }

  async function run({ path, input }: Call, batchIndex: number): Promise<Result> {
    try {
      const type = typeOf(path);
      if (!type) return { error: presentError(undefined, requestId, path) };
      const data = await callTRPCProcedure({
        router: appRouter,
        path,
        type,
        ctx: context,
        getRawInput: async () => input,
        signal: undefined,
        batchIndex,
      });
      return { data };
    } catch (error) {
      return { error: presentError(error, requestId, path) };
    }
  }

  const answer = () => runAll(calls, run);
  const results = context.member
    ? await readingTogether({ collection: 'members', id: context.member._id }, answer)
    : await answer();
  return { results };
}

/** Reads go together; writes keep the order in which they were made on the phone. */
async function runAll(
  calls: readonly Call[],
  run: (call: Call, index: number) => Promise<Result>,
): Promise<Result[]> {
  if (calls.every(({ path }) => typeOf(path) === 'query')) {
    return readingOnce(() => Promise.all(calls.map(run)));
  }
  const results: Result[] = [];
  for (const [index, call] of calls.entries()) results.push(await run(call, index));
  return results;
}
