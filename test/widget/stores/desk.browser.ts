import { createOutbox } from '../../../src/widget/host/outbox.ts';
import { createIdentity } from '../../../src/widget/stores/identity.ts';
import { createOrderLists } from '../../../src/widget/stores/order-lists.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import type { Letter } from '../../../src/widget/stores/letters.ts';
import { createDesk, type OwnedDesk } from '../../../src/widget/stores/desk.ts';
import { aCustomer, anOrder } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { FakeBackend } from '../harness/fake-backend.ts';
import { forgetKept } from '../harness/kept.ts';
import { until } from '../harness/until.ts';

describe('A desk', () => {
  let backend: FakeBackend;
  let desks: OwnedDesk[];
  let api: string;
  const make = (options: { api?: string } = {}) => {
    const desk = createDesk({
      config: {
        api: options.api ?? api,
        shop: undefined,
        rooms: undefined,
        locale: 'en',
        fallback: undefined,
        cart: undefined,
        home: 'home',
      },
      makeWords: (zone) => createWords('en', en, zone),
    });
    desks.push(desk);
    return desk;
  };
  const kindOf = (desk: OwnedDesk) => desk.session.$session.get().kind;

  beforeEach(() => {
    backend = new FakeBackend();
    backend.orders = [anOrder()];
    backend.start();
    desks = [];
    // other test pages have the same origin
    api = `https://${crypto.randomUUID()}.example`;
  });
  afterEach(() => {
    for (const desk of desks) {
      desk.drafts.clear();
      desk.destroy();
    }
    forgetKept(api);
    backend.stop();
  });

  it('asks for nothing once it is gone, whatever was on its way', async () => {
    backend.session = aCustomer();
    const desk = make();
    desk.opened();
    await until('the orders', () => desk.orders.$state.get().is === 'ready');
    const before = backend.timesAsked('GET /orders');
    const coming = desk.order('order-4182').load();
    desk.destroy();
    await coming;
    equal(desk.orders.$state.get().is, 'idle');
    equal(backend.timesAsked('GET /orders'), before);
  });

  it('asks for the orders as soon as it knows who is here', async () => {
    backend.session = aCustomer();
    const desk = make();
    desk.opened();
    await until('orders', () => desk.orders.$state.get().is === 'ready');
    deepEqual(backend.asked.map(({ what }) => what).sort(), [
      'GET /desk',
      'GET /orders',
      'POST /session/refresh',
    ]);
  });

  it('signs out in every tab, and forgets what was typed', async () => {
    backend.session = aCustomer();
    const [here, there] = [make(), make()];
    const stranger = make({ api: `${api}/other` });
    for (const desk of desks) {
      desk.opened();
      desk.drafts.write('ask', { text: 'Where is it?' });
    }
    await until('customers', () => desks.every((desk) => kindOf(desk) === 'customer'));
    await here.use(createIdentity).signOut();
    here.drafts.write('find', { number: '4182' });
    await until('signed out there', () => kindOf(there) === 'anonymous');
    for (const desk of [here, there]) {
      equal(desk.orders.$state.get().is, 'idle');
      equal(desk.drafts.read('ask'), undefined);
    }
    // what came after it stays, whenever the others hear of it
    deepEqual(here.drafts.read('find'), { number: '4182' });
    equal(kindOf(stranger), 'customer');
    deepEqual(stranger.drafts.read('ask'), { text: 'Where is it?' });
  });

  it('forgets what was typed in a tab that does not hear of the sign-out, and only that', async () => {
    backend.session = aCustomer();
    const [here, stranger] = [make(), make({ api: `${api}/other` })];
    for (const desk of desks) desk.drafts.write('ask', { text: 'Where is it?' });
    // as of a tab that was reloaded and in which nobody has opened the panel since
    const unopened = { ...sessionStorage };
    await here.use(createIdentity).signOut();
    Object.assign(sessionStorage, unopened);
    const next = make();
    equal(next.drafts.read('ask'), undefined);
    equal(sessionStorage.getItem(`fd:${api}:`), null);
    next.drafts.write('ask', { text: 'And mine?' });
    next.destroy();
    deepEqual(make().drafts.read('ask'), { text: 'And mine?' });
    deepEqual(stranger.drafts.read('ask'), { text: 'Where is it?' });
  });

  it('forgets what was typed in a page that hears of nothing', async () => {
    backend.session = aCustomer();
    const [here, there] = [make(), make()];
    there.drafts.write('ask', { text: 'Where is it?' });
    await here.use(createIdentity).signOut();
    // before any message has come
    equal(there.drafts.read('ask'), undefined);
    there.drafts.write('find', { number: '4182' });
    deepEqual(there.drafts.read('find'), { number: '4182' });
  });

  it('leaves nothing to be sent, though nobody has opened the conversations', async () => {
    backend.session = aCustomer();
    const [mine, others] = [api, `${api}/other`].map((of) => createOutbox<Letter>(`fd:${of}:`));
    const letter = { client: 'letter-1', who: 'visitor', text: 'Where is it?', at: '2026-01-01' };
    await mine!.put(letter);
    await others!.put(letter);
    await make().use(createIdentity).signOut();
    let left: Letter[] = [letter];
    await until('nothing waits', () => {
      void mine!.read().then((found) => (left = found));
      return !left.length;
    });
    deepEqual(await others!.read(), [letter]);
    await others!.clear();
  });

  it('signs in in every tab', async () => {
    const [here, there] = [make(), make()];
    for (const desk of desks) desk.opened();
    await until('nobody', () => desks.every((desk) => kindOf(desk) === 'anonymous'));
    const { id } = await here.use(createIdentity).askCode({ email: 'mara@kern.example' });
    await here.use(createIdentity).answer(id, { code: '123456' });
    await until('a customer there', () => kindOf(there) === 'customer');
  });

  it('takes nobody back whom another tab was told of before they signed out here', async () => {
    backend.session = aCustomer();
    const desk = make();
    await desk.session.refresh();
    await desk.use(createIdentity).signOut();
    const [other, next] = ['other', 'next'].map(() => new BroadcastChannel(`fd:${api}::turns`));
    // it hears after the desk does: that was there before
    const heard = new Promise((done) => next!.addEventListener('message', done));
    other!.postMessage(aCustomer());
    await heard;
    equal(kindOf(desk), 'anonymous');
    for (const channel of [other, next]) channel!.close();
  });

  it('takes what another tab is told from the moment it wants to know', async () => {
    backend.session = aCustomer();
    const desk = make();
    await desk.session.refresh();
    const other = new BroadcastChannel(`fd:${api}::turns`);
    let freed = () => {};
    const before = backend.asked.length;
    await new Promise<void>((held) => {
      void navigator.locks.request(`fd:${api}:`, () => {
        held();
        return new Promise<void>((done) => (freed = done));
      });
    });
    other.postMessage(aCustomer());
    const wanted = desk.session.refresh();
    equal(await wanted, true);
    freed();
    other.close();
    deepEqual(backend.asked.slice(before), []);
  });

  it('keeps what was typed when the session ends elsewhere', async () => {
    backend.session = aCustomer();
    const desk = make();
    desk.opened();
    await until('orders', () => desk.orders.$state.get().is === 'ready');
    desk.drafts.write('ask', { text: 'Where is it?' });
    backend.session = { kind: 'anonymous' };
    backend.refuse = { 'GET /orders': { code: 'unauthenticated' } };
    await desk.orders.load();
    const state = desk.session.$session.get();
    ok(state.kind === 'anonymous' && state.ended, 'not ended');
    equal(desk.orders.$state.get().value, undefined);
    deepEqual(desk.drafts.read('ask'), { text: 'Where is it?' });
  });

  it('keeps what was typed over a reload, and lives without storage', () => {
    const before = make();
    before.drafts.write('find', { number: '4182' });
    before.destroy();
    deepEqual(make().drafts.read('find'), { number: '4182' });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const desk = make();
      desk.drafts.write('find', { number: '4190' });
      deepEqual(desk.drafts.read('find'), { number: '4190' });
      desk.drafts.clear(true);
      equal(desk.drafts.read('find'), undefined);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('begins with nothing typed where what is kept cannot be read', () => {
    for (const kept of ['{"ask":1}', '[null,1]', 'null', '{']) {
      sessionStorage.setItem(`fd:${api}:`, kept);
      equal(make().drafts.read('ask'), undefined);
    }
  });

  it('tells days in the shop’s time zone once it knows it', async () => {
    backend.shop = { ...backend.shop, timeZone: 'Pacific/Kiritimati' };
    const desk = make();
    const at = '2026-11-23T12:00:00.000Z';
    desk.opened();
    await until('the shop', () => desk.info.$state.get().is === 'ready');
    ok(desk.words.time(at).includes('02:00'), desk.words.time(at));
  });

  it('shows in its lists what an order read by itself has become', async () => {
    backend.session = aCustomer();
    const desk = make();
    desk.opened();
    await until('orders', () => desk.orders.$state.get().is === 'ready');
    const [order] = backend.orders;
    backend.orders = [{ ...order!, progress: { ...order!.progress, progress: 4 } }];
    await desk.order('order-4182').load();
    equal(desk.orders.$state.get().value!.items[0]!.progress.progress, 4);
    equal(desk.use(createOrderLists).$state.get().value!.items[0]!.progress.progress, 4);
  });

  it('reads page after page, each order once, and goes back to a choice at once', async () => {
    backend.session = aCustomer();
    backend.pageSize = 2;
    backend.orders = Array.from({ length: 5 }, (_, n) => anOrder({ id: `o${n}`, number: `${n}` }));
    const desk = make();
    desk.opened();
    await until('orders', () => desk.orders.$state.get().is === 'ready');
    const lists = desk.use(createOrderLists);
    const ids = () =>
      lists.$state
        .get()
        .value?.items.map(({ id }) => id)
        .join();
    await Promise.all([lists.more(), lists.more()]);
    equal(ids(), 'o0,o1,o2,o3');
    // a new order slides all others down
    backend.orders.unshift(anOrder({ id: 'new', number: 'new' }));
    await lists.more();
    equal(ids(), 'o0,o1,o2,o3,o4');
    equal(lists.$state.get().value!.next, undefined);
    lists.choose({ filter: 'active' });
    await until('the choice', () => lists.$state.get().is === 'ready');
    lists.choose({ filter: 'all' });
    equal(ids(), 'o0,o1,o2,o3,o4');
  });

  it('reads again what has failed when the network is back', async () => {
    backend.session = aCustomer();
    backend.refuse = { 'GET /orders': { code: 'internal' } };
    const desk = make();
    desk.opened();
    desk.orders.$state.listen(() => undefined); // somebody looks
    await until('failed', () => desk.orders.$state.get().is === 'failed');
    backend.refuse = {};
    const online = { configurable: true, get: () => isOnline };
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', online);
    dispatchEvent(new Event('offline'));
    isOnline = true;
    dispatchEvent(new Event('online'));
    delete (navigator as { onLine?: boolean }).onLine;
    await until('orders', () => desk.orders.$state.get().is === 'ready');
  });

  it('says the same words twice to a screen reader', () => {
    const desk = make();
    const said: string[] = [];
    desk.$announcement.listen((text) => said.push(text));
    desk.announce('New code sent');
    desk.announce('New code sent');
    equal(said.length, 2);
  });
});
