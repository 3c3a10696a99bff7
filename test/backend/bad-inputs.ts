import assert from 'node:assert/strict';
import fc from 'fast-check';
import { routes, type RouteName } from '../../src/contract/routes.ts';
import { isOfConsole, type Route } from '../../src/contract/routes/route.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { aColleague, aTalk, CONSOLE } from '../builders/colleague.ts';
import { API } from '../builders/visitor.ts';
import { contractCheck } from '../contract-check.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';
import { inputsFrom, wellFormed, type Input } from './inputs-from.ts';
import { signed } from './live/signed.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', email: MARA },
    shipments: [aShipment({ number: '3SMARA1' })],
  }),
  aCustomer({ id: 'bo', email: 'bo@lund.example' }),
  anOrder({ id: 'o-2', number: '4183', customer: 'bo', email: 'bo@lund.example' }),
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

const inputs = inputsFrom({
  nasty,
  known: [
    'maras-talk',
    'o-1',
    'o-2',
    '4182',
    MARA,
    'bo@lund.example',
    '3SMARA1',
    'in_transit',
    '418207',
  ],
});
export const names = [...inputs.keys()];

const given = {
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'POST') },
  ),
  headers: fc.oneof(
    fc.constant({}),
    fc.dictionary(
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
  ),
  /** In place of the body that the document asks for. */
  junk: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 100 }) },
  ),
  who: fc.constantFrom('mara', 'mara', 'bo', 'guest', 'nobody'),
};

/**
 * Sends generated bad requests to every route, and holds each answer to the contract: never a
 * 5xx, never slow, always a code the route lists.
 */
export async function sendBadInputs(count: number, seed?: number): Promise<Map<string, number>> {
  const desk = await aBackend({
    rows,
    ports: {
      requestLimits: { perNetwork: Infinity, perSession: Infinity },
      consoleAddress: () => CONSOLE,
    },
  });
  const tokens: Record<string, string | undefined> = {
    mara: (await aCustomerVisitor(desk, MARA)).token,
    bo: (await aCustomerVisitor(desk, 'bo@lund.example')).token,
    guest: (await aGuestVisitor(desk, '4182', MARA)).token,
  };
  const [cookie] = [...(await aColleague(desk, { role: 'admin' })).cookies];
  await aTalk(desk);
  const check = contractCheck();
  const seen = new Map<string, number>();
  let sent = 0;
  const property = (input: fc.Arbitrary<Input>) =>
    fc.asyncProperty(fc.record({ input, ...given }), async ({ input: wanted, ...how }) => {
      // a route that is in the document and not in the table has no access to look up
      const route: Route | undefined = routes[wanted.name as RouteName];
      const method = how.method ?? wanted.method;
      const query = Object.entries(wanted.query).map(
        ([name, value]) =>
          `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`,
      );
      const url = `${API}${wanted.path}?${query.join('&')}`;
      const raw =
        how.junk === undefined
          ? JSON.stringify(wanted.body)
          : typeof how.junk === 'string'
            ? how.junk
            : new Uint8Array(how.junk);
      sent += 1;
      const headers = new Headers({
        ...defaults(sent, tokens[how.who]),
        ...(route?.access === 'webhook' &&
          typeof raw === 'string' &&
          signed(desk, null, { raw: wellFormed(raw) }).headers),
        ...(route && isOfConsole(route) && { Origin: API }),
        // who signs out is in no longer
        ...(route?.access === 'staff' &&
          route.method !== 'delete' && { Cookie: cookie!.join('=') }),
        ...how.headers,
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
      if (response.headers.get('content-type') === 'text/event-stream')
        await response.body?.cancel();
      seen.set(wanted.name, (seen.get(wanted.name) ?? 0) + 1);
      // the next one comes later: what is refused for its haste alone would hide the rest
      desk.clock.pass(0.001);
    });
  const seeded = seed === undefined ? {} : { seed };
  await fc.assert(property(fc.oneof(...inputs.values())), { numRuns: count, ...seeded });
  // whatever chance has left out
  for (const [name, input] of inputs)
    if (!seen.has(name)) await fc.assert(property(input), { numRuns: 1, ...seeded });
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
