import type { Change } from '../../contract/stream.ts';
import { Problem } from '../client/problem.ts';
import { pause, type Send } from '../client/request.ts';
import { openStream } from '../client/stream.ts';
import { createTabs } from '../host/tabs.ts';

export interface LiveWorld {
  send: Send;
  heard(change: Change): void;
  /** News may have been missed: what is shown is read again. */
  gap(): void;
  /** The desk's; nothing is heard after it. */
  life: AbortSignal;
  /** Tabs of one name hear the same, and share a line; without one each has its own. */
  line?(): string | undefined;
}

export interface Live {
  listen(wanted: boolean): void;
}

/** The server sends a heartbeat well within this; after it the line counts as dead. */
const SILENCE = 45_000;
const LONGEST_WAIT = 30_000;

/** Hears of changes while it listens. Ids only: whoever shows a thing reads it again. */
export function createLive({ send, heard, gap, life, line: named }: LiveWorld): Live {
  let running: AbortController | undefined;

  /** `news`: a change, or that some may have been missed. */
  const hear = (news?: Change | null) => (news ? heard(news) : gap());

  async function follow(stop: AbortSignal, tell: typeof hear, isFirst: boolean): Promise<void> {
    let failures = 0;
    for (let first = isFirst; !stop.aborted; first = false) {
      const line = new AbortController();
      const watch = watched(line, stop);
      try {
        const response = await watch(openStream(send, AbortSignal.any([stop, line.signal])));
        failures = 0;
        if (!first) tell();
        for await (const change of changesOf(response, watch)) tell(change);
      } catch (error) {
        // refused for good: nobody is signed in any more, or this backend has no stream
        if (error instanceof Problem && error.status >= 400 && error.status < 429) return;
      }
      failures++;
      const wait = Math.min(LONGEST_WAIT, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
      await pause(wait, stop).catch(() => {});
    }
  }

  /** The first tab of a name has the line, and tells the others; when it goes, the next one has. */
  async function join(stop: AbortSignal): Promise<void> {
    const name = named?.();
    if (!name || !navigator.locks || !('BroadcastChannel' in globalThis))
      return follow(stop, hear, true);
    const others = createTabs<Change | null>(name, hear, stop);
    const tell = (news?: Change | null) => {
      others.tell(news ?? null);
      hear(news);
    };
    const lead = (options: LockOptions, isFirst: boolean) =>
      navigator.locks.request(name, options, async (lock) => {
        if (lock) await follow(stop, tell, isFirst);
        return !!lock;
      });
    try {
      // who takes over has missed what came between
      if (!(await lead({ ifAvailable: true }, true))) await lead({ signal: stop }, false);
    } catch {
      // refused, as all storage may be
      if (!stop.aborted) await follow(stop, hear, true);
    }
  }

  return {
    listen(wanted) {
      if (wanted && !running && !life.aborted) {
        running = new AbortController();
        void join(AbortSignal.any([running.signal, life]));
      } else if (!wanted) {
        running?.abort();
        running = undefined;
      }
    },
  };
}

async function* changesOf(response: Response, watch: Watch): AsyncGenerator<Change> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await watch(reader.read());
    if (done) return;
    const events = (text + value).split(/\r?\n\r?\n/);
    text = events.pop()!;
    for (const event of events) {
      const change = changeOf(event);
      if (change) yield change;
    }
  }
}

/** A heartbeat is a comment, without data; a word we do not know is from a newer server. */
function changeOf(event: string): Change | undefined {
  const rows = event.match(/^data:.*/gm) ?? [];
  try {
    const change: Partial<Change> | null = JSON.parse(rows.map((row) => row.slice(5)).join('\n'));
    return change?.id && change.topic ? (change as Change) : undefined;
  } catch {
    return undefined; // not ours; the next one may be
  }
}

type Watch = <T>(coming: Promise<T>) => Promise<T>;

/** Hangs up when nothing comes for too long: a dead connection looks like a quiet one. */
function watched(line: AbortController, stop: AbortSignal): Watch {
  return (coming) => {
    const came = new AbortController();
    void pause(SILENCE, AbortSignal.any([stop, came.signal])).then(
      () => line.abort(),
      () => {},
    );
    return coming.finally(() => came.abort());
  };
}
