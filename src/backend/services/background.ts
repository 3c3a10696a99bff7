import type { Log } from '../ports.ts';

/** Puts off work until its request has been answered. `event` is what is logged when it fails. */
export type Afterwards = (event: string, work: () => Promise<void>) => void;

/** Work that is done once its request has been answered, so that no answer's time tells of it. */
export interface Background {
  /** To be called with the answer in hand: the work begins in a later turn. */
  start: Afterwards;
  /** Until everything begun so far is done. */
  settled(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    start(event, work) {
      const run = new Promise<void>((resolve) => setTimeout(resolve))
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
