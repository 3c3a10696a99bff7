import type { Dice } from '../data/dice.ts';

export interface Line {
  fetch: typeof globalThis.fetch;
  fails: boolean;
  faults: number;
  /** Requests that the backend is at work on. */
  working: number;
  /** Cuts every stream, as the death of a server does. */
  hangUp(): void;
}

/**
 * Requests that never arrive, answers that are lost after all was done, a server that is down,
 * waits, and streams that are cut with a hint on its way.
 */
export function aLine(ask: (request: Request) => Promise<Response>, { roll, between }: Dice): Line {
  const lost = () => new TypeError('Failed to fetch');
  const streams = new Set<TransformStreamDefaultController<Uint8Array>>();
  const line: Line = {
    ...{ fails: true, faults: 0, working: 0 },
    hangUp() {
      for (const stream of streams) stream.error(lost());
      streams.clear();
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      const { signal } = request;
      const work = async () => {
        signal.throwIfAborted();
        const fate = line.fails ? roll() : 1;
        if (fate < 0.5) line.faults += 1;
        if (fate < 0.15) throw lost();
        if (fate < 0.2) return new Response('', { status: 503 });
        if (fate < 0.3) await pause(between(1, 5) * 400);
        line.working += 1;
        const answer = await ask(request).finally(() => (line.working -= 1));
        if (fate >= 0.3 && fate < 0.42) throw lost();
        if (fate >= 0.42 && fate < 0.5) await pause(between(1, 5) * 400);
        return isStream(answer) ? frail(answer, signal) : answer;
      };
      return Promise.race([work(), aborted(signal)]);
    },
  };
  return line;

  /** One in three hints is lost, and with it the line. */
  function frail(answer: Response, signal: AbortSignal): Response {
    const body = answer.body!.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        start: (stream) => void streams.add(stream),
        transform(chunk, stream) {
          if (!line.fails || roll() >= 0.33) return stream.enqueue(chunk);
          line.faults += 1;
          streams.delete(stream);
          stream.error(lost());
        },
      }),
      { signal },
    );
    return new Response(body, answer);
  }
}

const isStream = ({ ok, headers }: Response): boolean =>
  ok && headers.get('content-type') === 'text/event-stream';

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });
