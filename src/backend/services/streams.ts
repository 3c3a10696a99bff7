import { Change } from '../../contract/stream.ts';
import type { Bus, Log, Platform, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Caller } from './callers.ts';
import type { Sessions } from './sessions.ts';
import { customerTopic, orderTopic, sessionTopic } from './topics.ts';

const HEARTBEAT = 20_000;
const STREAMS_A_SESSION = 10;
/** A reader that lets so much pile up has gone or sleeps: it starts again and reads anew. */
const MOST_WAITING = 100;
/** How long a reader waits before it comes back, in ms. */
const RETRY = 2_000;

export interface Streams {
  open(
    shop: Shop,
    caller: Caller,
  ): Promise<ReadableStream<Uint8Array> | Refusal<'too_many_requests' | 'unavailable'>>;
  /** Ends all and opens no more: the process stops. */
  close(): void;
}

interface Ports {
  platform: Platform;
  bus: Bus;
  sessions: Sessions;
  log: Log;
}

/** Server-sent events of what changes for a session: ids only. */
export function createStreams({ platform, bus, sessions, log }: Ports): Streams {
  const openBySession = new Map<string, Set<() => void>>();
  let isOver = false;
  return {
    async open(shop, caller) {
      const topics = await topicsOf(shop, caller);
      // who asks on a connection kept from before would hold up the stop
      if (isOver) return refuse('unavailable', { retryAfter: RETRY / 1000 });
      const siblings = openBySession.get(caller.session) ?? new Set();
      if (siblings.size >= STREAMS_A_SESSION)
        return refuse('too_many_requests', { retryAfter: HEARTBEAT / 1000 });
      let leave: () => void = () => undefined;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const attended = attend(caller, topics, controller, () => {
              siblings.delete(attended.end);
              if (siblings.size === 0) openBySession.delete(caller.session);
            });
            leave = attended.leave;
            openBySession.set(caller.session, siblings.add(attended.end));
          },
          cancel: () => leave(),
        },
        { highWaterMark: MOST_WAITING },
      );
    },
    close() {
      isOver = true;
      for (const streams of openBySession.values()) for (const end of [...streams]) end();
    },
  };

  /** What this caller may hear of. */
  async function topicsOf(shop: Shop, caller: Caller): Promise<string[]> {
    if (caller.kind === 'guest') return [orderTopic(shop.id, caller.order.id)];
    const { customer, provenEmail: email } = caller;
    const beyond =
      email === undefined ? [] : await platform.ordersBeyond(shop, customer, { email });
    return [customerTopic(shop.id, customer), ...beyond.map((id) => orderTopic(shop.id, id))];
  }

  /** Writes to one reader until it leaves or we end it. */
  function attend(
    caller: Caller,
    topics: readonly string[],
    controller: ReadableStreamDefaultController<Uint8Array>,
    afterwards: () => void,
  ): { leave(): void; end(): void } {
    const utf8 = new TextEncoder();
    let isOpen = true;
    const write = (text: string): void => {
      if (!isOpen) return;
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(utf8.encode(text));
    };
    const tell = (message: unknown): void => {
      const change = Change.safeParse(message);
      if (!change.success) return log.error('bus_message_unknown', change.error);
      write(`event: change\ndata: ${JSON.stringify(change.data)}\n\n`);
      if (change.data.topic === 'session') end();
    };
    const sessionOver = { topic: 'session', id: caller.session };
    const beat = async (): Promise<void> => {
      // the row is the truth: a sign-out elsewhere may not have been told
      if (await sessions.isLive(caller)) write(': still here\n\n');
      else tell(sessionOver);
    };
    const heartbeat = setInterval(() => {
      beat().catch((error: unknown) => {
        log.error('stream_failed', error);
        end();
      });
    }, HEARTBEAT);
    const { shop, session } = caller;
    const release = [
      ...topics.map((topic) => bus.subscribe(topic, tell)),
      bus.subscribe(sessionTopic(shop, session), tell),
      bus.onGap(() => end()),
    ];
    function leave(): void {
      isOpen = false;
      clearInterval(heartbeat);
      for (const unsubscribe of release) unsubscribe();
      afterwards();
    }
    function end(): void {
      if (!isOpen) return;
      leave();
      controller.close();
    }
    write(`retry: ${RETRY}\n: welcome\n\n`);
    return { leave, end };
  }
}
