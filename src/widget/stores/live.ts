import type { Change } from '../../contract/stream.ts';
import { Problem } from '../client/problem.ts';

export interface LiveWorld {
  connect(signal: AbortSignal): Promise<Response>;
  heard(change: Change): void;
  /** News may have been missed: what is shown is read again. */
  gap(): void;
}

/** The server sends a heartbeat well within this; after it the line counts as dead. */
const SILENCE = 45_000;
const LONGEST_WAIT = 30_000;

/** Hears of changes while it runs. Ids only: whoever shows a thing reads it again. */
export function createLive({ connect, heard, gap }: LiveWorld) {
  let running: AbortController | undefined;

  async function listen(stop: AbortSignal): Promise<void> {
    let failures = 0;
    for (let first = true; !stop.aborted; first = false) {
      const line = new AbortController();
      const signal = AbortSignal.any([stop, line.signal]);
      try {
        const response = await watched(line, connect(signal));
        failures = 0;
        if (!first) gap();
        await follow(response, line, heard);
      } catch (error) {
        if (stop.aborted) return;
        // refused for good: nobody is signed in, or this backend has no stream
        if (error instanceof Problem && error.status >= 400 && error.status < 429) return;
      }
      failures++;
      await rest(Math.min(LONGEST_WAIT, 500 * 2 ** failures) * (0.5 + Math.random() / 2), stop);
    }
  }

  const stop = () => {
    running?.abort();
    running = undefined;
  };
  return {
    start(): void {
      if (running) return;
      running = new AbortController();
      void listen(running.signal);
    },
    stop,
  };
}

async function follow(
  response: Response,
  line: AbortController,
  heard: (change: Change) => void,
): Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await watched(line, reader.read());
    if (done) return;
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop()!;
    for (const event of events) {
      const change = changeOf(event);
      if (change) heard(change);
    }
  }
}

/** Comments are heartbeats; a word we do not know is from a newer server. */
function changeOf(event: string): Change | undefined {
  const data = event
    .split(/\r?\n/)
    .flatMap((row) => (row.startsWith('data:') ? [row.slice(5).trim()] : []))
    .join('\n');
  if (!data) return undefined;
  try {
    const change: Partial<Change> | null = JSON.parse(data);
    return typeof change?.id === 'string' && change.topic ? (change as Change) : undefined;
  } catch {
    return undefined; // cut in the middle: the line is about to end, and the gap is read again
  }
}

/** Hangs up when nothing comes for too long: a dead connection looks like a quiet one. */
async function watched<T>(line: AbortController, coming: Promise<T>): Promise<T> {
  const timer = setTimeout(() => line.abort(), SILENCE);
  try {
    return await coming;
  } finally {
    clearTimeout(timer);
  }
}

const rest = (ms: number, stop: AbortSignal) =>
  new Promise<void>((done) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
  });
