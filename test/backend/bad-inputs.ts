import assert from 'node:assert/strict';
import fc from 'fast-check';
import { routes, type Route } from '../../src/contract/routes.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { API } from '../builders/visitor.ts';
import { contractCheck } from '../contract-check.ts';
import { aCustomerVisitor } from './identity/flows.ts';
import { signed } from './live/signed.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', email: MARA },
    shipments: [aShipment({ number: '3SMARA1' })],
  }),
];

const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constant('a\u0000b') },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    "' or 1=1 --",
    '../../etc/passwd',
    '%00',
    '%E0%A4%A',
    '<script>alert(1)</script>',
    '9'.repeat(400),
    '-1',
    '1e309',
    'o-1',
    '4182',
    MARA,
    'WyIyMDI2IiwiXHUwMDAwIl0',
  ),
);

/** Values as a fuzzer, a careless client and an attacker would send them. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    nasty,
    fc.constantFrom(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('email', 'phone', 'order', 'number', 'code', 'events', 'carrier', 'pickup'),
        nasty,
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

const names = Object.keys(routes) as (keyof typeof routes)[];

const request = fc.record({
  name: fc.constantFrom(...names),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'POST') },
  ),
  param: fc.oneof(fc.constant('o-1'), nasty),
  query: fc.dictionary(
    fc.oneof(fc.constantFrom('shop', 'cursor', 'limit', 'filter', 'year'), nasty),
    nasty,
    { maxKeys: 3 },
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      'Authorization',
      'Content-Type',
      'Cookie',
      'Idempotency-Key',
      'If-None-Match',
      'Origin',
      'X-Front-Desk',
      'X-Front-Desk-Signature',
      'X-Front-Desk-Delivery',
      'Accept-Language',
    ),
    fc.string({
      unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
    }),
    { maxKeys: 3 },
  ),
  body: fc.oneof(
    anything.map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 100 }),
  ),
  isSignedIn: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
});

/**
 * Sends generated bad requests to every route, and holds each answer to the contract: never a
 * 5xx, never slow, always a code the route lists.
 */
export async function sendBadInputs(count: number, seed?: number): Promise<Map<string, number>> {
  const desk = await aBackend({
    rows,
    ports: { requestLimits: { perAddress: Infinity, perSession: Infinity } },
  });
  const mara = await aCustomerVisitor(desk, MARA);
  const check = contractCheck();
  const seen = new Map<string, number>();
  let sent = 0;
  const property = fc.asyncProperty(request, async (given) => {
    const route: Route = routes[given.name];
    const method = given.method ?? route.method.toUpperCase();
    const path = route.path.replace(
      ':id',
      () => encodeURIComponent(wellFormed(given.param)) || 'x',
    );
    const query = Object.entries(given.query).map(
      ([name, value]) =>
        `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`,
    );
    const url = `${API}/v1${path}?${query.join('&')}`;
    const raw = typeof given.body === 'string' ? given.body : new Uint8Array(given.body);
    sent += 1;
    const headers = new Headers({
      ...defaults(sent, given.isSignedIn ? mara.token : undefined),
      ...(route.access === 'webhook' &&
        typeof raw === 'string' &&
        signed(desk, null, { raw: wellFormed(raw) }).headers),
      ...given.headers,
    });
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const asked = new Request(url, {
      ...{ method, headers },
      ...(hasBody && { body: typeof raw === 'string' ? wellFormed(raw) : raw }),
    });
    const began = performance.now();
    const response = await desk.backend.fetch(asked);
    const took = performance.now() - began;
    assert.ok(response.status < 500, `${method} ${url} answered ${response.status}`);
    assert.ok(took < 2000, `${method} ${url} took ${Math.round(took)} ms`);
    await check({ method, url, headers }, response);
    if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
    seen.set(given.name, (seen.get(given.name) ?? 0) + 1);
    // the next one comes later: what is refused for its haste alone would hide the rest
    desk.clock.pass(0.001);
  });
  await fc.assert(property, { numRuns: count, ...(seed !== undefined && { seed }) });
  await desk.close();
  return seen;
}

const defaults = (sent: number, token: string | undefined): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Idempotency-Key': `some-key-${sent}`,
  'X-Front-Desk': '1',
  'X-Test-Address': `192.0.${sent >> 8}.${sent % 256}`,
  Origin: 'https://alder.example',
  ...(token && { Authorization: `Bearer ${token}` }),
});

/** A URL and a body travel as UTF-8, which has no half pairs; JSON may still spell them out. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
