import { onlineManager } from '@tanstack/react-query';
import { ApiError, callProcedure } from '../batch';
import { CloudFailure } from '../cloud-failure';
import { withPhotosSent } from '../photos/waiting-photos';
import { queryClient } from '../query';
import {
  dropQueued,
  keepQueued,
  MAX_CHARACTERS,
  MAX_QUEUED,
  type QueuedWrite,
  readQueued,
} from './queued-writes';

/** In place of an answer: the write waits on this phone and is sent when there is a network. */
export const QUEUED = 'queued';
export type Queued = typeof QUEUED;

/** What a form says when its write waits. */
export const WAITS_FOR_NETWORK = '没有网络，已放进“待发送”。连上后自动保存。';

/** What the function `api` accepts in one event. */
const MAX_CALLS = 10;
const RETRY_MS = 30_000;

let writes: readonly QueuedWrite[] | null = null;
/** Those that no open form waits for; computed anew when something changes. */
let left: readonly QueuedWrite[] | null = null;
let isSending = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
/** Forms that are still open and wait for how their write ends. */
const waiting = new Map<string, { resolve(answer: unknown): void; reject(error: unknown): void }>();

/** Everything that waits, is on its way or was refused, oldest first. */
export function queuedWrites(): readonly QueuedWrite[] {
  writes ??= readQueued();
  return writes;
}

/** What the person is told of: not what an open form is just sending. The same until it changes. */
export function leftWrites(): readonly QueuedWrite[] {
  left ??= queuedWrites().filter(({ id }) => !waiting.has(id));
  return left;
}

export function watchOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function set(next: readonly QueuedWrite[]): void {
  writes = next;
  left = null;
  for (const listener of listeners) listener();
}

function keep(write: QueuedWrite): boolean {
  if (!keepQueued(write)) return false;
  const others = queuedWrites();
  const known = others.some(({ id }) => id === write.id);
  set(known ? others.map((one) => (one.id === write.id ? write : one)) : [...others, write]);
  return true;
}

/** Takes a write out: it is stored, or the person does not want it any more. */
export function dropWrite(id: string): void {
  dropQueued(id);
  set(queuedWrites().filter((write) => write.id !== id));
}

/**
 * Sends a write behind those that wait. It lies on the phone until the cloud has it, so neither a
 * lost network nor a closed app loses it.
 *
 * @returns the answer, or QUEUED when none came
 * @throws ApiError if the product refuses; CloudFailure if no answer came and the phone is full
 */
export async function post(write: QueuedWrite): Promise<unknown> {
  const older = queuedWrites().find(
    ({ of, wasSent, refusal }) => of === write.of && (!wasSent || refusal !== null),
  );
  if (older && older.id !== write.id) dropWrite(older.id);
  // Two of one moment keep their order too.
  const at = Math.max(write.at, (queuedWrites().at(-1)?.at ?? 0) + 1);
  const ending = new Promise((resolve, reject) => {
    waiting.set(write.id, { resolve, reject });
  });
  if (queuedWrites().length >= MAX_QUEUED || !keep({ ...write, at })) {
    waiting.delete(write.id);
    return callProcedure(write.path, await withPhotosSent(write.input));
  }
  void sendQueued();
  return ending;
}

/** Sends what waits, in order; when the network fails the rest goes on waiting. */
export async function sendQueued(): Promise<void> {
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  try {
    while (onlineManager.isOnline()) {
      const batch = nextBatch();
      if (batch.length === 0 || !(await sendBatch(batch))) break;
    }
  } finally {
    isSending = false;
  }
  leaveWaiting();
}

/** The oldest that wait, as many as one event carries. */
function nextBatch(): QueuedWrite[] {
  let room = MAX_CHARACTERS;
  const open = queuedWrites().filter(({ refusal }) => refusal === null);
  return open.slice(0, MAX_CALLS).filter((write, index) => {
    room -= JSON.stringify(write.input).length;
    return index === 0 || room > 0;
  });
}

/** @returns whether it makes sense to go on with the next */
async function sendBatch(batch: readonly QueuedWrite[]): Promise<boolean> {
  const ready = await withTheirPhotos(batch);
  for (const write of ready) keep(write);
  // All of one moment: one event, and the function runs its writes in this order.
  const endings = await Promise.allSettled(
    ready.map(({ path, input }) => callProcedure(path, input)),
  );
  let goesOn = ready.length === batch.length;
  for (const [index, ending] of endings.entries()) {
    const write = ready[index] as QueuedWrite;
    if (ending.status === 'fulfilled') stored(write, ending.value);
    else if (isPassing(ending.reason)) goesOn = false;
    else refused(write, ending.reason);
  }
  return goesOn;
}

/** Those whose pictures the cloud has; the others wait for a network that carries them. */
async function withTheirPhotos(batch: readonly QueuedWrite[]): Promise<QueuedWrite[]> {
  const ready: QueuedWrite[] = [];
  for (const write of batch) {
    try {
      const input = await withPhotosSent(write.input);
      ready.push({ ...write, input, wasSent: true });
    } catch {
      // The write lies on the phone as it was.
    }
  }
  return ready;
}

/** No answer came, or the service asks for patience: sending again later may help. */
const isPassing = (error: unknown): boolean =>
  error instanceof CloudFailure || (error instanceof ApiError && error.code === 'busy');

function stored(write: QueuedWrite, answer: unknown): void {
  const form = waiting.get(write.id);
  waiting.delete(write.id);
  dropWrite(write.id);
  for (const feature of write.outdates) {
    // An open form takes what it shows from the answer; later nobody does.
    const refetchType = form ? 'none' : 'active';
    void queryClient.invalidateQueries({ queryKey: [feature], refetchType });
  }
  form?.resolve(answer);
}

function refused(write: QueuedWrite, error: unknown): void {
  const form = waiting.get(write.id);
  if (form) {
    waiting.delete(write.id);
    dropWrite(write.id);
    form.reject(error);
    return;
  }
  const { message } = error as Error;
  const { code, data } =
    error instanceof ApiError ? error : { code: 'unexpected' as const, data: undefined };
  keep({ ...write, refusal: { code, message, data } });
}

/** What could not be sent now: open forms are told, and it is tried again before long. */
function leaveWaiting(): void {
  for (const { resolve } of waiting.values()) resolve(QUEUED);
  waiting.clear();
  set(queuedWrites());
  if (queuedWrites().some(({ refusal }) => refusal === null)) {
    timer = setTimeout(() => void sendQueued(), RETRY_MS);
  }
}

/** Sends a refused write again, as it is. */
export function sendAgain(id: string): void {
  const write = queuedWrites().find((one) => one.id === id);
  if (!write) return;
  keep({ ...write, refusal: null });
  void sendQueued();
}

/** The refusal of an edit of this thing, for the form that takes it over; the write is dropped. */
export function takeRefused(of: string): QueuedWrite['refusal'] {
  const write = queuedWrites().find((one) => one.of === of && one.refusal !== null);
  if (!write) return null;
  dropWrite(write.id);
  return write.refusal;
}

onlineManager.subscribe((isOnline) => {
  if (isOnline) void sendQueued();
});
