import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import type { ImportRow } from '../../src/contract/import.ts';
import type { TrackingEventInput } from '../../src/contract/shipments.ts';
import type { TrackingUpdate } from '../../src/contract/webhooks.ts';
import type { OrderSummary } from '../../src/contract/orders.ts';
import type {
  ContactPoint,
  Login,
  OrderListQuery,
  Platform,
  ProductsWanted,
  Shop,
} from '../../src/backend/ports.ts';
import { aCustomer, aLine, anEvent, anOrder, aProduct, aShipment } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

/** A platform, and a way to tell it what a shop has. */
export interface PlatformUnderTest {
  platform: Platform;
  load(shop: Shop, rows: readonly ImportRow[]): Promise<void>;
  close(): Promise<void>;
}

/** What every platform must keep, whoever holds the orders. */
export function platformSuite(name: string, start: () => Promise<PlatformUnderTest>): void {
  describe(`platform: ${name}`, () => {
    let under: PlatformUnderTest;
    let platform: Platform;
    /** A page of orders, read. */
    const listed = async (...asked: Parameters<Platform['orders']>) => {
      const { orders, ...rest } = await platform.orders(...asked);
      return { ...rest, orders: orders.map((card): OrderSummary => JSON.parse(card)) };
    };
    let shop: Shop;
    let shops = 0;
    const openShop = () => {
      shop = aShop({ id: `shop-${(shops += 1)}` });
    };
    before(async () => {
      under = await start();
      platform = under.platform;
    });
    after(() => under.close());
    beforeEach(openShop);

    describe('customers', () => {
      beforeEach(() =>
        under.load(shop, [
          aCustomer({ id: 'anna', email: 'Anna@Mail.example', phone: '+31 6 1234 5678' }),
          aCustomer({ id: 'bo', email: 'bo@mail.example' }),
        ]),
      );

      test('are found by e-mail whatever its case and blanks', async () => {
        const found = await platform.findCustomer(shop, { email: '  aNNa@mail.EXAMPLE ' });
        assert.deepEqual(found, {
          id: 'anna',
          firstName: 'Anna',
          lastName: 'Lindqvist',
          email: 'Anna@Mail.example',
          phone: '+31 6 1234 5678',
        });
      });

      test('are found by phone however it is written', async () => {
        for (const phone of [
          '+31612345678',
          '0031 6 12345678',
          '31 6 1234-5678',
          '+31 (0)6 12345678',
        ])
          assert.equal((await platform.findCustomer(shop, { phone }))?.id, 'anna', phone);
      });

      test('and guests are written to as the shop has them, not as somebody typed', async () => {
        await under.load(shop, [
          anOrder({ email: 'Guest@Mail.example', phone: '+32 470 12 34 56' }),
        ]);
        const known = (contact: ContactPoint) => platform.knownContact(shop, contact);
        assert.deepEqual(await known({ email: 'ANNA@MAIL.EXAMPLE' }), {
          email: 'Anna@Mail.example',
        });
        assert.deepEqual(await known({ email: 'guest@mail.example' }), {
          email: 'Guest@Mail.example',
        });
        assert.deepEqual(await known({ phone: '0032470123456' }), { phone: '+32 470 12 34 56' });
        assert.equal(await known({ email: 'nobody@mail.example' }), undefined);
        assert.equal(await platform.knownContact(aShop(), { email: 'bo@mail.example' }), undefined);
      });

      test('of another shop, or of nobody, are not found', async () => {
        assert.equal(await platform.findCustomer(shop, { email: 'cy@mail.example' }), undefined);
        assert.equal(await platform.customer(shop, 'cy'), undefined);
        const other = aShop({ id: 'other' });
        assert.equal(await platform.findCustomer(other, { email: 'bo@mail.example' }), undefined);
        assert.equal(await platform.customer(other, 'bo'), undefined);
      });
    });

    describe('a customer’s own address', () => {
      const address = { lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
      const moved = { ...address, lines: ['Ham 12'], city: 'Ghent' };

      test('is what the shop told, until they change it', async () => {
        await under.load(shop, [aCustomer({ id: 'anna', address }), aCustomer({ id: 'bo' })]);
        assert.deepEqual((await platform.customer(shop, 'anna'))?.address, address);
        const changed = await platform.changeAddress(shop, 'anna', moved, undefined);
        assert.deepEqual(changed?.address, moved);
        assert.deepEqual(await platform.customer(shop, 'anna'), changed);
        assert.equal((await platform.customer(shop, 'bo'))?.address, undefined);
      });

      test('stays when they come by a login', async () => {
        const login = { issuer: undefined, subject: 'new', firstName: 'Nia', lastName: 'Lund' };
        await platform.adoptLogin(shop, login);
        await platform.changeAddress(shop, 'new', moved, undefined);
        assert.deepEqual((await platform.adoptLogin(shop, login)).address, moved);
      });

      test('of another shop’s customer, or of nobody, is not changed', async () => {
        await under.load(shop, [aCustomer({ id: 'anna', address })]);
        const other = aShop({ id: 'other' });
        assert.equal(await platform.changeAddress(other, 'anna', moved, undefined), undefined);
        assert.deepEqual((await platform.customer(shop, 'anna'))?.address, address);
      });
    });

    describe('a customer’s payment methods', () => {
      const card = { id: 'card-1', kind: 'card' as const, label: 'Visa', lastFour: '4242' };
      const balance = { amount: 2350, currency: 'EUR' };
      const gift = { id: 'gift-1', kind: 'gift_card' as const, label: 'Gift card', balance };

      test('come as the shop told them, and go when it tells others', async () => {
        await under.load(shop, [aCustomer({ id: 'anna', paymentMethods: [gift, card] })]);
        assert.deepEqual(await platform.paymentMethods(shop, 'anna'), [gift, card]);
        await under.load(shop, [aCustomer({ id: 'anna', paymentMethods: [card] })]);
        assert.deepEqual(await platform.paymentMethods(shop, 'anna'), [card]);
        await under.load(shop, [aCustomer({ id: 'anna' })]);
        assert.deepEqual(await platform.paymentMethods(shop, 'anna'), []);
      });

      test('go with the customer', async () => {
        const told = aCustomer({ id: 'anna', paymentMethods: [card, gift] });
        await under.load(shop, [told]);
        const gone = {
          gone: 'customer',
          id: 'anna',
          updatedAt: '2026-11-23T09:00:00.000Z',
        } as const;
        await platform.applyNews!(shop, [gone]);
        assert.deepEqual(await platform.paymentMethods(shop, 'anna'), []);
      });

      test('are nobody else’s, in this shop or another', async () => {
        await under.load(shop, [aCustomer({ id: 'anna', paymentMethods: [card] })]);
        assert.deepEqual(await platform.paymentMethods(shop, 'bo'), []);
        assert.deepEqual(await platform.paymentMethods(aShop({ id: 'other' }), 'anna'), []);
      });
    });

    describe('a product', () => {
      test('comes back as it was told, its variants in the shop’s order', async () => {
        const variant = { price: 8900, currency: 'EUR', available: true };
        const picture = { url: 'https://alder.example/boots.jpg', alt: 'Boots' };
        const row = aProduct({
          ...{ id: 'boots', name: 'Boots', url: 'https://alder.example/boots', picture },
          ...{ category: 'Shoes', tags: ['winter'] },
          variants: [
            { ...variant, id: 'z', options: { Size: '43', Colour: 'red' }, stock: 3, picture },
            { ...variant, id: 'a', available: false },
          ],
        });
        await under.load(shop, [row]);
        const told = { product: 'boots', name: 'Boots', price: 8900, currency: 'EUR' };
        const options = [
          { name: 'Size', value: '43' },
          { name: 'Colour', value: 'red' },
        ];
        assert.deepEqual(await platform.product(shop, 'boots'), {
          ...{ id: 'boots', name: 'Boots', url: 'https://alder.example/boots', picture },
          ...{ category: 'Shoes', tags: ['winter'] },
          variants: [
            { ...told, id: 'z', options, available: true, stock: 3, picture },
            { ...told, id: 'a', options: [], available: false },
          ],
        });
      });

      test('of another shop is not there', async () => {
        await under.load(shop, [aProduct({ id: 'boots' })]);
        assert.equal(await platform.product(aShop({ id: 'other' }), 'boots'), undefined);
        assert.deepEqual(await platform.products(aShop({ id: 'other' }), { ids: ['boots'] }), []);
      });

      test('is found among others by its id or its category', async () => {
        await under.load(shop, [
          aProduct({ id: 'boots', category: 'Shoes' }),
          aProduct({ id: 'sandals', category: 'Shoes', variants: [variantOf('sandals-1')] }),
          aProduct({ id: 'coat', category: 'Coats', variants: [variantOf('coat-1')] }),
        ]);
        const found = async (wanted: ProductsWanted) =>
          (await platform.products(shop, wanted)).map(({ id }) => id).sort();
        assert.deepEqual(await found({ ids: ['coat', 'boots', 'never-was'] }), ['boots', 'coat']);
        assert.deepEqual(await found({ ids: [] }), []);
        assert.deepEqual(await found({ category: 'Shoes', most: 9 }), ['boots', 'sandals']);
        assert.equal((await found({ category: 'Shoes', most: 1 })).length, 1);
        assert.deepEqual(await platform.products(shop, { ids: ['boots'] }), [
          await platform.product(shop, 'boots'),
        ]);
      });

      test('is listed by name while something of it can be had, a page at a time', async () => {
        const gone = { ...variantOf('gone-1'), available: false };
        await under.load(shop, [
          aProduct({ id: '1', name: 'Wool socks', variants: [variantOf('socks-1')] }),
          aProduct({ id: '2', name: 'Coat with Ärmel', variants: [variantOf('coat-1')] }),
          aProduct({ id: '3', name: 'coat, wool', variants: [variantOf('coat-2')] }),
          aProduct({ id: '4', name: 'Coat, gone', variants: [gone] }),
        ]);
        const listed = async (words: string[], more: { limit: number; cursor?: string }) => {
          const { products, next } = await platform.productList(shop, { words, ...more });
          return { ids: products.map(({ id }) => id), next };
        };
        const first = await listed([], { limit: 2 });
        assert.deepEqual(first.ids, ['2', '3']);
        const second = await listed([], { limit: 2, cursor: first.next! });
        assert.deepEqual(second, { ids: ['1'], next: undefined });
        assert.deepEqual((await listed(['wool', 'coat'], { limit: 9 })).ids, ['3']);
        assert.deepEqual((await listed(['armel'], { limit: 9 })).ids, ['2']);
        assert.deepEqual((await listed(['gone'], { limit: 9 })).ids, []);
      });
    });

    describe('adopting a login', () => {
      const aLogin = (wanted: Partial<Login> = {}): Login => ({
        ...{ issuer: undefined, subject: 'anna', firstName: 'Anna', lastName: 'Berg' },
        ...{ email: 'anna@mail.example', phone: '+31612345678' },
        ...wanted,
      });

      test('finds the shop’s customer by their id, and leaves them as the shop told them', async () => {
        await under.load(shop, [aCustomer({ id: 'anna', email: 'real@mail.example' })]);
        const known = await platform.customer(shop, 'anna');
        assert.deepEqual(await platform.adoptLogin(shop, aLogin()), known);
        assert.deepEqual(await platform.customer(shop, 'anna'), known);
      });

      test('makes one where there is none, and follows what the login says later', async () => {
        const made = await platform.adoptLogin(shop, aLogin());
        assert.deepEqual(await platform.customer(shop, 'anna'), made);
        assert.equal(made.id, 'anna');
        await platform.adoptLogin(shop, aLogin({ lastName: 'Dahl', email: undefined }));
        const { email, ...rest } = made;
        assert.equal(email, 'anna@mail.example');
        assert.deepEqual(await platform.customer(shop, 'anna'), { ...rest, lastName: 'Dahl' });
      });

      test('takes nothing over by an e-mail or a phone', async () => {
        await under.load(shop, [
          aCustomer({ id: 'bo', email: 'anna@mail.example', phone: '+31612345678' }),
          anOrder({ id: 'a', number: '1', email: 'anna@mail.example' }),
        ]);
        const { id } = await platform.adoptLogin(shop, aLogin());
        const { orders } = await listed(shop, id, { filter: 'all', limit: 20 });
        assert.deepEqual(orders, []);
        const holder = await platform.adoptContact(shop, { email: 'anna@mail.example' });
        assert.equal(holder.id, 'bo');
      });

      test('of another issuer is a customer apart, the same at each login', async () => {
        const elsewhere = aLogin({ issuer: 'https://login.example' });
        await under.load(shop, [aCustomer({ id: 'anna' })]);
        const all = await Promise.all([1, 2, 3].map(() => platform.adoptLogin(shop, elsewhere)));
        const ids = new Set(all.map(({ id }) => id));
        assert.equal(ids.size, 1);
        assert.ok(!ids.has('anna'));
        const third = await platform.adoptLogin(shop, {
          ...elsewhere,
          issuer: 'https://c.example',
        });
        assert.ok(!ids.has(third.id));
        const there = aShop({ id: `${shop.id}-other` });
        assert.ok(!ids.has((await platform.adoptLogin(there, elsewhere)).id));
      });
    });

    describe('adopting a contact', () => {
      test('makes a customer of a guest and gives them the orders of that contact', async () => {
        await under.load(shop, [
          anOrder({ id: 'a', number: '1', email: 'Guest@mail.example' }),
          anOrder({ id: 'b', number: '2', email: 'guest@mail.example' }),
          anOrder({ id: 'c', number: '3', email: 'else@mail.example' }),
        ]);
        const customer = await platform.adoptContact(shop, { email: 'guest@mail.example' });
        assert.equal(customer.email, 'guest@mail.example');
        const { orders } = await listed(shop, customer.id, { filter: 'all', limit: 20 });
        assert.deepEqual(orders.map(({ id }) => id).sort(), ['a', 'b']);
        assert.equal((await platform.order(shop, 'a'))?.customer, customer.id);
        assert.equal((await platform.order(shop, 'c'))?.customer, undefined);
      });

      test('again makes nobody new', async () => {
        await under.load(shop, [anOrder({ email: 'guest@mail.example' })]);
        const first = await platform.adoptContact(shop, { email: 'guest@mail.example' });
        assert.deepEqual(await platform.adoptContact(shop, { email: 'GUEST@mail.example' }), first);
        assert.deepEqual(await platform.findCustomer(shop, { email: 'guest@mail.example' }), first);
      });

      test('of a known customer takes guest orders over, and nobody else’s', async () => {
        await under.load(shop, [
          aCustomer({ id: 'anna', email: 'anna@mail.example' }),
          aCustomer({ id: 'bo', email: 'bo@mail.example' }),
          anOrder({ id: 'a', number: '1', email: 'anna@mail.example' }),
          anOrder({ id: 'b', number: '2', email: 'anna@mail.example', customer: 'bo' }),
        ]);
        assert.equal(
          (await platform.adoptContact(shop, { email: 'anna@mail.example' })).id,
          'anna',
        );
        assert.equal((await platform.order(shop, 'a'))?.customer, 'anna');
        assert.equal((await platform.order(shop, 'b'))?.customer, 'bo');
      });

      test('by phone works alike', async () => {
        await under.load(shop, [anOrder({ phone: '+32 470 12 34 56' })]);
        const customer = await platform.adoptContact(shop, { phone: '0032470123456' });
        assert.equal((await platform.order(shop, 'order-1'))?.customer, customer.id);
      });
    });

    describe('orders whose contact is not their customer’s', () => {
      const GIFT = { email: 'Gift@mail.example' };
      const page = async (customer: string, query: Partial<OrderListQuery> = {}) =>
        listed(shop, customer, { filter: 'all', limit: 20, contact: GIFT, ...query });
      const idsOf = ({ orders }: { orders: OrderSummary[] }) => orders.map(({ id }) => id);
      const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T09:00:00.000Z`;
      beforeEach(() =>
        under.load(shop, [
          aCustomer({ id: 'anna', email: 'anna@mail.example' }),
          aCustomer({ id: 'gina', email: 'gift@mail.example' }),
          aCustomer({ id: 'gina-too', email: 'GIFT@mail.example' }),
          anOrder({ id: 'a', number: '1', customer: 'gina', placedAt: day(1) }),
          anOrder({ id: 'b', number: '2', customer: 'anna', placedAt: day(2), ...GIFT }),
          anOrder({ id: 'c', number: '3', customer: 'anna', placedAt: day(3) }),
          anOrder({
            ...{ id: 'd', number: '4', customer: 'anna', placedAt: day(4) },
            email: 'anna@mail.example',
          }),
          anOrder({ id: 'e', number: '5', customer: 'gina', placedAt: day(5) }),
          anOrder({ id: 'f', number: '6', customer: 'gina-too', placedAt: '2025-11-06T09:00:00Z' }),
        ]),
      );

      test('are named for that contact, and no other order of that customer', async () => {
        assert.deepEqual(await platform.ordersBeyond(shop, 'gina', GIFT), ['b', 'f']);
        assert.deepEqual(
          await platform.ordersBeyond(shop, 'anna', { email: 'anna@mail.example' }),
          [],
        );
        assert.deepEqual(await platform.ordersBeyond(aShop({ id: 'other' }), 'gina', GIFT), []);
      });

      test('stand in the list where they belong, with their year, when it is asked for them', async () => {
        const all = await page('gina');
        assert.deepEqual(idsOf(all), ['e', 'b', 'a', 'f']);
        assert.deepEqual([all.next, all.years], [undefined, [2026, 2025]]);
        assert.deepEqual(idsOf(await page('gina', { year: 2025 })), ['f']);
        assert.deepEqual(idsOf(await page('gina', { filter: 'past' })), []);
        const { orders } = await listed(shop, 'gina', { filter: 'all', limit: 20 });
        assert.deepEqual(
          orders.map(({ id }) => id),
          ['e', 'a'],
        );
      });

      test('are paged with the rest, none twice and none left out', async () => {
        for (const limit of [1, 2, 3, 4]) {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const told = await page('gina', { limit, ...(cursor !== undefined && { cursor }) });
            assert.equal(told.years === undefined, cursor !== undefined);
            seen.push(...idsOf(told));
            cursor = told.next;
          } while (cursor !== undefined);
          assert.deepEqual(seen, ['e', 'b', 'a', 'f'], `${limit} a page`);
        }
      });
    });

    describe('an order', () => {
      test('comes back as it was told', async () => {
        const row = anOrder({
          customer: 'anna',
          lines: [
            aLine({
              id: 'l1',
              name: 'Boots',
              options: { Size: '42', Colour: 'brown' },
              quantity: 2,
              unitPrice: 8900,
              picture: { url: 'https://alder.example/boots.jpg', alt: 'Boots' },
              url: 'https://alder.example/boots',
            }),
            aLine({ id: 'l2', name: 'Laces', bundle: 'pair', unitPrice: 500 }),
          ],
          discounts: [{ label: 'Welcome', amount: -1000 }],
          shipping: 495,
          tax: 300,
          taxIncluded: false,
          payments: [{ kind: 'card', label: 'Visa', lastFour: '4242', amount: 18095 }],
          address: { name: 'Anna', lines: ['Lijnbaan 1'], city: 'Rotterdam', country: 'NL' },
          shipments: [
            aShipment({
              id: 's1',
              carrier: 'PostNL',
              number: '3S ABCD 123',
              url: 'https://carrier.example/3SABCD123',
              estimate: { from: '2026-01-05T09:00:00.000Z', to: '2026-01-05T12:00:00.000Z' },
              lines: [{ line: 'l1', quantity: 2 }],
              events: [
                anEvent({ at: '2026-01-02T10:00:00.000Z', text: 'Taken in', place: 'Utrecht' }),
                anEvent({ at: '2026-01-03T10:00:00.000Z', text: 'Sorted', id: 'e-2' }),
              ],
            }),
          ],
        });
        await under.load(shop, [aCustomer({ id: 'anna', email: 'anna@mail.example' }), row]);
        assert.deepEqual(await platform.order(shop, 'order-1'), {
          id: 'order-1',
          number: '#1001',
          customer: 'anna',
          email: 'anna@mail.example',
          placedAt: '2026-01-01T09:00:00.000Z',
          status: 'shipped',
          currency: 'EUR',
          lines: [
            {
              id: 'l1',
              product: 'boots',
              variant: 'boots-42',
              name: 'Boots',
              options: [
                { name: 'Size', value: '42' },
                { name: 'Colour', value: 'brown' },
              ],
              quantity: 2,
              unitPrice: 8900,
              picture: { url: 'https://alder.example/boots.jpg', alt: 'Boots' },
              url: 'https://alder.example/boots',
            },
            {
              id: 'l2',
              product: 'boots',
              variant: 'boots-42',
              name: 'Laces',
              bundle: 'pair',
              options: [],
              quantity: 1,
              unitPrice: 500,
            },
          ],
          discounts: [{ label: 'Welcome', amount: -1000 }],
          shipping: 495,
          tax: 300,
          taxIncluded: false,
          total: 18095,
          payments: [{ kind: 'card', label: 'Visa', lastFour: '4242', amount: 18095 }],
          address: { name: 'Anna', lines: ['Lijnbaan 1'], city: 'Rotterdam', country: 'NL' },
          shipments: [
            {
              id: 's1',
              carrier: 'postnl',
              number: '3S ABCD 123',
              url: 'https://carrier.example/3SABCD123',
              status: 'in_transit',
              estimate: { from: '2026-01-05T09:00:00.000Z', to: '2026-01-05T12:00:00.000Z' },
              lines: [{ line: 'l1', quantity: 2 }],
              events: [
                { at: '2026-01-03T10:00:00.000Z', status: 'in_transit', text: 'Sorted' },
                {
                  at: '2026-01-02T10:00:00.000Z',
                  status: 'in_transit',
                  text: 'Taken in',
                  place: 'Utrecht',
                },
              ],
            },
          ],
        });
      });

      test('keeps how it was paid, where it was bought and what the fraud check said', async () => {
        const paid = { kind: 'card' as const, label: 'Visa', amount: 8900 };
        const payments = [{ ...paid, method: 'card-1', reference: 'pi_3MtwBw' }];
        await under.load(shop, [anOrder({ payments, channel: 'pos', risk: 'high' })]);
        const order = await platform.order(shop, 'order-1');
        assert.deepEqual(order?.payments, payments);
        assert.deepEqual([order?.channel, order?.risk], ['pos', 'high']);
      });

      test('of another shop is not there', async () => {
        await under.load(shop, [anOrder({ id: 'a' })]);
        assert.equal(await platform.order(aShop({ id: 'other' }), 'a'), undefined);
        assert.equal(await platform.order(shop, 'b'), undefined);
      });
    });

    describe('finding an order by number and contact', () => {
      beforeEach(() =>
        under.load(shop, [
          aCustomer({ id: 'anna', email: 'anna@mail.example', phone: '+31612345678' }),
          anOrder({ id: 'own', number: '#AL-1043', customer: 'anna' }),
          anOrder({
            id: 'guest',
            number: '1044',
            email: 'guest@mail.example',
            phone: '+32470123456',
          }),
          anOrder({
            id: 'gift',
            number: '1045',
            customer: 'anna',
            email: 'other@mail.example',
          }),
        ]),
      );

      test('compares numbers without case, blanks and a leading #', async () => {
        for (const number of ['#AL-1043', 'al-1043', ' # al -1043 ', 'AL-1043'])
          assert.equal(
            (await platform.findOrder(shop, number, { email: 'ANNA@mail.example ' }))?.id,
            'own',
            number,
          );
      });

      test('takes either contact of the order', async () => {
        const contacts = [{ email: 'guest@mail.example' }, { phone: '0032470123456' }];
        for (const contact of contacts)
          assert.equal((await platform.findOrder(shop, '1044', contact))?.id, 'guest');
      });

      test('takes the customer’s contact only where the order has none of its own', async () => {
        const found = (email: string) => platform.findOrder(shop, '1045', { email });
        assert.equal((await found('other@mail.example'))?.id, 'gift');
        assert.equal(await found('anna@mail.example'), undefined);
      });

      test('needs both to match, in this shop', async () => {
        const guest = { email: 'guest@mail.example' };
        assert.equal(await platform.findOrder(shop, 'AL-1043', guest), undefined);
        assert.equal(await platform.findOrder(shop, '9999', guest), undefined);
        assert.equal(await platform.findOrder(aShop({ id: 'other' }), '1044', guest), undefined);
        const twin = aShop({ id: `${shop.id}-twin` });
        const late = { placedAt: '2026-02-01T10:00:00.000Z' };
        await under.load(twin, [anOrder({ id: 'twin', number: '1044', ...guest, ...late })]);
        assert.equal((await platform.findOrder(shop, '1044', guest))?.id, 'guest');
        assert.equal((await platform.findOrder(twin, '1044', guest))?.id, 'twin');
      });
    });

    test('an order is found by its number among the customer’s own, the newest of several', async () => {
      const late = { placedAt: '2026-02-01T10:00:00.000Z' };
      await under.load(shop, [
        aCustomer({ id: 'anna' }),
        anOrder({ id: 'old', number: '#7', customer: 'anna' }),
        anOrder({ id: 'new', number: '7', customer: 'anna', ...late }),
        anOrder({ id: 'guest', number: '8', email: 'guest@mail.example' }),
      ]);
      const found = (customer: string, number: string, of = shop) =>
        platform.orderNumbered(of, customer, number);
      assert.equal((await found('anna', ' # 7'))?.id, 'new');
      assert.equal(await found('bo', '7'), undefined);
      assert.equal(await found('anna', '8'), undefined);
      assert.equal(await found('anna', '7', aShop({ id: 'other' })), undefined);
    });

    describe('a customer’s orders', () => {
      const placed = (id: string, placedAt: string, wanted: Parameters<typeof anOrder>[0] = {}) =>
        anOrder({ id, number: id, customer: 'anna', placedAt, ...wanted });

      test('come newest first, page by page, each once', async () => {
        const ids = ['b', 'A', 'é', 'Z', '_x', 'a-b', 'aB'];
        // three share each moment, so ids have to break the tie
        const rows = ids.map((id, at) =>
          placed(id, `2026-01-0${Math.floor(at / 3) + 1}T10:00:00.000Z`),
        );
        await under.load(shop, [aCustomer(), aCustomer({ id: 'bo' }), ...rows]);
        await listed(shop, 'bo', { filter: 'all', limit: 3 });
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listed(shop, 'anna', {
            filter: 'all',
            limit: 2,
            ...(cursor && { cursor }),
          });
          assert.ok(page.orders.length <= 2);
          seen.push(...page.orders.map(({ id }) => id));
          cursor = page.next;
        } while (cursor);
        assert.equal(seen.length, ids.length);
        assert.deepEqual(new Set(seen), new Set(ids));
        const moments = seen.map((id) => rows.find((row) => row.id === id)!.placedAt);
        assert.deepEqual(moments, [...moments].sort().reverse());
      });

      test('the last page has no cursor, not even when it is full', async () => {
        await under.load(shop, [placed('a', '2026-01-01T10:00:00.000Z')]);
        const page = await listed(shop, 'anna', { filter: 'all', limit: 1 });
        assert.equal(page.next, undefined);
      });

      test('are active until they are delivered or cancelled', async () => {
        await under.load(shop, [
          placed('waiting', '2026-01-01T10:00:00.000Z', { status: 'placed' }),
          placed('travelling', '2026-01-02T10:00:00.000Z', {
            shipments: [aShipment({ seen: ['in_transit'] })],
          }),
          placed('arrived', '2026-01-03T10:00:00.000Z', {
            shipments: [aShipment({ seen: ['in_transit', 'delivered'] })],
          }),
          placed('cancelled', '2026-01-04T10:00:00.000Z', { status: 'cancelled' }),
        ]);
        const ids = async (filter: 'active' | 'past') =>
          (await listed(shop, 'anna', { filter, limit: 9 })).orders.map(({ id }) => id);
        assert.deepEqual(await ids('active'), ['travelling', 'waiting']);
        assert.deepEqual(await ids('past'), ['cancelled', 'arrived']);
      });

      test('are told by year in the shop’s time zone', async () => {
        await under.load(shop, [
          // already the new year in Amsterdam
          placed('party', '2025-12-31T23:30:00.000Z'),
          placed('before', '2025-12-31T22:30:00.000Z'),
          placed('long ago', '2023-06-01T10:00:00.000Z'),
        ]);
        const first = await listed(shop, 'anna', { filter: 'all', limit: 2 });
        assert.deepEqual(first.years, [2026, 2025, 2023]);
        const next = await listed(shop, 'anna', {
          filter: 'all',
          limit: 2,
          cursor: first.next!,
        });
        assert.equal(next.years, undefined);
        const { orders } = await listed(shop, 'anna', {
          filter: 'all',
          limit: 9,
          year: 2026,
        });
        assert.deepEqual(
          orders.map(({ id }) => id),
          ['party'],
        );
      });

      test('are nobody else’s', async () => {
        await under.load(shop, [placed('a', '2026-01-01T10:00:00.000Z')]);
        const query = { filter: 'all', limit: 9 } as const;
        assert.deepEqual((await listed(shop, 'bo', query)).orders, []);
        const other = aShop({ id: 'other' });
        assert.deepEqual((await listed(other, 'anna', query)).orders, []);
      });

      test('are each their own when many ask at once, whatever page they are at', async () => {
        const people = Array.from({ length: 20 }, (_, nth) => `person ${nth}`);
        const moments = [3, 2, 1].map((day) => `2026-01-0${day}T10:00:00.000Z`);
        await under.load(shop, [
          ...people.map((id) => aCustomer({ id, email: `${id.replace(' ', '')}@mail.example` })),
          ...people.flatMap((customer) =>
            moments.map((placedAt, nth) => placed(`${customer}, ${nth}`, placedAt, { customer })),
          ),
        ]);
        const query = { filter: 'all', limit: 2 } as const;
        const seen = await Promise.all(
          [...people, 'nobody'].map(async (person) => {
            const { orders, next: cursor } = await listed(shop, person, query);
            const rest = cursor ? await listed(shop, person, { ...query, cursor }) : { orders: [] };
            return [...orders, ...rest.orders].map(({ id }) => id);
          }),
        );
        const theirs = people.map((person) => moments.map((_, nth) => `${person}, ${nth}`));
        assert.deepEqual(seen, [...theirs, []]);
      });

      test('an unreadable cursor begins at the first page', async () => {
        await under.load(shop, [placed('a', '2026-01-01T10:00:00.000Z')]);
        const made = (...parts: unknown[]) => btoa(JSON.stringify(parts));
        const cursors = [
          'not one of ours',
          made('2026', 'a\0'),
          made('2026', '\ud800'),
          made('2026-\udc00', 'a'),
          made('2026'),
          made(2026, 'a'),
        ];
        // at once: whoever makes one up spoils nobody else's list
        const pages = await Promise.all(
          cursors.map((cursor) => listed(shop, 'anna', { filter: 'all', limit: 9, cursor })),
        );
        assert.deepEqual(
          pages.map(({ orders }) => orders.length),
          cursors.map(() => 1),
        );
      });
    });

    describe('tracking', () => {
      const news = (wanted: Partial<TrackingUpdate> = {}): TrackingUpdate => ({
        number: '3SABCD1234567',
        events: [anEvent({ status: 'delivered', text: 'Handed over' })],
        ...wanted,
      });
      const withParcel = (wanted: Parameters<typeof aShipment>[0] = {}) =>
        under.load(shop, [
          aCustomer(),
          anOrder({ customer: 'anna', shipments: [aShipment(wanted)] }),
        ]);

      test('of a parcel changes its order and the card in the list', async () => {
        await withParcel();
        const result = await platform.applyTracking!(shop, news());
        assert.deepEqual(result, { changed: true, order: { id: 'order-1', customer: 'anna' } });
        const order = await platform.order(shop, 'order-1');
        assert.equal(order?.status, 'delivered');
        assert.equal(order?.shipments[0]?.status, 'delivered');
        const { orders } = await listed(shop, 'anna', { filter: 'past', limit: 9 });
        assert.equal(orders[0]?.progress.latest?.text, 'Handed over');
      });

      test('told again changes nothing', async () => {
        await withParcel();
        await platform.applyTracking!(shop, news());
        const before = await platform.order(shop, 'order-1');
        assert.equal((await platform.applyTracking!(shop, news()))?.changed, false);
        assert.deepEqual(await platform.order(shop, 'order-1'), before);
      });

      test('finds the parcel however its number is grouped', async () => {
        await withParcel();
        const result = await platform.applyTracking!(shop, news({ number: '3s abcd 123-4567' }));
        assert.equal(result?.changed, true);
      });

      test('of a parcel nobody knows, or of another shop’s, is not applied', async () => {
        await withParcel();
        assert.equal(await platform.applyTracking!(shop, news({ number: 'X' })), undefined);
        assert.equal(await platform.applyTracking!(shop, news({ order: '#9' })), undefined);
        assert.equal(await platform.applyTracking!(aShop({ id: 'other' }), news()), undefined);
      });

      test('that comes with others is answered as if it had come alone', async () => {
        await withParcel();
        const later = anEvent({ at: '2026-01-06T10:00:00.000Z', text: 'Signed for' });
        const signed = news({ events: [{ ...later, status: 'delivered' }] });
        const together = [news(), news(), news(), news({ number: 'X' }), signed];
        const results = await Promise.all(
          together.map((each) => platform.applyTracking!(shop, each)),
        );
        const changed = results.map((each) => each?.changed);
        // whichever of the same came first
        assert.deepEqual(changed.slice(0, 3).sort(), [false, false, true]);
        assert.deepEqual(changed.slice(3), [undefined, true]);
        const order = await platform.order(shop, 'order-1');
        const texts = order?.shipments[0]?.events.map(({ text }) => text) ?? [];
        assert.deepEqual(
          texts.filter((text) => ['Handed over', 'Signed for'].includes(text)),
          ['Signed for', 'Handed over'],
        );
      });

      test('of a number used before goes to the newest order, or to the one named', async () => {
        await under.load(shop, [
          anOrder({
            id: 'old',
            number: '1',
            placedAt: '2020-01-01T10:00:00.000Z',
            shipments: [aShipment()],
          }),
          anOrder({ id: 'new', number: '2', shipments: [aShipment()] }),
        ]);
        assert.equal((await platform.applyTracking!(shop, news()))?.order.id, 'new');
        assert.equal((await platform.applyTracking!(shop, news({ order: '#1' })))?.order.id, 'old');
      });

      test('the newest word on estimate and pickup counts, null takes it back', async () => {
        await withParcel();
        const estimate = { from: '2026-01-05T09:00:00.000Z', to: '2026-01-05T12:00:00.000Z' };
        const late = anEvent({ at: '2026-01-04T10:00:00.000Z', status: 'ready_for_pickup' });
        const early = anEvent({ at: '2026-01-03T10:00:00.000Z' });
        await platform.applyTracking!(
          shop,
          news({ events: [late], estimate: null, pickup: { place: 'Kiosk' } }),
        );
        await platform.applyTracking!(shop, news({ events: [early], estimate }));
        const parcel = (await platform.order(shop, 'order-1'))?.shipments[0];
        assert.equal(parcel?.estimate, undefined);
        assert.deepEqual(parcel?.pickup, { place: 'Kiosk' });
        assert.equal(parcel?.status, 'ready_for_pickup');
      });

      test('the shop’s own rows, told again, leave the carrier’s news alone', async () => {
        const rows = [aCustomer(), anOrder({ customer: 'anna', shipments: [aShipment()] })];
        await under.load(shop, rows);
        await platform.applyTracking!(shop, news());
        const before = await platform.order(shop, 'order-1');
        await under.load(shop, rows);
        assert.deepEqual(await platform.order(shop, 'order-1'), before);
      });

      test('half an order delivered is not an order delivered', async () => {
        await under.load(shop, [
          anOrder({
            lines: [aLine({ id: 'a' }), aLine({ id: 'b' })],
            shipments: [aShipment({ lines: [{ line: 'a', quantity: 1 }] })],
          }),
        ]);
        await platform.applyTracking!(shop, news());
        assert.equal((await platform.order(shop, 'order-1'))?.status, 'shipped');
      });

      test('in any order and repetition ends in the same state', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(anUpdate, { minLength: 1, maxLength: 4 }).chain((updates) =>
              fc.tuple(
                fc.constant(updates),
                fc.shuffledSubarray([...updates, ...updates], {
                  minLength: updates.length * 2,
                }),
              ),
            ),
            async ([straight, muddled]) => {
              const ended = async (updates: readonly TrackingUpdate[]) => {
                openShop();
                await withParcel({ seen: ['label_printed'] });
                for (const update of updates) await platform.applyTracking!(shop, update);
                const { orders } = await listed(shop, 'anna', { filter: 'all', limit: 1 });
                return { order: await platform.order(shop, 'order-1'), card: orders[0] };
              };
              assert.deepEqual(await ended(muddled), await ended(straight));
            },
          ),
          { numRuns: 60 },
        );
      });
    });
  });
}

const eventArbitrary: fc.Arbitrary<TrackingEventInput> = fc.record(
  {
    id: fc.constantFrom('e1', 'e2'),
    at: fc.constantFrom('2026-01-03T10:00:00.000Z', '2026-01-04T10:00:00.000Z'),
    status: fc.constantFrom('in_transit', 'delivered', 'returned_to_sender', 'unknown'),
    text: fc.constantFrom('seen', 'seen again'),
    place: fc.constantFrom('Utrecht', 'Delft'),
  },
  { requiredKeys: ['at', 'status', 'text'], noNullPrototype: true },
);

const anUpdate: fc.Arbitrary<TrackingUpdate> = fc.record(
  {
    number: fc.constant('3SABCD1234567'),
    events: fc.array(eventArbitrary, { minLength: 1, maxLength: 3 }),
    carrier: fc.constantFrom('postnl', 'DHL'),
    estimate: fc.constantFrom(null, {
      from: '2026-01-05T09:00:00.000Z',
      to: '2026-01-05T12:00:00.000Z',
    }),
    pickup: fc.constantFrom(null, { place: 'Kiosk' }, { place: 'Locker' }),
  },
  { requiredKeys: ['number', 'events'], noNullPrototype: true },
);

const variantOf = (id: string) => ({ id, price: 8900, currency: 'EUR', available: true });
