import type { Instance } from './instance';

interface PoolOptions {
  /** Instances that calls from outside may use at once; more calls wait in line. */
  maxInstances: number;
  start(onGone: () => void): Instance;
}

/** The warm instances of one function. One instance serves one call at a time. */
export interface Pool {
  /**
   * Lends an instance of `version`. A call made by another function never waits: its caller
   * holds an instance, so that waiting could be for ever.
   * @throws Error once the pool is stopped.
   */
  borrow(version: string, isNested: boolean): Promise<{ instance: Instance; isCold: boolean }>;
  giveBack(instance: Instance): void;
  /** Ends every instance, in the middle of a call too; the next call starts a new one. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function createPool({ maxInstances, start }: PoolOptions): Pool {
  const all = new Set<Instance>();
  const idle: Instance[] = [];
  const waiting: (() => void)[] = [];
  let isStopped = false;

  function startOne(): Instance {
    const instance: Instance = start(() => {
      all.delete(instance);
      const index = idle.indexOf(instance);
      if (index >= 0) idle.splice(index, 1);
      waiting.shift()?.();
    });
    all.add(instance);
    return instance;
  }

  function retire(instance: Instance): void {
    all.delete(instance);
    void instance.terminate();
  }

  /** The most recently used first, so that what is warm stays warm. */
  function takeIdle(version: string): Instance | undefined {
    for (let instance = idle.pop(); instance; instance = idle.pop()) {
      if (!instance.isRetired && instance.version === version) return instance;
      retire(instance);
    }
    return undefined;
  }

  return {
    async borrow(version, isNested) {
      for (;;) {
        if (isStopped) throw new Error('the local cloud is stopping');
        const warm = takeIdle(version);
        if (warm) return { instance: warm, isCold: false };
        if (isNested || all.size < maxInstances) return { instance: startOne(), isCold: true };
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },

    giveBack(instance) {
      if (instance.isRetired) retire(instance);
      else idle.push(instance);
      waiting.shift()?.();
    },

    async kill() {
      await Promise.all([...all].map((instance) => instance.terminate()));
    },

    async stop() {
      isStopped = true;
      for (const goOn of waiting.splice(0)) goOn();
      await Promise.all([...all].map((instance) => instance.terminate()));
    },
  };
}
