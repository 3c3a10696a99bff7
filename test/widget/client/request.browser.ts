import { refreshGrace } from '../../../src/domain/identity/identity.ts';
import { listOrders } from '../../../src/widget/client/orders.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import { createSend, type Bearer } from '../../../src/widget/client/request.ts';
import { refreshBoundSession } from '../../../src/widget/client/session-keys.ts';
import { refreshSession } from '../../../src/widget/client/session.ts';
import { createWishes } from '../../../src/widget/client/wishes.ts';
import { firstly } from '../../../src/widget/host/early.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';

type Reply = (request: Request) => Response | Promise<Response>;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const problem = (status: number, code: string, more = {}) =>
  json({ status, code, ...more }, status);
const noNetwork: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

describe('A request', () => {
  const real = globalThis.fetch;
  const { random } = Math;
  const over = new AbortController();
  let seen: Request[] = [];
  /** What the server says, one after the other; the last again and again. */
  const serve = (...replies: Reply[]) => {
    seen = [];
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      seen.push(request);
      return (replies[seen.length - 1] ?? replies.at(-1)!)(request);
    };
  };
  const nobody: Bearer = { token: async () => undefined, renew: async () => false };
  const sender = (bearer: Bearer = nobody, life = over.signal) =>
    createSend({ api: 'https://desk.example', shop: 'a b', locale: 'de', bearer, life });
  const failure = async (asked: Promise<unknown>): Promise<Problem> => {
    const error: unknown = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    ok(error instanceof Problem, `no Problem: ${String(error)}`);
    return error as Problem;
  };

  // waits are as short as they come
  before(() => (Math.random = () => -0.49));
  after(() => (Math.random = random));
  afterEach(() => (globalThis.fetch = real));

  it('names the shop, the language and the bearer, and no cookie', async () => {
    serve(() => json({ items: [] }));
    await listOrders(sender({ ...nobody, token: async () => 't' }), { filter: 'past', year: 2025 });
    const [{ url, headers, credentials }] = seen as [Request];
    equal(url, 'https://desk.example/v1/orders?filter=past&year=2025&shop=a%20b');
    equal(headers.get('accept-language'), 'de');
    equal(headers.get('authorization'), 'Bearer t');
    equal(credentials, 'omit');
  });

  it('shows the cookie only where it is meant, with the header that says so', async () => {
    serve(() => json({}));
    await sender({ ...nobody, token: async () => 't' })('/session/refresh', {
      method: 'POST',
      cookie: true,
    });
    equal(seen[0]!.credentials, 'include');
    equal(seen[0]!.headers.get('x-front-desk'), '1');
    equal(seen[0]!.headers.get('authorization'), null);
  });

  it('tries a read again when the network or the server is away for a moment', async () => {
    serve(
      noNetwork,
      () => problem(503, 'unavailable'),
      () => json({ items: [] }),
    );
    deepEqual(await listOrders(sender()), { items: [] });
    equal(seen.length, 3);
  });

  it('keeps the key of a wish over all its tries, and tries none without a key', async () => {
    serve(noNetwork, () => json({}, 202));
    await sender()('/identity/challenges', { method: 'POST', body: {}, key: 'k' });
    deepEqual(
      seen.map(({ headers }) => headers.get('idempotency-key')),
      ['k', 'k'],
    );
    serve(noNetwork);
    equal(
      (await failure(sender()('/session', { method: 'DELETE', cookie: true }))).code,
      'unreachable',
    );
    equal(seen.length, 1);
  });

  it('says after three tries that nobody answers', async () => {
    serve(noNetwork);
    equal((await failure(sender()('/desk'))).code, 'unreachable');
    equal(seen.length, 3);
  });

  describe('that trades the refresh token', () => {
    const { timeout } = AbortSignal;
    /** Before the second try and the third, in seconds: 300 and 600 ms, and by chance half as much more. */
    const LONGEST_PAUSES = 1.35;
    const stalled: Reply = ({ signal }) =>
      new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    /** How long each try was to last, in seconds; the time of each is over as soon as it was asked. */
    let waited: number[];
    before(() => {
      AbortSignal.timeout = (ms) => {
        waited.push(ms / 1000);
        const late = new AbortController();
        setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')));
        return late.signal;
      };
    });
    beforeEach(() => (waited = []));
    after(() => (AbortSignal.timeout = timeout));

    const trades: [how: string, ask: () => Promise<unknown>][] = [
      ['by the cookie', () => refreshSession(sender())],
      ['by a key', () => refreshBoundSession(sender(), 'token', 'proof')],
    ];
    for (const [how, ask] of trades)
      it(`outlives the page, and is asked again while a traded token is good, ${how}`, async () => {
        serve(stalled, stalled, () => json({ kind: 'anonymous' }));
        await ask();
        deepEqual(
          seen.map(({ keepalive }) => keepalive),
          [true, true, true],
        );
        const [first, second] = waited as [number, number];
        ok(first + LONGEST_PAUSES + second < refreshGrace, `${first} and ${second} seconds`);
        serve(stalled);
        equal((await failure(ask())).code, 'unreachable');
        equal(seen.length, 3);
      });

    it('waits no longer for what was asked for in the tap, and then asks itself', async () => {
      serve(() => json({ kind: 'anonymous' }));
      const never = new Promise<Response>(() => {});
      deepEqual(await refreshSession(sender(), firstly(never)), { kind: 'anonymous' });
      equal(seen.length, 1);
    });

    it('waits for other answers longer', async () => {
      serve(() => json({ items: [] }));
      await listOrders(sender());
      ok(waited[0]! > refreshGrace, `${waited[0]} seconds`);
      equal(seen[0]!.keepalive, false);
    });
  });

  it('does not try a refusal again, and hands on what the server said', async () => {
    serve(() => problem(422, 'wrong_code', { detail: 'No.', triesLeft: 3 }));
    const { code, status, detail, triesLeft } = await failure(
      sender()('/identity/challenges/c/answer', { method: 'POST', key: 'k', body: {} }),
    );
    deepEqual([code, status, detail, triesLeft], ['wrong_code', 422, 'No.', 3]);
    equal(seen.length, 1);
  });

  it('waits as long as it is told to, but not longer than a shopper would', async () => {
    serve(() => json({ code: 'too_many_requests' }, 429, { 'retry-after': '60' }));
    const { code, retryAfter } = await failure(sender()('/desk'));
    deepEqual([code, retryAfter], ['too_many_requests', 60]);
    equal(seen.length, 1);
  });

  it('renews a refused token once, and asks again with the new one', async () => {
    let token = 'old';
    const refused: string[] = [];
    const bearer: Bearer = {
      token: async () => token,
      renew: async (old) => {
        refused.push(old);
        token = 'new';
        return true;
      },
    };
    serve(({ headers }) =>
      headers.get('authorization') === 'Bearer new'
        ? json({ items: [] })
        : problem(401, 'unauthenticated'),
    );
    await listOrders(sender(bearer));
    deepEqual(refused, ['old']);
    serve(() => problem(401, 'unauthenticated'));
    equal((await failure(listOrders(sender(bearer)))).code, 'unauthenticated');
    equal(seen.length, 2);
  });

  const nonsense: [why: string, body: string][] = [
    ['cut in the middle', '{"items":['],
    ['empty', ''],
    ['a page of somebody else', '<!doctype html><title>Hello</title>'],
    ['of another shape', '{"items":[{"id":1}]}'],
    ['null', 'null'],
  ];
  for (const [why, body] of nonsense)
    it(`is malformed when the answer is ${why}`, async () => {
      serve(() => new Response(body));
      equal((await failure(listOrders(sender()))).code, 'malformed');
    });

  it('has a code even where the refusal itself is nonsense', async () => {
    serve(() => new Response('<h1>Bad gateway</h1>', { status: 500 }));
    const { code, status } = await failure(sender()('/desk'));
    deepEqual([code, status], ['unexpected', 500]);
  });

  it('ends with its caller, and with the desk', async () => {
    for (const whose of ['caller', 'desk']) {
      const end = new AbortController();
      serve(
        ({ signal }) =>
          new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason))),
      );
      const send = sender(nobody, whose === 'desk' ? end.signal : over.signal);
      const asked = send('/desk', whose === 'caller' ? { signal: end.signal } : {});
      await Promise.resolve();
      end.abort();
      const error: unknown = await asked.catch((reason: unknown) => reason);
      equal((error as Error).name, 'AbortError');
      equal(seen.length, 1);
    }
  });
});

describe('A wish', () => {
  const answer = () => {
    let settle!: { done(value: string): void; fail(error: unknown): void };
    const promise = new Promise<string>((done, fail) => (settle = { done, fail }));
    return { promise, ...settle };
  };

  it('runs once while its twin waits on it', async () => {
    const { once } = createWishes();
    const first = answer();
    let ran = 0;
    const act = () => (ran++, first.promise);
    const both = [once('w', act), once('w', act)];
    first.done('a');
    deepEqual(await Promise.all(both), ['a', 'a']);
    equal(ran, 1);
  });

  it('keeps its key while it is open whether it was done, and no longer', async () => {
    const { once } = createWishes();
    const keys: string[] = [];
    const wish = (error?: Problem) =>
      once('w', async (key) => {
        keys.push(key);
        if (error) throw error;
      }).catch(() => undefined);
    await wish(new Problem('unreachable'));
    await wish(new Problem('internal', 500));
    await wish(new Problem('malformed', 200));
    await wish(new Problem('idempotency_in_flight', 409));
    await wish(new Problem('wrong_code', 422));
    await wish();
    await wish();
    equal(new Set(keys.slice(0, 5)).size, 1);
    equal(new Set(keys.slice(4)).size, 3);
    ok(/^[\da-f]{32}$/.test(keys[0]!), keys[0]!);
  });
});
