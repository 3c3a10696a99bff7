import type { Log } from '../backend/ports.ts';

/** What goes on by itself and is to end: all of it at once, and in a time that is known. */
export interface Ending {
  /** `end` lets nothing more begin at once; resolves when what is under way is done. */
  add(name: string, end: () => Promise<unknown>): void;
  /** Resolves when all is done, or was cut; once, however often it is asked. */
  run(): Promise<void>;
}

export interface EndingOptions {
  log: Log;
  /** Breaks off what others keep us waiting for. */
  cut(): void;
  /** How long everything together is waited for, in ms. */
  patience?: number;
  /** How long what was cut may take to write that down, in ms. */
  lastWords?: number;
}

export function createEnding({
  log,
  cut,
  patience = 10_000,
  lastWords = 2_000,
}: EndingOptions): Ending {
  const ends = new Map<string, () => Promise<unknown>>();
  let ended: Promise<void> | undefined;

  async function endAll(): Promise<void> {
    const waiting = new Set(ends.keys());
    const all = Promise.all(
      [...ends].map(async ([name, end]) => {
        await end().catch((error: unknown) => log.error('stop_failed', error, { what: name }));
        waiting.delete(name);
      }),
    );
    if (await inTime(patience, all)) return;
    for (const what of waiting) log.info('stop_cut', { what });
    cut();
    await inTime(lastWords, all);
  }

  return {
    add: (name, end) => void ends.set(name, end),
    run: () => (ended ??= endAll()),
  };
}

/** False when the work takes longer; rejects as the work does. */
export async function inTime(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
