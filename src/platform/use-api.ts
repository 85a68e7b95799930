import {
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type Api, api } from './api';
import { newId } from './id';
import { queryClient } from './query';

type Feature = keyof Api;
type Verb<F extends Feature> = keyof Api[F] & string;
type Call<I, O> = (input: I) => Promise<O>;
type Input<F extends Feature, V extends Verb<F>> =
  Api[F][V] extends Call<infer I, unknown> ? I : never;
type Output<F extends Feature, V extends Verb<F>> =
  Api[F][V] extends Call<never, infer O> ? O : never;

const callOf = <F extends Feature, V extends Verb<F>>(feature: F, verb: V) =>
  api[feature][verb] as Call<Input<F, V>, Output<F, V>>;

/** The name under which the phone remembers an answer. */
export const answerKey = (feature: Feature, verb: string, input: unknown) => [feature, verb, input];

interface AskOptions {
  enabled?: boolean;
  staleTime?: number;
}

/** Asks one question. Questions of the same moment go in one cloud call. */
export function useAnswer<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  input: Input<F, V>,
  options: AskOptions = {},
): UseQueryResult<Output<F, V>> {
  return useQuery({
    queryKey: answerKey(feature, verb, input),
    queryFn: () => callOf(feature, verb)(input),
    ...options,
  });
}

/** Where a page of a list ended: the key of its last item. */
interface PageEnd {
  at: Date | string;
  id: string;
}

/**
 * Asks for a list page by page, each beginning where the one before ended (`next` → `before`).
 *
 * @returns the pages so far in `data.pages`; `fetchNextPage` asks for one more
 */
export function useAnswerPages<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  input: Input<F, V>,
) {
  type Page = Output<F, V> & { next: PageEnd | null };
  return useInfiniteQuery({
    queryKey: answerKey(feature, `${verb} by page`, input),
    queryFn: ({ pageParam: before }) =>
      callOf(
        feature,
        verb,
      )(before ? ({ ...(input as object), before } as Input<F, V>) : input) as Promise<Page>,
    initialPageParam: null as PageEnd | null,
    getNextPageParam: ({ next }) => next,
  });
}

/**
 * A change in the cloud. What it makes out of date is asked again when it next comes into view; a
 * page that shows it now takes it from the reply.
 */
export function useWrite<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  outdates: readonly Feature[],
): UseMutationResult<Output<F, V>, Error, Input<F, V>> {
  return useMutation({
    mutationFn: (input: Input<F, V>) => callOf(feature, verb)(input),
    onSuccess: () => {
      for (const outdated of outdates) {
        void queryClient.invalidateQueries({ queryKey: [outdated], refetchType: 'none' });
      }
    },
  });
}

/**
 * An id for a write, made once for the same content: whoever taps again after a lost answer sends
 * the same write, which the cloud stores once.
 */
export function useWriteId(): (content: unknown) => string {
  const last = useRef({ content: '', id: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, id: newId() };
    return last.current.id;
  };
}
