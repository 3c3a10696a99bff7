import type { Desk } from '../../../src/contract/desk.ts';
import type { Conversation, Message, MessageRequest } from '../../../src/contract/conversations.ts';
import type { EventRemoval, KnownEvent, KnownEvents } from '../../../src/contract/events.ts';
import type { CustomerDetails } from '../../../src/contract/customers.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { PaymentMethod } from '../../../src/contract/payment-methods.ts';
import type { Product } from '../../../src/contract/products.ts';
import type { Quote, Receipt } from '../../../src/contract/quotes.ts';
import { problems, type ProblemCode } from '../../../src/contract/problems.ts';
import type { Recommendation } from '../../../src/contract/recommendations.ts';
import type { Report } from '../../../src/contract/reports.ts';
import type { Reorder } from '../../../src/contract/reorder.ts';
import type { Return } from '../../../src/contract/returns.ts';
import type { Session, SessionEntry } from '../../../src/contract/session.ts';
import { aCustomer, aGuest, aQuote, aShop, fromNow, summaryOf, trackingOf } from './an-order.ts';
import { aReturn } from './a-return.ts';
import { fileRequests } from '../../builders/file-request.ts';
import { FakeWishlists } from './fake-wishlists.ts';
import { aMessage, aTalk, pageOf } from './a-talk.ts';

/** What a refusal of one request looks like; put one in and the next such request gets it. */
export interface Refusal {
  code: ProblemCode;
  triesLeft?: number;
  retryAfter?: number;
}

/** A backend in a few lines, in place of `fetch`, and the record of what it was asked. */
export class FakeBackend {
  shop: Desk = aShop();
  session: Session = { kind: 'anonymous' };
  orders: Order[] = [];
  pageSize = 20;
  /** By how much this device's clock is behind that of the server, in hours. */
  behind = 0;
  /** Sends links in place of codes. */
  sendsLinks = false;
  /** By method and path, as in `POST /identity/lookups`. */
  refuse: Record<string, Refusal> = {};
  /** Where the shopper is signed in. */
  sessions: SessionEntry[] = [];
  customer: CustomerDetails = { id: 'mara', firstName: 'Mara', lastName: 'Kern' };
  methods: PaymentMethod[] = [];
  products: Product[] = [];
  readonly wishlists = new FakeWishlists();
  /** What is recommended, at each placement. */
  recommended: Partial<Record<string, Recommendation[]>> = {};
  /** What is kept of what the shopper did; older pages hold one more each. */
  known: KnownEvent[] = [];
  older: KnownEvent[] = [];
  /** What every change comes to. */
  quote: Quote = aQuote();
  /** Where a quote depends on what is wished for. */
  quoteFor: ((wish: unknown) => Quote) | undefined;
  /** What was uploaded, by its id. */
  readonly pictures = new Map<string, Blob>();
  /** What of an order there is to buy again. */
  reorder: Reorder = { lines: [], gone: [] };
  /** What is said in the one conversation, `talk-1`. */
  said: Message[] = [];
  talk: Partial<Conversation> = {};
  returns: Return[] = [];
  /** What comes of a return that is asked for. */
  returned: Partial<Return> = {};
  /** What an order is once it was changed. */
  changed: Partial<Order> = {};
  /** What the shop itself answers with, by path. */
  texts: Record<string, string> = {};
  /** Paths that are not answered, until they are let go. */
  hold = new Set<string>();
  readonly #held = new Map<string, (() => void)[]>();
  readonly asked: { what: string; body: unknown; search: URLSearchParams; token?: string }[] = [];
  /** How much of a file has gone before there is an answer, 0 to 1. */
  gone = 1;
  readonly #real = { fetch: globalThis.fetch, XMLHttpRequest: globalThis.XMLHttpRequest };

  start(): void {
    // Firefox does not tell of a request whether it has a body
    const answer: typeof fetch = (input, init) =>
      this.#answer(new Request(input, init), !!init?.body);
    const XMLHttpRequest = fileRequests(
      () => answer,
      () => this.gone,
    );
    Object.assign(globalThis, { fetch: answer, XMLHttpRequest });
  }
  stop(): void {
    Object.assign(globalThis, this.#real);
  }

  /** Answers what was held, and holds it no more. */
  letGo(what: string): void {
    this.hold.delete(what);
    for (const go of this.#held.get(what) ?? []) go();
    this.#held.delete(what);
  }

  timesAsked(what: string): number {
    return this.asked.filter((one) => one.what === what).length;
  }

  async #answer(request: Request, hasBody: boolean): Promise<Response> {
    const { pathname, searchParams: search } = new URL(request.url);
    const path = pathname.replace(/^.*\/v1/, '');
    const what = `${request.method} ${path}`;
    const isFile = path === '/uploads';
    const body: unknown = hasBody ? await (isFile ? request.blob() : request.json()) : undefined;
    const token = request.headers.get('authorization')?.replace('Bearer ', '');
    this.asked.push({ what, body, search, ...(token && { token }) });
    if (path in this.texts) return new Response(this.texts[path]);
    const refusal = this.refuse[what];
    if (refusal) return refused(refusal);
    if (this.hold.has(what))
      await new Promise<void>((go) => this.#held.set(what, [...(this.#held.get(what) ?? []), go]));
    return this.#routes(what, path, body, search);
  }

  #routes(what: string, path: string, body: unknown, search: URLSearchParams): Response {
    if (what === 'GET /desk') return json(this.shop);
    if (what === 'POST /session/refresh') return json(this.session);
    if (what === 'DELETE /session') return this.#signOut();
    if (what === 'POST /identity/challenges')
      return json(
        { ...aChallenge(body, this.behind), ...(this.sendsLinks && { link: true }) },
        202,
      );
    if (what === 'POST /identity/challenges/challenge-1/answer') return this.#signIn();
    if (what === 'POST /identity/lookups') return this.#lookUp(body as { number: string });
    if (what === 'POST /identity/assertions') return this.#believe(body as { jwt: string });
    if (what === 'GET /sessions') return json({ items: this.sessions });
    if (what === 'DELETE /sessions') return this.#signOut();
    const [, other] = /^DELETE \/sessions\/(.+)$/.exec(what) ?? [];
    if (other) {
      this.sessions = this.sessions.filter(({ id }) => id !== other);
      return new Response(null, { status: 204 });
    }
    if (what === 'POST /uploads') return this.#takePicture(body as Blob);
    const picture = this.pictures.get(/^GET \/uploads\/(.+)$/.exec(what)?.[1] ?? '');
    if (picture) return new Response(picture);
    if (what === 'GET /customer') return json(this.customer);
    if (what === 'PATCH /customer') return this.#move(body as Pick<CustomerDetails, 'address'>);
    if (what === 'GET /customer/payment-methods') return json({ items: this.methods });
    if (what === 'GET /products')
      return this.#shelf(search.get('q') ?? '', Number(search.get('cursor')));
    const product = this.products.find(({ id }) => what === `GET /products/${id}`);
    if (product) return json(product);
    if (what === 'GET /recommendations') {
      const not = search.get('not')!.split(',');
      const items = this.recommended[search.get('placement')!] ?? [];
      return json({ items: items.filter(({ product: { id } }) => !not.includes(id)) });
    }
    if (path.startsWith('/recommendations/dismissals')) return json(body ?? {}, 201);
    if (path.startsWith('/events/')) return this.#known(body as KnownAsked);
    const wished = this.wishlists.answer(what, body, search, this.products);
    if (wished !== undefined) return wished ? json(wished) : new Response(null, { status: 204 });
    if (path.startsWith('/conversations')) return this.#talk(what, body, search);
    if (/^POST .*\/quote$/.test(what)) return json(this.quoteFor?.(body) ?? this.quote);
    const [, from] = /^POST \/orders\/([^/]+)\/returns$/.exec(what) ?? [];
    if (from) return this.#takeBack(from);
    const [, wrong] = /^POST \/orders\/([^/]+)\/reports$/.exec(what) ?? [];
    if (wrong) return this.#report(wrong, body as Report);
    const [, again] = /^POST \/returns\/([^/]+)\/outcomes$/.exec(what) ?? [];
    if (again) return this.#takeBack(this.returns[0]?.order ?? again);
    const [, back, part] = /^\/returns\/([^/]+)(\/\w+)?$/.exec(path) ?? [];
    if (back) return this.#return(back, part);
    const [, changed, kind] = /^POST \/orders\/([^/]+)\/(cancellation|edits)$/.exec(what) ?? [];
    if (changed) return this.#change(changed, kind === 'edits' ? 'edit' : 'cancellation');
    if (/^POST .*\/undo$/.test(what)) return this.#undo();
    if (/^GET .*\/reorder$/.test(what)) return json(this.reorder);
    if (what === 'GET /orders') return this.#list(search);
    const [, id, tracking] = /^\/orders\/([^/]+)(\/tracking)?$/.exec(path) ?? [];
    const order = this.orders.find((one) => one.id === id);
    if (!order) return refused({ code: 'not_found' });
    return json(tracking ? trackingOf(order) : order);
  }

  /** A page of what is kept, or what is left of it. */
  #known({ remove, cursor }: KnownAsked): Response {
    if (!remove) {
      const from = Number(cursor ?? -1) + 1;
      const items = cursor ? this.older.slice(from - 1, from) : this.known;
      const counts = countedBy([...this.known, ...this.older]);
      return json({ items, counts, ...(this.older[from] && { next: String(from) }) });
    }
    const { known, older } = this;
    const stays = ({ id, type }: KnownEvent) =>
      remove !== 'all' && ('id' in remove ? remove.id !== id : remove.type !== type);
    [this.known, this.older] = [known.filter(stays), older.filter(stays)];
    const left = this.known.length + this.older.length;
    return json({ removed: known.length + older.length - left });
  }

  #takePicture(file: Blob): Response {
    const { type, size } = file;
    const id = `picture-${this.pictures.size + 1}`;
    this.pictures.set(id, file);
    return json({ id, type, size }, 201);
  }

  #shelf(words: string, from: number): Response {
    const items = this.products
      .filter(({ name }) => name.toLowerCase().includes(words))
      .map(({ variants: [first], ...product }) => ({ ...product, from: first!.price }));
    const next = from + this.pageSize;
    const page = { items: items.slice(from, next) };
    return json(next < items.length ? { ...page, next: String(next) } : page);
  }

  #move(body: Pick<CustomerDetails, 'address'>): Response {
    this.customer = { ...this.customer, ...body };
    return json(this.customer);
  }

  #change(id: string, kind: Receipt['kind']): Response {
    const { sums, total, moves } = this.quote;
    const receipt: Receipt = {
      ...{ id: 'receipt-1', order: id, kind, at: fromNow(0), by: 'customer', state: 'done' },
      ...{ sums, total, moves, undoUntil: fromNow(0, 1) },
    };
    this.orders = this.orders.map((order) =>
      order.id === id ? { ...order, ...this.changed, receipts: [receipt] } : order,
    );
    return json(receipt);
  }

  #takeBack(id: string): Response {
    const { sums, total, moves } = this.quote;
    this.returns = [aReturn({ order: id, ...this.returned })];
    const receipt: Receipt = {
      ...{ id: 'receipt-1', order: id, kind: 'return', at: fromNow(0), by: 'customer' },
      ...{ state: 'done', sums, total, moves, return: 'return-1' },
    };
    return json(receipt);
  }

  /** Settled, or kept for the shop’s people as its quote says. */
  #report(id: string, body: Report): Response {
    const { sums, total, moves, review } = this.quoteFor?.(body) ?? this.quote;
    const { kind, lines = [], resolution } = body;
    const receipt: Receipt = {
      ...{ id: 'receipt-1', order: id, kind: 'report', at: fromNow(0), by: 'customer' },
      ...{ state: review ? 'in_review' : 'done', sums, total, moves },
      report: { kind, lines, ...(resolution && { resolution }) },
    };
    this.orders = this.orders.map((order) =>
      order.id === id ? { ...order, ...this.changed, receipts: [receipt] } : order,
    );
    return json(receipt);
  }

  #return(id: string, part: string | undefined): Response {
    const found = this.returns.find((one) => one.id === id);
    if (!found) return refused({ code: 'not_found' });
    if (part === '/label') return json({ pdf: btoa('%PDF-1.4') });
    if (!part) return json(found);
    const cancelled: Return = { ...found, state: 'cancelled', cancelable: false, moves: [] };
    this.returns = [cancelled];
    return json(cancelled);
  }

  #undo(): Response {
    const [receipt] = this.orders.flatMap(({ receipts = [] }) => receipts);
    if (!receipt) return refused({ code: 'not_found' });
    const undone: Receipt = { ...receipt, state: 'undone' };
    this.orders = this.orders.map((order) => ({ ...order, receipts: [undone] }));
    return json(undone);
  }

  #signOut(): Response {
    this.session = { kind: 'anonymous' };
    return new Response(null, { status: 204 });
  }

  #believe({ jwt }: { jwt: string }): Response {
    const { sub } = JSON.parse(atob(jwt.split('.')[1]!)) as { sub: string };
    const session = aCustomer();
    const customer = { ...session.customer, id: sub };
    this.session = { ...session, token: `token-of-${sub}`, subject: sub, customer };
    return json(this.session);
  }

  #signIn(): Response {
    this.session = aCustomer();
    return json(this.session);
  }

  #lookUp(body: { number: string; email?: string }): Response {
    if (this.shop.capabilities.guestTracking?.mode === 'code')
      return json(aChallenge(body, this.behind), 202);
    const order = this.orders.find(({ number }) => number === body.number);
    if (!order) return refused({ code: 'order_not_found' });
    this.session = aGuest(order);
    return json(this.session);
  }

  #talk(what: string, body: unknown, search: URLSearchParams): Response {
    const conversation = aTalk(this.said, this.talk);
    if (what === 'GET /conversations')
      return json({ items: this.said.length ? [conversation] : [], answering: { open: true } });
    if (what === 'POST /conversations') return json(conversation);
    if (/\/(marks|typing)$/.test(what)) return new Response(null, { status: 204 });
    if (what.startsWith('GET')) return json({ items: pageOf(this.said, search), conversation });
    if (what.endsWith('/rating')) this.talk = { ...this.talk, ...(body as { rating: number }) };
    if (what.endsWith('/mail')) this.talk = { ...this.talk, mailed: true };
    if (!what.endsWith('/messages')) return json(aTalk(this.said, this.talk));
    const { client, text, photos, documents = [], names = [] } = body as MessageRequest;
    const known = this.said.find((one) => one.client === client);
    const message =
      known ??
      aMessage(this.said.length + 1, {
        client,
        text,
        ...(photos && { photos }),
        ...(documents.length && {
          documents: documents.map((id, nth) => ({ id, name: names[nth] ?? '', size: 120_000 })),
        }),
      });
    if (!known) this.said.push(message);
    return json(message);
  }

  #list(search: URLSearchParams): Response {
    const year = search.get('year');
    const active = search.get('filter') === 'active';
    const from = Number(search.get('cursor') ?? 0);
    const all = this.orders
      .filter(({ placedAt }) => !year || placedAt.startsWith(year))
      .filter(({ progress }) => !active || progress.status === 'shipped');
    const items = all.slice(from, from + this.pageSize).map(summaryOf);
    const next = from + this.pageSize < all.length ? String(from + this.pageSize) : undefined;
    const years = [...new Set(this.orders.map(({ placedAt }) => Number(placedAt.slice(0, 4))))];
    return json({ items, ...(next && { next }), years: years.sort((a, b) => b - a) });
  }
}

type KnownAsked = { remove?: EventRemoval['remove']; cursor?: string };

function countedBy(events: readonly KnownEvent[]): KnownEvents['counts'] {
  const counts = new Map<KnownEvent['type'], number>();
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count }));
}

/** By the server's clock: `behind` is how far this device's is behind it, in hours. */
const aChallenge = (body: unknown, behind: number) => ({
  id: 'challenge-1',
  channel: 'email',
  to: (body as { email?: string }).email ?? 'm•••@k•••.example',
  expiresAt: fromNow(0, behind + 1 / 6),
  resendAt: fromNow(0, behind + 1 / 120),
  codeLength: 6,
});

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

function refused({ code, ...more }: Refusal): Response {
  const [status, detail] = problems[code];
  const type = `urn:front-desk:problem:${code}`;
  return new Response(JSON.stringify({ type, title: code, status, code, detail, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
