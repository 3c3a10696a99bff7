import { createMock, scenarioNames, type Mock, type ScenarioName } from '../../src/mock/index.ts';
import type { OrderPage } from '../../src/contract/orders.ts';
import { holds, same } from './claims.ts';

const get = (path: string, token?: string) =>
  new Request(`${location.origin}/v1${path}`, {
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  });

async function tokenOf(mock: Mock): Promise<string> {
  await mock.signIn('mara@kern.eu');
  const response = await mock.fetch(
    new Request(`${location.origin}/v1/session/refresh`, {
      method: 'POST',
      headers: { 'x-front-desk': '1' },
    }),
  );
  return (await response.json()).token;
}

async function ordersOf(mock: Mock, token: string) {
  const response = await mock.fetch(get('/orders?limit=50', token));
  return response.json();
}

/** Keeps nothing, and what it does is in this table. */
const played = (scenario: ScenarioName) => createMock({ scenario, keep: false });

const claims: Record<ScenarioName, (mock: Mock) => Promise<void>> = {
  async 'api-down'(mock) {
    const response = await mock.fetch(get('/desk'));
    same(response.status, 502, 'The status');
    holds(!response.headers.get('content-type')?.includes('json'), 'a fallen proxy sends no JSON');
  },
  async slow(mock) {
    const { setTimeout: later } = globalThis;
    const waits: number[] = [];
    globalThis.setTimeout = ((act: () => void, wait = 0) => {
      waits.push(wait);
      return later(act);
    }) as typeof setTimeout;
    try {
      same((await mock.fetch(get('/desk'))).status, 200, 'The status');
    } finally {
      globalThis.setTimeout = later;
    }
    same(waits, [2_000], 'What it waited for, in ms');
  },
  async 'wrong-json'(mock) {
    const response = await mock.fetch(get('/desk'));
    same(response.status, 200, 'The status');
    same('name' in (await response.json()), false, 'A field of the contract is there');
    const signOut = { method: 'DELETE', headers: { 'x-front-desk': '1' } };
    const url = `${location.origin}/v1/session`;
    same((await mock.fetch(new Request(url, signOut))).status, 204, 'An answer without JSON');
  },
  async empty(mock) {
    same((await ordersOf(mock, await tokenOf(mock))).items, [], 'The orders');
  },
  async 'thousand-orders'(mock) {
    const token = await tokenOf(mock);
    let count = 0;
    let next: string | undefined;
    do {
      const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : '';
      const response = await mock.fetch(get(`/orders?limit=50${cursor}`, token));
      const page: OrderPage = await response.json();
      count += page.items.length;
      next = page.next;
    } while (next);
    same(count, 1000, 'Orders');
  },
  async exception(mock) {
    const { items } = await ordersOf(mock, await tokenOf(mock));
    holds(items.length > 5, 'there is one of each');
    const parcels = items.map((order: { progress: { parcel: string } }) => order.progress.parcel);
    for (const status of ['attempted_delivery', 'delayed', 'failure', 'returned_to_sender'])
      holds(parcels.includes(status), `${status} is among ${parcels}`);
  },
};

describe('A scenario of the mock', () => {
  for (const name of scenarioNames)
    it(`does what it says: ${name}`, async () => claims[name](await played(name)));

  it('can be another one from now on, and none again', async () => {
    const mock = await createMock({ keep: false });
    mock.play('api-down');
    same((await mock.fetch(get('/desk'))).status, 502, 'While down');
    mock.play();
    same((await mock.fetch(get('/desk'))).status, 200, 'When it is back');
  });

  it('can be one’s own', async () => {
    const teapot = async () => new Response(null, { status: 418 });
    const mock = await createMock({ keep: false, scenario: () => teapot });
    same((await mock.fetch(get('/desk'))).status, 418, 'The status');
  });
});
