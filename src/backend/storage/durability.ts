/** What commits leave undone where they do not wait for the disk themselves. */
export interface Disk {
  /** Resolves when all that has been committed by now lies on the disk. */
  flush(): Promise<void>;
  /** A turn that may have written is over: is it time for a checkpoint? */
  isDue(): boolean;
  /** Asked while nobody has a turn, and after a flush. */
  checkpoint(): Promise<void>;
}

/**
 * One flush for all who wait. Who has written while one is under way needs the next; who has only
 * read may have seen what that one is about to put on the disk. After one that failed nobody can say
 * what lies there: it stays failed, until a new start reads the disk.
 */
export function createDurability({ flush, isDue, checkpoint }: Disk) {
  // what a process that was killed had written may not lie there yet
  let hasWritten = true;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function run(work: () => Promise<void>): Promise<void> {
    const mine = work();
    running = mine;
    const over = () => {
      if (running === mine) running = undefined;
    };
    mine.then(over, () => undefined);
    return mine;
  }

  function flushAll(): Promise<void> {
    next = undefined;
    hasWritten = false;
    return run(flush);
  }

  /** Resolves when all that has been committed by now lies on the disk. */
  async function done(): Promise<void> {
    if (!hasWritten) return running;
    if (!running) return flushAll();
    return (next ??= running.then(flushAll));
  }

  return {
    done,
    /** At the end of a turn that may have written; the next begins when this resolves. */
    async wrote(): Promise<void> {
      hasWritten = true;
      if (!isDue()) return;
      await done();
      await run(checkpoint);
    },
  };
}
