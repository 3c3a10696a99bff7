import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { folderOf, readJson } from '../data/source.ts';

type Resource = Record<string, unknown> & { id: string };
export interface StripeAnswer {
  status: number;
  /** A text is sent as it is. */
  body: object | string;
}
export interface StripeRequest {
  method: string;
  path: string;
  body: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** Stripe as its own fixtures show it, over real HTTP: it keeps keys, payments and refunds. */
export interface StripeServer {
  url: URL;
  requests: StripeRequest[];
  /**
   * How the next request is answered in spite of all; `hang`: never; `cut`: it is done, and the line
   * breaks.
   */
  next(answer: StripeAnswer | 'hang' | 'cut'): void;
  /** Pending refunds come to their end; what would be posted of them. */
  settle(): string[];
  /** An event around a resource. */
  event(type: string, object: object): string;
  close(): Promise<void>;
}

export const stripeFixtures = folderOf('stripe-fixtures');

export const stripeError = (
  status: number,
  type: string,
  more: { code?: string; decline_code?: string; param?: string } = {},
): StripeAnswer => ({
  status,
  body: { error: { type, message: 'Quotes card 4242424242424242 of mara@kern.eu', ...more } },
});

const PAID = 10_000;
const wayOf = (id: string) => id.split('_').at(-1) ?? '';

export async function aStripeServer(folder: string): Promise<StripeServer> {
  const { resources } = readJson(folder, 'fixtures3.json') as {
    resources: Record<string, Resource>;
  };
  const like = (name: string, change: Partial<Resource>): Resource =>
    structuredClone({ ...resources[name], ...change }) as Resource;
  const intents = new Map<string, Resource>();
  const refunds = new Map<string, Resource>();
  const keys = new Map<string, { asked: string; answer: StripeAnswer }>();
  const hung = new Set<string>();
  const requests: StripeRequest[] = [];
  let forced: StripeAnswer | 'hang' | 'cut' | undefined;
  for (const way of ['plain', 'later'])
    intents.set(
      `pi_${way}`,
      like('payment_intent', {
        ...{ id: `pi_${way}`, status: 'succeeded', amount: PAID, amount_received: PAID },
        ...{ currency: 'eur', customer: 'cus_1', payment_method: 'pm_plain' },
      }),
    );

  const missing = (param: string) =>
    stripeError(404, 'invalid_request_error', { code: 'resource_missing', param });
  const found = (resource: Resource | undefined, param: string): StripeAnswer =>
    resource ? { status: 200, body: resource } : missing(param);
  const listed = (all: Map<string, Resource>, field: string, value: string): StripeAnswer => ({
    status: 200,
    body: {
      ...{ object: 'list', has_more: false, url: '/v1' },
      data: [...all.values()].filter((each) => each[field] === value),
    },
  });

  function perform({ method, path, body }: StripeRequest): StripeAnswer {
    const { pathname, searchParams } = new URL(path, 'http://stripe');
    const [noun = '', id, act] = pathname.replace('/v1/', '').split('/');
    const query = (name: string) => searchParams.get(name) ?? '';
    const isNew = method === 'POST' && id === undefined;
    if (noun === 'payment_methods')
      return id === 'pm_unknown'
        ? missing('payment_method')
        : { status: 200, body: like('payment_method', { id: id!, customer: 'cus_1' }) };
    if (noun === 'payment_intents' && isNew) return pay(body);
    if (noun === 'payment_intents' && id === undefined)
      return listed(intents, 'customer', query('customer'));
    if (noun === 'payment_intents' && act === undefined) return found(intents.get(id!), 'intent');
    if (noun === 'payment_intents') return close(id!, act!, body);
    if (isNew) return refund(body);
    if (id === undefined) return listed(refunds, 'payment_intent', query('payment_intent'));
    return found(refunds.get(id), 'refund');
  }

  function pay(body: Record<string, string>): StripeAnswer {
    const way = wayOf(body['payment_method'] ?? '');
    const declined = { declined: 'generic_decline', insufficient: 'insufficient_funds' }[way];
    if (declined)
      return stripeError(402, 'card_error', { code: 'card_declined', decline_code: declined });
    const amount = Number(body['amount']);
    const isHold = body['capture_method'] === 'manual';
    const intent = like('payment_intent', {
      ...{ id: `pi_${intents.size}_plain`, amount, currency: body['currency'] },
      ...{ customer: body['customer'], payment_method: body['payment_method'] },
      ...{ amount_capturable: isHold ? amount : 0, amount_received: isHold ? 0 : amount },
      status: isHold ? 'requires_capture' : 'succeeded',
      metadata: { front_desk: body['metadata[front_desk]'] },
      latest_charge: like('charge', {
        payment_method_details: { type: 'card', card: { capture_before: 1_796_342_400 } },
      }),
    });
    intents.set(intent.id, intent);
    return { status: 200, body: intent };
  }

  function close(id: string, act: string, body: Record<string, string>): StripeAnswer {
    const intent = intents.get(id);
    if (!intent) return missing('intent');
    if (intent['status'] !== 'requires_capture')
      return stripeError(400, 'invalid_request_error', { code: 'payment_intent_unexpected_state' });
    const amount = Number(body['amount_to_capture']);
    if (act === 'cancel') Object.assign(intent, { status: 'canceled', amount_capturable: 0 });
    else if (amount > Number(intent['amount_capturable']))
      return stripeError(400, 'invalid_request_error', { code: 'amount_too_large' });
    else
      Object.assign(intent, {
        ...{ status: 'succeeded', amount_capturable: 0, amount_received: amount },
        metadata: { front_desk_capture: body['metadata[front_desk_capture]'] },
      });
    return { status: 200, body: intent };
  }

  function refund(body: Record<string, string>): StripeAnswer {
    const payment = body['payment_intent'] ?? '';
    const intent = intents.get(payment);
    if (!intent) return missing('payment_intent');
    const before = [...refunds.values()]
      .filter((each) => each['payment_intent'] === payment)
      .reduce((sum, each) => sum + Number(each['amount']), 0);
    const paid = Number(intent['amount_received']);
    const amount = Number(body['amount']);
    if (before === paid)
      return stripeError(400, 'invalid_request_error', { code: 'charge_already_refunded' });
    if (before + amount > paid)
      return stripeError(400, 'invalid_request_error', { param: 'amount' });
    const made = like('refund', {
      ...{ id: `re_${refunds.size}`, amount, payment_intent: payment },
      currency: intent['currency'],
      status: wayOf(payment) === 'later' ? 'pending' : 'succeeded',
      metadata: { front_desk: body['metadata[front_desk]'] },
    });
    refunds.set(made.id, made);
    return { status: 200, body: made };
  }

  /** As Stripe keeps them: whatever was answered first, a 500 as well. */
  function keyed(
    request: StripeRequest,
    perform: () => StripeAnswer,
  ): StripeAnswer & { replayed?: true } {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') return perform();
    const asked = JSON.stringify([request.path, request.body]);
    const before = keys.get(key);
    if (before && before.asked !== asked) return stripeError(400, 'idempotency_error');
    if (before) return { ...before.answer, replayed: true };
    const answer = perform();
    // what never began is not kept
    if (answer.status !== 429) keys.set(key, { asked, answer: structuredClone(answer) });
    return answer;
  }

  /** The first try with such a method is never answered; what is lost has been done, though. */
  function hangs({ path, body, headers }: StripeRequest): 'flaky' | 'lost' | undefined {
    const way = wayOf(body['payment_method'] ?? '');
    const key = String(headers['idempotency-key']);
    if (path !== '/v1/payment_intents' || (way !== 'flaky' && way !== 'lost') || hung.has(key))
      return undefined;
    hung.add(key);
    return way;
  }

  const server = createServer((incoming, response) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (part: string) => (text += part));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const request = {
        ...{ method, path, headers },
        body: Object.fromEntries(new URLSearchParams(text)),
      };
      requests.push(request);
      const now = forced;
      forced = undefined;
      const way = hangs(request);
      if (now === 'hang' || way === 'flaky') return;
      const { status, body, replayed } = keyed(request, () =>
        now === undefined || now === 'cut' ? perform(request) : now,
      );
      if (way === 'lost') return;
      if (now === 'cut') return void response.destroy();
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Request-Id': `req_${requests.length}`,
        ...(replayed && { 'Idempotent-Replayed': 'true' }),
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let events = 0;
  const event = (type: string, object: object) =>
    JSON.stringify(like('event', { id: `evt_${(events += 1)}`, type, data: { object } }));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    requests,
    next: (answer) => void (forced = answer),
    settle: () =>
      [...refunds.values()]
        .filter(({ status }) => status === 'pending')
        .map((each) => event('refund.updated', Object.assign(each, { status: 'succeeded' }))),
    event,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
