import {
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type Api, api } from './api';
import { askDocuments } from './documents';
import { newId } from './id';
import { post, type Queued } from './outbox/outbox';
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

/** A write that may wait for a network, in the words of the person; `of` says what it writes. */
export interface Waiting {
  /** 李子涵 · 面谈 */
  title: string;
  /** A later write of the same takes its place while it was never sent. Else each is its own. */
  of?: string;
  /** Address of the page where it can be changed (`addressOf` of ./navigate). */
  page?: string;
  /** What the form there finds as its draft, should the write be refused later. */
  draft?: { key: string; value: unknown };
}

interface QueueableInput {
  writeId: string;
}

const outdate = (outdates: readonly Feature[]): void => {
  for (const outdated of outdates) {
    void queryClient.invalidateQueries({ queryKey: [outdated], refetchType: 'none' });
  }
};

/**
 * A change in the cloud. What it makes out of date is asked again when it next comes into view; a
 * page that shows it now takes it from the reply.
 *
 * With `queue`, the write lies on this phone until the cloud has it: without a network it answers
 * QUEUED, and is sent when there is one again. Not for sealed words: they never lie on a phone.
 */
export function useWrite<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  outdates: readonly Feature[],
): UseMutationResult<Output<F, V>, Error, Input<F, V>>;
export function useWrite<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  outdates: readonly Feature[],
  queue: (input: Input<F, V>) => Waiting,
): UseMutationResult<Output<F, V> | Queued, Error, Input<F, V>>;
export function useWrite<F extends Feature, V extends Verb<F>>(
  feature: F,
  verb: V,
  outdates: readonly Feature[],
  queue?: (input: Input<F, V>) => Waiting,
) {
  const send = (input: Input<F, V>): Promise<Output<F, V> | Queued> => {
    if (!queue) return callOf(feature, verb)(input);
    const { writeId } = input as QueueableInput;
    const { title, of = writeId, page = null, draft = null } = queue(input);
    const path = `${feature}.${verb}`;
    return post({
      ...{ id: writeId, at: Date.now(), path, input, title, of, page, draft, outdates },
      ...{ wasSent: false, refusal: null },
    }) as Promise<Output<F, V> | Queued>;
  };
  return useMutation({ mutationFn: send, onSuccess: () => outdate(outdates) });
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

/** A step of the function `documents` that changes what is stored, and what it makes out of date. */
export function useDocumentStep<I, O>(
  kind: string,
  outdates: readonly Feature[],
): UseMutationResult<O, Error, I> {
  return useMutation({
    mutationFn: (input: I) => askDocuments<O>(kind, input),
    onSuccess: () => outdate(outdates),
  });
}
