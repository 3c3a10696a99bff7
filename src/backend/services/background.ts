import type { Log } from '../ports.ts';

/** Work that goes on after its request has been answered. */
export interface Background {
  start(event: string, work: () => Promise<void>): void;
  /** Until everything begun so far is done. */
  settled(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    start(event, work) {
      const run = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.error(event, error))
        .finally(() => running.delete(run));
      running.add(run);
    },
    async settled() {
      while (running.size) await Promise.all(running);
    },
  };
}
