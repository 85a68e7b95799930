/**
 * The phone's logic layer has no AbortController, and react-query fails without one. Bound as the
 * global names by webpack (config/index.ts), on the phone only. Only what react-query touches.
 */
export class AbortSignal {
  aborted = false;
  reason: unknown;
  onabort: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller. A second abort changes nothing. */
  settle(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.();
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.settle(reason);
  }
}
