import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aPolicy } from '../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../builders/rows.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';

const MARA = 'mara@kern.example';

/** Ids of products that are in a category of their own each, unless it is named. */
const sold = (id: string, category = id, available = true) =>
  aProduct({
    ...{ id, name: `A ${id}`, category },
    variants: [{ id: `${id}-1`, price: 1000, currency: 'EUR', available }],
  });
const products = ['coat', 'scarf', 'hat', 'boots', 'gloves', 'socks', 'coffee'].map((id) =>
  sold(id),
);

let orders = 0;
const anOrderOf = (
  bought: readonly string[],
  customer?: string,
  more: Parameters<typeof anOrder>[0] = {},
) => {
  orders += 1;
  return anOrder({
    id: `o-${orders}`,
    number: `${orders}`,
    placedAt: new Date(Date.UTC(2026, 0, 1) + orders * 3_600_000).toISOString(),
    ...(customer !== undefined && { customer }),
    ...more,
    lines: bought.map((product, nth) =>
      aLine({ id: `l-${nth}`, product, variant: `${product}-1`, name: product }),
    ),
  });
};
const times = <Row>(many: number, row: (nth: number) => Row): Row[] =>
  Array.from({ length: many }, (_, nth) => row(nth));

/** Coats go with scarves and hats, boots with socks. */
const past = () => [
  ...times(12, () => anOrderOf(['coat', 'scarf', 'hat'])),
  ...times(10, () => anOrderOf(['boots', 'socks', 'gloves'])),
];

interface Item {
  product: { id: string };
  reason: { code: string; seed?: { id: string; name: string; own: boolean } };
}
const strip = async (
  visitor: Visitor,
  query: string,
  headers: Record<string, string> = {},
): Promise<Item[]> => {
  const { status, body } = await visitor.get(`/recommendations?${query}`, { headers });
  assert.equal(status, 200);
  return body.items as unknown as Item[];
};
const idsOf = (items: readonly Item[]) => items.map(({ product }) => product.id);

let desk: BackendUnderTest;
afterEach(() => desk.close());

describe('Recommendations', () => {
  test('say what was bought together, and with what', async () => {
    desk = await aBackend({ rows: [...products, ...past()] });
    const items = await strip(desk.visitor(), 'placement=product&product=coat');
    assert.deepEqual(idsOf(items).slice(0, 2).toSorted(), ['hat', 'scarf']);
    assert.deepEqual(items[0]?.reason, {
      code: 'bought_together',
      seed: { id: 'coat', name: 'A coat', own: false },
    });
  });

  test('leave out what the shop excludes: products, categories and tags, however written', async () => {
    const rows = [
      ...products,
      aProduct({ ...sold('hat', 'Head Wear'), tags: ['Clearance'] }),
      aProduct({ ...sold('boots'), tags: ['Clearance'] }),
      ...past(),
    ];
    desk = await aBackend({
      rows,
      shop: {
        recommendations: {
          exclude: { products: ['scarf'], categories: ['head wear'], tags: ['clearance'] },
        },
      },
    });
    const shown = new Set<string>();
    for (const query of ['placement=product&product=coat', 'placement=home'])
      for (const id of idsOf(await strip(desk.visitor(), query))) shown.add(id);
    assert.deepEqual(
      [...shown].filter((id) => ['scarf', 'hat', 'boots'].includes(id)),
      [],
    );
    assert.ok(shown.has('socks'));
  });

  test('leave out what is in the cart, cannot be had, or is not for the device', async () => {
    const rows = [...products, ...past(), sold('scarf', 'scarf', false)];
    desk = await aBackend({ rows });
    const ask = (more: string) => strip(desk.visitor(), `placement=cart&cart=coat${more}`);
    assert.ok(!idsOf(await ask('')).some((id) => ['coat', 'scarf'].includes(id)));
    assert.ok(idsOf(await ask('')).includes('hat'));
    assert.ok(!idsOf(await ask('&not=hat')).includes('hat'));
  });

  test('leave out what the customer has, unless it is bought again and again', async () => {
    const drinkers = times(6, (nth) => `drinker-${nth}`);
    desk = await aBackend({
      rows: [
        ...products,
        ...[...drinkers, 'mara'].map((id) => aCustomer({ id, email: `${id}@kern.example` })),
        ...past(),
        ...drinkers.flatMap((who) => times(3, () => anOrderOf(['coffee', 'socks'], who))),
        anOrderOf(['coffee', 'scarf'], 'mara'),
      ],
    });
    const mara = await aCustomerVisitor(desk, MARA);
    const items = idsOf(await strip(mara, 'placement=home&cart=coat'));
    assert.ok(items.includes('coffee') && items.includes('hat'), `${items}`);
    assert.ok(!items.includes('scarf'));
    const own = (await strip(mara, 'placement=home&cart=coat')).find(
      ({ product }) => product.id === 'hat',
    );
    assert.deepEqual(own?.reason.seed?.own, true);
  });

  test('are not led by what was bought where the shopper objects, and do not name it as theirs', async () => {
    desk = await aBackend({
      rows: [
        ...products,
        aCustomer({ id: 'mara', email: MARA }),
        ...past(),
        anOrderOf(['coat'], 'mara'),
      ],
    });
    const mara = await aCustomerVisitor(desk, MARA);
    const seeds = async (query: string, headers?: Record<string, string>) =>
      (await strip(mara, query, headers)).flatMap(({ reason: { seed } }) => seed ?? []);
    assert.deepEqual((await seeds('placement=home'))[0], { id: 'coat', name: 'A coat', own: true });
    const objections: [more: string, headers?: Record<string, string>][] = [
      ['&history=no'],
      ['', { 'sec-gpc': '1' }],
      ['', { dnt: '1' }],
      ['&history=yes', { 'sec-gpc': '1' }],
    ];
    for (const [more, headers] of objections) {
      assert.deepEqual(await seeds(`placement=home${more}`, headers), []);
      const beside = await seeds(`placement=product&product=coat${more}`, headers);
      assert.deepEqual(beside[0], { id: 'coat', name: 'A coat', own: false });
      const home = idsOf(await strip(mara, `placement=home${more}`, headers));
      assert.ok(!home.includes('coat'), 'what they have is not offered again');
    }
  });

  test('are not led by what the customer sent back, and do not name it as theirs', async () => {
    desk = await aBackend({
      rows: [
        ...products,
        aCustomer({ id: 'mara', email: MARA }),
        ...past(),
        anOrderOf(['coat'], 'mara'),
        anOrderOf(['boots'], 'mara', { deliveredOn: '2026-11-20' }),
      ],
      shop: { policy: aPolicy() },
    });
    const mara = await aCustomerVisitor(desk, MARA);
    const seeds = async () =>
      (await strip(mara, 'placement=home')).flatMap(({ reason }) => reason.seed?.id ?? []);
    assert.ok((await seeds()).includes('boots'));
    const request = {
      method: 'own',
      lines: [
        { ...{ line: 'l-0', quantity: 1 }, reason: 'too_small', outcome: { kind: 'refund' } },
      ],
    };
    const path = `/orders/o-${orders}/returns`;
    const { body } = await mara.post(`${path}/quote`, request);
    assert.equal((await mara.post(path, { ...request, quote: body.id })).status, 200);
    assert.deepEqual(new Set(await seeds()), new Set(['coat']));
    const items = await strip(mara, 'placement=home');
    assert.ok(!idsOf(items).includes('boots'));
  });

  test('count an order as soon as it is there', async () => {
    desk = await aBackend({ rows: [...products, ...past()] });
    const ask = () => strip(desk.visitor(), 'placement=product&product=coat&limit=3');
    await ask();
    await desk.load([...times(4, () => anOrderOf(['coat', 'gloves']))]);
    assert.ok(idsOf(await ask()).includes('gloves'));
  });

  test('are not made of nothing, but show what the shop has', async () => {
    desk = await aBackend({ rows: products });
    const items = await strip(desk.visitor(), 'placement=home');
    assert.ok(items.length >= 3);
    assert.ok(items.every(({ reason }) => reason.code === 'assortment'));
  });

  test('of a new product are others of its kind', async () => {
    const kind = ['linen', 'wool', 'silk', 'cotton'].map((id) => sold(id, 'Shirts'));
    desk = await aBackend({ rows: [...products, ...kind, ...past()] });
    const items = await strip(desk.visitor(), 'placement=product&product=linen&limit=3');
    assert.deepEqual(idsOf(items).toSorted(), ['cotton', 'silk', 'wool']);
    assert.ok(items.every(({ reason }) => reason.code === 'similar'));
  });

  test('hide where there are too few, and beside what nothing is known of', async () => {
    desk = await aBackend({ rows: products.slice(0, 2) });
    assert.deepEqual(await strip(desk.visitor(), 'placement=home'), []);
    await desk.close();
    desk = await aBackend({ rows: [...products, ...past(), sold('cap')] });
    assert.deepEqual(await strip(desk.visitor(), 'placement=product&product=cap'), []);
  });

  test('of a product page are led by its product, not by what the customer bought', async () => {
    desk = await aBackend({
      rows: [
        ...products,
        aCustomer({ id: 'mara', email: MARA }),
        ...past(),
        anOrderOf(['boots'], 'mara'),
      ],
    });
    const mara = await aCustomerVisitor(desk, MARA);
    const [first, second] = await strip(mara, 'placement=product&product=coat');
    assert.deepEqual([first?.reason.seed?.id, second?.reason.seed?.id], ['coat', 'coat']);
  });

  test('take “not for me”, and take it back', async () => {
    desk = await aBackend({
      rows: [...products, aCustomer({ id: 'mara', email: MARA }), ...past()],
    });
    const mara = await aCustomerVisitor(desk, MARA);
    const has = async () => idsOf(await strip(mara, 'placement=cart&cart=coat')).includes('hat');
    assert.ok(await has());
    assert.equal((await mara.post('/recommendations/dismissals', { product: 'hat' })).status, 201);
    assert.ok(!(await has()));
    assert.equal((await mara.send('DELETE', '/recommendations/dismissals/hat')).status, 204);
    assert.ok(await has());
    const none = await mara.post('/recommendations/dismissals', { product: 'nothing' });
    assert.deepEqual([none.status, none.body.code], [404, 'not_found']);
  });
});

test('Recommendations say what was looked at together, once the visits are over', async () => {
  desk = await aBackend({ rows: products });
  const look = (visitor: number, product: string, second: number) => ({
    ...{ shop: desk.shop.id, id: `${visitor} ${product}`, who: { visitor: `v-${visitor}` } },
    ...{ type: 'product_viewed' as const, product },
    at: new Date(Date.UTC(2026, 10, 20, visitor, 0, second)).toISOString(),
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  await desk.storage.events.record(
    times(12, (visitor) =>
      ['coat', 'boots', 'hat', 'gloves'].map((product, nth) => look(visitor, product, nth)),
    ).flat(),
  );
  const [first] = await strip(desk.visitor(), 'placement=product&product=coat');
  assert.deepEqual(
    [first?.product.id, first?.reason.code, first?.reason.seed?.id],
    ['boots', 'seen_together', 'coat'],
  );
});
