import type { BackendPorts, Platform, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Caller } from './callers.ts';
import type { StaffCaller, StaffCallers } from './staff-callers.ts';
import type { SessionCallers } from './session-callers.ts';
import { createPlaces } from './places.ts';
import { bytesOf, createStreamEvents } from './stream-events.ts';
import { conversationsTopic, customerTopic, orderTopic, sessionTopic } from './topics.ts';

const HEARTBEAT = 20_000;
const STREAMS_A_SESSION = 10;
/** Many shoppers may share one address; a whole process holds some ten kB for each reader. */
const generous = { perNetwork: 500, total: 5_000 };
/** When a place may have become free, in seconds. */
const FULL = 20;
/** A reader that lets so much pile up has gone or sleeps: it starts again and reads anew. */
const MOST_WAITING = 100;
/** How long a reader waits before it comes back, in ms. */
const RETRY = 2_000;
const welcome = bytesOf(`retry: ${RETRY}\n: welcome\n\n`);
const stillHere = bytesOf(': still here\n\n');

export interface Streams {
  open(
    shop: Shop,
    caller: Caller | StaffCaller,
    network: string,
  ): Promise<ReadableStream<Uint8Array> | Refusal<'too_many_requests' | 'unavailable'>>;
  /** Ends all and opens no more: the process stops. */
  close(): void;
}

type Ports = Pick<BackendPorts, 'bus' | 'log' | 'streamLimits' | 'meter'> & {
  platform: Platform;
  shoppers: SessionCallers;
  staff: StaffCallers;
};

/** Server-sent events of what changes for a session: ids only. */
export function createStreams(ports: Ports): Streams {
  const { platform, bus, shoppers, staff, log, meter, ...limits } = ports;
  const most = limits.streamLimits ?? generous;
  const places = createPlaces((count) => meter?.streamsOpen(count));
  const openBySession = new Map<string, Set<() => void>>();
  const eventOf = createStreamEvents((error) => log.error('bus_message_unknown', error));
  let isOver = false;
  return {
    async open(shop, caller, network) {
      const topics = await topicsOf(shop, caller);
      // who asks on a connection kept from before would hold up the stop
      if (isOver) return refuse('unavailable', { retryAfter: RETRY / 1000 });
      const siblings = openBySession.get(caller.session) ?? new Set();
      if (siblings.size >= STREAMS_A_SESSION)
        return refuse('too_many_requests', { retryAfter: FULL });
      if (places.of(network) >= most.perNetwork)
        return refuse('too_many_requests', { retryAfter: FULL });
      if (places.all() >= most.total) return refuse('unavailable', { retryAfter: FULL });
      let leave: () => void = () => undefined;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const giveBack = places.take(network);
            const attended = attend(caller, topics, controller, () => {
              giveBack();
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

  function isLive(caller: Caller | StaffCaller): Promise<boolean> {
    return caller.kind === 'staff' ? staff.isLive(caller) : shoppers.isLive(caller);
  }

  /** What this caller may hear of. */
  async function topicsOf(shop: Shop, caller: Caller | StaffCaller): Promise<string[]> {
    if (caller.kind === 'staff') return [conversationsTopic(shop.id)];
    // what is told a session reaches each of its readers anyway
    if (caller.kind === 'visitor') return [];
    if (caller.kind === 'guest') return [orderTopic(shop.id, caller.order.id)];
    const { customer, provenEmail: email } = caller;
    const beyond =
      email === undefined ? [] : await platform.ordersBeyond(shop, customer, { email });
    return [customerTopic(shop.id, customer), ...beyond.map((id) => orderTopic(shop.id, id))];
  }

  /** Writes to one reader until it leaves or we end it. */
  function attend(
    caller: Caller | StaffCaller,
    topics: readonly string[],
    controller: ReadableStreamDefaultController<Uint8Array>,
    afterwards: () => void,
  ): { leave(): void; end(): void } {
    let isOpen = true;
    const write = (bytes: Uint8Array): void => {
      if (!isOpen) return;
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(bytes);
    };
    const tell = (message: unknown): void => {
      const told = eventOf(message);
      if (!told) return;
      write(told.bytes);
      if (told.isEnd) end();
    };
    const sessionOver = { topic: 'session', id: caller.session };
    const beat = async (): Promise<void> => {
      // the row is the truth: a sign-out elsewhere may not have been told
      if (await isLive(caller)) write(stillHere);
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
    write(welcome);
    return { leave, end };
  }
}
