import type { LogLine } from '../meter/invocation';

/** What the pool and the thread of an instance say to each other. */
export type ToInstance = {
  kind: 'invoke';
  id: string;
  /** JSON, as it came over the wire. */
  event: string;
  context: object;
  environment: Record<string, string>;
  /** Set when the clock is held: `Date` shows this instant during the call. */
  heldAt?: number;
};

export interface ThrownText {
  name: string;
  message: string;
  stack: string;
}

export type FromInstance =
  | { kind: 'loaded' }
  | { kind: 'loadFailed'; error: ThrownText }
  | { kind: 'settled'; id: string; result: string; trips: number }
  | { kind: 'threw'; id: string; error: ThrownText; trips: number }
  /** An error that nobody caught; `id` is the invocation that it was born in, when known. */
  | { kind: 'escaped'; id?: string; error: ThrownText }
  | { kind: 'log'; id?: string; level: LogLine['level']; text: string };

export interface InstanceData {
  entry: string;
  /** `127.0.0.1:PORT`; requests to it are the SDK's. */
  cloudHost: string;
}
