import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../cloudfunctions/api/router';
import { callProcedure } from './batch';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** Every procedure of the function `api`, as the phone sees it. Dates arrive as text. */
export type Api = {
  readonly [Feature in keyof Inputs]: {
    readonly [Verb in keyof Inputs[Feature] & keyof Outputs[Feature]]: (
      input: Inputs[Feature][Verb],
    ) => Promise<Outputs[Feature][Verb]>;
  };
};

/** What a procedure answers: `Answer<'student', 'byId'>`. */
export type Answer<
  Feature extends keyof Outputs,
  Verb extends keyof Outputs[Feature],
> = Outputs[Feature][Verb];

/**
 * `api.student.byId({ studentId })`. The types are the server's own; at run time a path is only
 * two names, so nothing of the server reaches the phone.
 */
export const api = new Proxy({} as Api, {
  get: (_, feature: string) =>
    new Proxy(
      {},
      { get: (_, verb: string) => (input: unknown) => callProcedure(`${feature}.${verb}`, input) },
    ),
});
