import type { Log } from '../../backend/ports.ts';

/** How long, in ms. */
export interface HintPatience {
  /** For hints to be taken; whoever sent them waits no longer. */
  taken: number;
  /** Before the first new try after a loss; it doubles from try to try, up to `longestPause`. */
  pause: number;
  longestPause: number;
}

/** The way out of this process for hints. */
export interface HintLine {
  /** Never rejects: what the hint is of stands already, and is not undone by a hint that fails. */
  send(hint: string): Promise<void>;
  close(): void;
}

interface Parts {
  /** Takes them whole and in this order, or rejects. */
  carry(hints: readonly string[]): Promise<void>;
  /** The hint that others were lost. */
  gap: string;
  log: Log;
  patience: HintPatience;
}

interface Batch {
  hints: string[];
  letGo: (() => void)[];
}
const nothing = (): Batch => ({ hints: [], letGo: [] });

/**
 * Sends what has piled up as one, and one after the other: hints of one process stay in order. Slow
 * ones come late, and until one has come through nobody waits for another. Once some are lost, so is
 * what follows, until everybody has heard of the gap.
 */
export function createHintLine({ carry, gap, log, patience }: Parts): HintLine {
  let next = nothing();
  let isCarrying = false;
  let isHeldUp = false;
  let isLost = false;
  let isOver = false;
  let pause = patience.pause;
  let again: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    if (isCarrying) return;
    isCarrying = true;
    // what is sent in one turn is carried as one
    queueMicrotask(() => void carryAll());
  }

  async function carryAll(): Promise<void> {
    while (next.hints.length > 0) {
      const { hints, letGo } = next;
      next = nothing();
      const timer = setTimeout(() => {
        if (!isHeldUp) log.info('hints_held_up');
        isHeldUp = true;
        for (const go of [...letGo, ...next.letGo]) go();
      }, patience.taken);
      try {
        await carry(hints);
        isHeldUp = false;
        pause = patience.pause;
      } catch (error) {
        lose(error);
      }
      clearTimeout(timer);
      for (const go of letGo) go();
    }
    // in the turn of the last look: what is sent after it begins anew
    isCarrying = false;
  }

  function lose(error: unknown): void {
    log.error('hints_lost', error);
    for (const go of next.letGo) go();
    next = nothing();
    isHeldUp = true;
    isLost = true;
    if (isOver) return;
    // with jitter: all processes lose theirs at once
    again = setTimeout(tellOfTheGap, pause * (0.5 + Math.random()));
    pause = Math.min(pause * 2, patience.longestPause);
  }

  function tellOfTheGap(): void {
    // first: what is sent from now on comes after it, and may not be dropped any more
    isLost = false;
    next.hints.push(gap);
    begin();
  }

  return {
    send(hint) {
      if (isLost) return Promise.resolve();
      next.hints.push(hint);
      begin();
      return isHeldUp ? Promise.resolve() : new Promise((resolve) => next.letGo.push(resolve));
    },
    close() {
      isOver = true;
      clearTimeout(again);
    },
  };
}
