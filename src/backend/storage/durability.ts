/** The flush that commits leave undone where they do not wait for the disk themselves. */
export interface Disk {
  /** Resolves when all that has been committed by now lies on the disk. */
  flush(): Promise<void>;
  /** Resolves when all else in this process has had its turn; undefined while it had it lately. */
  pause(): Promise<void> | undefined;
  /** Told once how it may have the database for itself. */
  lend?(alone: Alone): void;
}

/** Does some work while nobody has a turn and nothing waits to be committed. */
export type Alone = (work: () => Promise<void>) => Promise<void>;

/**
 * One flush for all who wait. Who has written while one is under way needs the next; who has only
 * read may have seen what that one is about to put on the disk. After one that failed nobody can say
 * what lies there: it stays failed, until a new start reads the disk.
 */
export function createDurability({ flush }: Pick<Disk, 'flush'>) {
  // what a process that was killed had written may not lie there yet
  let hasWritten = true;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function flushAll(): Promise<void> {
    next = undefined;
    hasWritten = false;
    const mine = flush();
    running = mine;
    const over = () => {
      if (running === mine) running = undefined;
    };
    mine.then(over, () => undefined);
    return mine;
  }

  return {
    /** A turn that may have written is over. */
    wrote(): void {
      hasWritten = true;
    },
    /** Resolves when all that has been committed by now lies on the disk. */
    async done(): Promise<void> {
      if (!hasWritten) return running;
      if (!running) return flushAll();
      return (next ??= running.then(flushAll));
    },
  };
}
