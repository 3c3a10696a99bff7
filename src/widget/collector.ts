import { countedRooms, MOST_EVENTS } from '../contract/event-names.ts';
import { isConsent, objects, type Consent } from './host/consent.ts';
import { consentTool, type ConsentTool } from './host/consent-tools.ts';
import type { FdOpenEvent } from './elements/events.ts';
import type { CartLines } from './cart/cart-events.ts';
import { createKeptList } from './host/kept-list.ts';
import { createEventQueue, type WaitingEvent } from './host/event-queue.ts';
import type { ToldEvent } from './config.ts';
import { randomId } from './host/random-id.ts';
import { createVisitors, deskName } from './host/visitors.ts';
import type { Collected } from './loader/load.ts';

/** Until so much time has passed, in ms, or so many are waiting: then they are sent. */
const WAIT = 5_000;
const ENOUGH = 20;
const rooms: ReadonlySet<string> = new Set(countedRooms);
const MOST_TOLD = 50;
const WEEK = 7 * 24 * 60 * 60;

/**
 * Sends what the shopper does, as long as they agree. Before that what is told stays in the page's
 * memory; nothing is stored and nothing leaves.
 */
export function mount(page: Collected, event: ToldEvent | undefined): void {
  if (page.isCollecting) return page.track(event);
  page.isCollecting = true;
  let told: ToldEvent[] = [];
  const said = (name: string) => page.getAttribute(name) ?? '';
  const api = said('api').replace(/\/+$/, '');
  const shop = said('shop');
  const desk = deskName(api, shop);
  const queue = createEventQueue(desk);
  const visitors = createVisitors(desk);
  const answers = createKeptList<'yes' | 'no'>(`${desk}:consent`);
  const life = new AbortController();
  let tool: { name: string; says: ConsentTool | undefined } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let refused: string | undefined;
  let room: string | undefined;

  function consent(): Consent | undefined {
    const [answer] = answers.read();
    // a no of theirs counts whatever the shop says
    if (objects() || page.gone || answer === 'no') return undefined;
    const asked = said('consent');
    if (asked === 'ask') return answer && 'personalization';
    if (isConsent(asked)) return asked;
    return tool?.name === asked ? tool.says?.() : undefined;
  }

  async function look(): Promise<void> {
    const asked = said('consent');
    if (asked && !isConsent(asked) && tool?.name !== asked) {
      tool = { name: asked, says: consentTool(asked) };
    }
    if (!consent()) {
      // what is done after a no is never told, even after a later yes
      told = answers.read()[0] === 'no' ? [] : told.slice(-MOST_TOLD);
      // a tool of the shop may not have its answer yet
      if (tool?.name !== asked) queue.clear();
      return;
    }
    for (const event of told.splice(0)) {
      const visitor = visitors.today();
      queue.add({ id: randomId(), at: Date.now(), visitor, event });
    }
    const { length } = queue.read();
    if (length >= ENOUGH) void flush();
    else if (length) timer ??= setTimeout(() => void flush(), WAIT);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const agreed = consent();
    // taken back: what has not been sent will not be
    if (!agreed) return queue.clear();
    const [first, ...others] = queue.read();
    if (sending || !first) return;
    const { visitor } = first;
    const batch = [first, ...others.filter((one) => one.visitor === visitor)].slice(0, MOST_EVENTS);
    sending = true;
    const isOver = await send(batch, agreed);
    sending = false;
    if (!isOver) return;
    queue.drop(batch);
    if (others.length >= batch.length) void flush();
  }

  /** True once they are kept, or will never be. */
  async function send(batch: readonly WaitingEvent[], agreed: Consent): Promise<boolean> {
    const token = agreed === 'personalization' ? page.panel?.token?.() : undefined;
    const isKnown = token !== undefined && token !== refused;
    try {
      const { status } = await fetch(`${api}/v1/events${shop && `?shop=${shop}`}`, {
        method: 'POST',
        // it goes on when the page has gone
        keepalive: true,
        credentials: 'omit',
        headers: {
          'content-type': 'application/json',
          ...(isKnown && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({
          visitor: batch[0]!.visitor,
          consent: isKnown ? agreed : 'analytics',
          events: batch.map(({ id, at, event }) => ({
            ...event,
            id,
            secondsAgo: secondsSince(at),
          })),
        }),
      });
      if (status === 401) refused = token;
      return status < 500 && status !== 401 && status !== 429;
    } catch {
      return false;
    }
  }

  const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
    target.addEventListener(type, act, { signal: life.signal });
  page.track = (event) => {
    if (event?.type === 'room_opened') {
      if (event.room === room || !rooms.has(event.room)) return;
      ({ room } = event);
    }
    if (event) told.push(event);
    void look();
  };
  page.signals = {
    get answer() {
      if (objects()) return undefined;
      const [answer] = answers.read();
      if (answer === 'no' || consent()) return answer ?? 'yes';
      return said('consent') === 'ask' ? 'open' : undefined;
    },
    get personal() {
      return consent() === 'personalization';
    },
    say(agrees) {
      answers.write([agrees ? 'yes' : 'no']);
      if (!agrees) queue.clear();
      void look();
    },
    visitors: visitors.all,
    forget() {
      visitors.forget();
      queue.clear();
    },
  };
  on(page, 'fd-open', (event) => {
    page.track({ type: 'room_opened', room: (event as FdOpenEvent).room });
  });
  on(page, 'fd-close', () => (room = undefined));
  on(page, 'fd-cart-added', (event) => {
    const { lines } = (event as CustomEvent<CartLines>).detail;
    for (const { product, variant, quantity } of lines)
      page.track({ type: 'cart_added', product, variant, quantity });
  });
  on(document, 'visibilitychange', () => {
    if (page.gone) life.abort();
    else if (document.hidden) void look().then(flush);
  });
  on(window, 'online', () => void look());
  page.track(event);
}

const secondsSince = (at: number): number =>
  Math.min(WEEK, Math.max(0, Math.round((Date.now() - at) / 1000)));
