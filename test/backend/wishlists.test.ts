import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { SharedWishlist, Wishlists } from '../../src/contract/wishlists.ts';
import { alertMail } from '../../src/backend/channels/email/alert-mail.ts';
import { createBuiltinPlatform } from '../../src/backend/platforms/builtin/builtin.ts';
import type { Mail } from '../../src/backend/ports.ts';
import { createAlertWorker } from '../../src/backend/services/wishlist-alerts.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, aProduct } from '../builders/rows.ts';
import type { Told, Visitor } from '../builders/visitor.ts';
import { aWish, aWishlist } from '../builders/wishlists.ts';
import { aCustomerVisitor } from './identity/flows.ts';
import { signed } from './live/signed.ts';

const MARA = 'mara@kern.example';
const boots = (stock: number, price = 8900) =>
  aProduct({
    url: '/boots',
    variants: [
      {
        ...{ id: 'boots-42', price, currency: 'EUR', available: stock > 0, stock },
        options: { Size: '42' },
      },
    ],
  });
const rows = [
  aCustomer({ id: 'mara', email: MARA, firstName: 'Mara', lastName: 'Kern' }),
  aCustomer({ id: 'bo', email: 'bo@lund.example' }),
  boots(0),
  aProduct({ id: 'hat', name: 'Hat', variants: [] }),
];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

const put = (visitor: Visitor, path: string, body: unknown = {}) =>
  visitor.send('PUT', path, { body });
const remove = (visitor: Visitor, path: string) => visitor.send('DELETE', path);
const saved = async (visitor = mara) =>
  (await visitor.get('/wishlists')).body as unknown as Wishlists;
const namesOf = ({ wishes }: Wishlists) => wishes.map(({ product }) => product).sort();

describe('Wishlists', () => {
  test('of a device are taken in at sign-in, on two devices too, without doubles', async () => {
    const both = aWish({ product: 'boots', variant: 'boots-42' });
    const phone = { lists: [aWishlist()], wishes: [both, aWish({ product: 'hat' })] };
    const laptop = { lists: [], wishes: [both, aWish({ product: 'hat', variant: 'hat-s' })] };
    desk.clock.pass(31);
    const other = await aCustomerVisitor(desk, MARA, { address: '192.0.2.9' });
    await mara.post('/wishlists/merge', phone);
    await other.post('/wishlists/merge', laptop);
    await mara.post('/wishlists/merge', phone);
    const { lists, wishes } = await saved(other);
    assert.deepEqual(
      lists.map(({ name }) => name),
      ['Winter'],
    );
    assert.equal(wishes.length, 3);
    assert.deepEqual(wishes.find(({ product }) => product === 'boots')?.price, {
      amount: 8900,
      currency: 'EUR',
    });
  });

  test('are written by themselves: saved, moved, noted, taken away', async () => {
    await put(mara, '/wishlists/l-1', { name: 'Winter' });
    await put(mara, '/wishlists/saved/items/boots?variant=boots-42');
    desk.clock.pass(1);
    await put(mara, '/wishlists/l-1/items/boots?variant=boots-42', { quantity: 2, note: 'blue' });
    const [wish] = (await saved()).wishes;
    assert.deepEqual([wish?.list, wish?.quantity, wish?.note], ['l-1', 2, 'blue']);
    desk.clock.pass(1);
    await remove(mara, '/wishlists/l-1');
    assert.equal((await saved()).lists.length, 0);
    assert.equal((await saved()).wishes.length, 1);
    await remove(mara, '/wishlists/l-1/items/boots?variant=boots-42');
    assert.deepEqual(namesOf(await saved()), []);
  });

  test('are read at once where a page shows a hundred products', async () => {
    await put(mara, '/wishlists/saved/items/boots');
    const ids = Array.from({ length: 99 }, (_, nth) => `p-${nth}`);
    const { body } = await desk.visitor().get(`/wishlists/counts?products=boots,${ids.join()}`);
    assert.deepEqual(body['counts'], { boots: 1 });
    const more = await desk.visitor().get(`/wishlists/counts?products=${ids.join()},a,b`);
    assert.equal(more.body.code, 'invalid_request');
  });
});

describe('A shared list', () => {
  const share = async (friends: boolean) =>
    (await put(mara, '/wishlists/saved/share', { friends })).body.token;
  const shared = (told: Told) => told.body as unknown as SharedWishlist;

  test('tells nothing of whose it is: no name, no size, no note', async () => {
    await put(mara, '/wishlists/saved/items/boots?variant=boots-42', { note: 'for my Kern feet' });
    const told = await desk.visitor().get(`/wishlists/shared/${await share(false)}`);
    assert.deepEqual(shared(told), {
      friends: false,
      items: [{ product: 'boots', quantity: 1 }],
    });
  });

  test('is only read where it is not open, and gone where its link is taken back', async () => {
    const friend = desk.visitor();
    const token = await share(false);
    const add = await put(friend, `/wishlists/shared/${token}/items/hat`);
    assert.equal(add.body.code, 'not_offered');
    await remove(mara, '/wishlists/saved/share');
    assert.equal((await friend.get(`/wishlists/shared/${token}`)).status, 404);
  });

  test('that is open lets friends add and mark, and surprises its owner', async () => {
    const token = await share(true);
    const path = `/wishlists/shared/${token}`;
    const [bo, cas] = [desk.visitor(), desk.visitor()];
    await put(bo, `${path}/items/hat`);
    await put(bo, `${path}/marks/hat`, { by: 'a-secret-of-bos-device' });
    assert.deepEqual(namesOf(await saved()), ['hat']);
    assert.deepEqual(shared(await cas.get(path)).items, [
      { product: 'hat', quantity: 1, taken: true },
    ]);
    assert.deepEqual(shared(await mara.get(path)).items, [{ product: 'hat', quantity: 1 }]);
    const twice = await put(cas, `${path}/marks/hat`, { by: 'a-secret-of-cas-device' });
    assert.equal(twice.body.code, 'gift_taken');
  });

  test('is gone with its list', async () => {
    await put(mara, '/wishlists/l-1', { name: 'Winter' });
    const { token } = (await put(mara, '/wishlists/l-1/share')).body;
    assert.equal((await desk.visitor().get(`/wishlists/shared/${token}`)).body['name'], 'Winter');
    desk.clock.pass(1);
    await remove(mara, '/wishlists/l-1');
    assert.equal((await desk.visitor().get(`/wishlists/shared/${token}`)).status, 404);
  });
});

describe('A mail about what is saved', () => {
  const ask = (kind: string, more = {}, language = 'en') =>
    mara.send('PUT', '/wishlists/alerts/boots-42', {
      body: { product: 'boots', kind, consent: true, ...more },
      headers: { 'Accept-Language': language },
    });
  const tell = (stock: number, price?: number) =>
    desk
      .visitor({ origin: null })
      .send(
        'POST',
        '/webhooks/products',
        signed(desk, { ...boots(stock, price), updatedAt: desk.clock.now.toISOString() }),
      );
  const worker = (send: (mail: Mail) => Promise<void>) =>
    createAlertWorker({
      store: desk.storage.alerts,
      platform: createBuiltinPlatform(desk.storage, () => desk.clock.now),
      clock: () => desk.clock.now,
      shops: shopsOf([desk.shop]),
      mailer: { send },
      letter: alertMail,
      log: { info: () => undefined, error: (_, error) => assert.fail(String(error)) },
    });
  /** As the server's job does it. */
  const look = async () => {
    const before = desk.mails.length;
    await worker(async (mail) => void desk.mails.push(mail))();
    return desk.mails.slice(before);
  };

  test('goes out once when the shop tells that the variant is back', async () => {
    assert.equal((await ask('back')).status, 200);
    assert.deepEqual((await saved()).alerts.length, 1);
    assert.deepEqual(await look(), []);
    desk.clock.pass(1);
    await tell(4);
    const [mail, ...more] = await look();
    assert.deepEqual(
      [mail?.to, mail?.subject, more.length],
      [MARA, 'Back in stock: Winter boots', 0],
    );
    assert.match(mail!.text, /42: in stock again, for €89\.00\./);
    desk.clock.pass(400);
    assert.deepEqual(await look(), []);
    assert.deepEqual((await saved()).alerts, []);
  });

  test('goes out once, however long those before it take, and whoever else looks meanwhile', async () => {
    await ask('back');
    await ask('low');
    desk.clock.pass(1);
    await tell(2);
    const sent: string[] = [];
    await worker(async ({ subject }) => {
      sent.push(subject);
      // two of these are longer than a lease: then another process looks as well
      desk.clock.pass(200);
      if (sent.length === 2) sent.push(...(await look()).map((mail) => mail.subject));
    })();
    sent.push(...(await look()).map((mail) => mail.subject));
    assert.equal(sent.length, 2);
    assert.equal(new Set(sent).size, 2);
  });

  for (const [language, words] of [
    ['de', /^Wieder da: /],
    ['ar', /متوفر من جديد/],
  ] as const)
    test(`speaks the language it was asked for in: ${language}`, async () => {
      await ask('back', {}, language);
      desk.clock.pass(1);
      await tell(4);
      assert.match((await look())[0]!.subject, words);
    });

  test('is asked for with consent only', async () => {
    assert.equal((await ask('back', { consent: false })).status, 422);
  });

  test('waits for the price that was named, and for any less where none was', async () => {
    await tell(9);
    await ask('price', { below: { amount: 8000, currency: 'EUR' } });
    desk.clock.pass(1);
    await tell(9, 8500);
    assert.deepEqual(await look(), []);
    await ask('price');
    desk.clock.pass(1);
    await tell(9, 8400);
    assert.equal((await look()).length, 1);
  });

  test('is ended by the link in it, without a sign-in', async () => {
    await ask('back');
    desk.clock.pass(1);
    await tell(4);
    const [mail] = await look();
    const token = /#front-desk\/mails\/(\S+)/.exec(mail!.text)![1]!;
    await ask('back');
    const nobody = desk.visitor();
    await remove(nobody, `/wishlists/mails/${token}x`);
    assert.equal((await saved()).alerts.length, 1);
    await remove(nobody, `/wishlists/mails/${token}`);
    assert.equal((await saved()).alerts.length, 0);
  });
});
