import type { Dice } from '../data/dice.ts';
import { inHalves } from './halves.ts';

export interface Line {
  fetch: typeof globalThis.fetch;
  fails: boolean;
  faults: number;
  /** Requests that the backend is at work on. */
  working: number;
  /** Every file that the backend has said to have, whether or not that was heard. */
  readonly uploads: Set<string>;
  /** Cuts every stream, as the death of a server does. */
  hangUp(): void;
}

/**
 * Requests that never arrive, or stop in their middle, answers that are lost after all was done, a
 * server that is down, waits, also in the middle of what is sent, and streams that are cut with a hint
 * on its way.
 */
export function aLine(ask: (request: Request) => Promise<Response>, { roll, between }: Dice): Line {
  const lost = () => new TypeError('Failed to fetch');
  const streams = new Set<TransformStreamDefaultController<Uint8Array>>();
  const line: Line = {
    ...{ fails: true, faults: 0, working: 0, uploads: new Set() },
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
        const stall = () => pause(between(1, 5) * 400);
        if (fate < 0.5) line.faults += 1;
        if (fate < 0.07) throw lost();
        if (fate < 0.15) {
          if (request.body) await served(await inHalves(request, () => Promise.reject(lost())));
          throw lost();
        }
        if (fate < 0.2) return new Response('', { status: 503 });
        const isSlow = fate < 0.3;
        if (isSlow && !request.body) await stall();
        const answer = await served(isSlow && request.body ? await slow(request, stall) : request);
        if (fate >= 0.3 && fate < 0.42) throw lost();
        if (fate >= 0.42 && fate < 0.5) await stall();
        return isStream(answer) ? frail(answer, signal) : answer;
      };
      return Promise.race([work(), aborted(signal)]);
    },
  };
  return line;

  async function served(request: Request): Promise<Response> {
    line.working += 1;
    const answer = await ask(request).finally(() => (line.working -= 1));
    if (answer.status === 201 && new URL(request.url).pathname.endsWith('/uploads'))
      line.uploads.add((await answer.clone().json()).id);
    return answer;
  }

  /** It stops half-way, and goes on or ends there as whoever sends it does. */
  function slow(request: Request, stall: () => Promise<void>): Promise<Request> {
    return inHalves(request, async () => {
      line.working -= 1;
      await Promise.race([stall(), aborted(request.signal)]).finally(() => (line.working += 1));
    });
  }

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
