import { atom, type ReadableAtom } from 'nanostores';
import { asProblem, type Problem } from '../client/problem.ts';

/**
 * A value that comes over the network. `at` is when it was last read well (an instant), for
 * "Seen at 09:12"; a value that is being read again or failed to is still there to show.
 */
export type Remote<T> =
  | { is: 'idle'; value?: undefined; at?: undefined; problem?: undefined }
  | { is: 'loading'; value?: T; at?: string; slow?: boolean; problem?: undefined }
  | { is: 'ready'; value: T; at: string; problem?: undefined }
  | { is: 'failed'; problem: Problem; value?: T; at?: string };

export interface RemoteStore<T> {
  readonly $state: ReadableAtom<Remote<T>>;
  /** Reads again, now. A newer read silences an older one. */
  load(): Promise<void>;
  /** Reads what was not read yet, or may be old. A failure is tried again by `load`. */
  need(): void;
  /** What was read may be old: read again now if someone looks, else when it is needed. */
  renew(): void;
  /** There is a network again: a read that failed is tried again, like `renew`. */
  retry(): void;
  /** Puts a value in that came another way. */
  put(value: T): void;
  /** Forgets the value and the read under way. */
  reset(): void;
}

/** After this a shopper is told that it takes long, and how else to reach the shop. */
const SLOW = 4000;

/** `seen` hears of each good read. */
export function createRemote<T>(
  read: (signal: AbortSignal) => Promise<T>,
  seen?: (at: string) => void,
): RemoteStore<T> {
  const $state = atom<Remote<T>>({ is: 'idle' });
  let running: AbortController | undefined;
  let stale = false;

  const kept = (): { value?: T; at?: string } => {
    const { value, at } = $state.get();
    return at === undefined ? {} : { value: value as T, at };
  };
  const stop = () => {
    running?.abort();
    running = undefined;
  };
  const put = (value: T) => {
    stop();
    const at = new Date().toISOString();
    $state.set({ is: 'ready', value, at });
    seen?.(at);
  };

  async function load(): Promise<void> {
    stop();
    stale = false;
    const mine = (running = new AbortController());
    const slow = setTimeout(() => $state.set({ is: 'loading', ...kept(), slow: true }), SLOW);
    mine.signal.addEventListener('abort', () => clearTimeout(slow));
    $state.set({ is: 'loading', ...kept() });
    try {
      const value = await read(mine.signal);
      if (mine === running) put(value);
    } catch (error) {
      if (mine !== running) return;
      $state.set({ is: 'failed', problem: asProblem(error), ...kept() });
      stop();
    }
  }

  function renew(): void {
    if ($state.get().is === 'idle') return;
    if ($state.lc) void load();
    else stale = true;
  }

  return {
    $state,
    load,
    need() {
      if (stale || $state.get().is === 'idle') void load();
    },
    renew,
    retry() {
      if ($state.get().is === 'failed') renew();
    },
    put,
    reset() {
      stop();
      stale = false;
      $state.set({ is: 'idle' });
    },
  };
}
