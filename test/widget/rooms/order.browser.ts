import {
  aCustomer,
  aGuest,
  anOrder,
  aParcel,
  delivered,
  fromNow,
  missed,
} from '../harness/an-order.ts';
import type { Order } from '../../../src/contract/orders.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('an order', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (order: Order, language: 'en' | 'ar' = 'en') =>
    Stage.open(`order/${order.id}`, {
      language,
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
      },
    });
  const openAsGuest = (order: Order) =>
    Stage.open(`order/${order.id}`, {
      prepare(backend) {
        backend.orders = [order];
        backend.session = aGuest(order);
      },
    });

  it('says where it is, what happened, what is in it and what it cost', async () => {
    stage = await open(anOrder());
    await stage.heads('On its way');
    await stage.sees('Paid');
    for (const said of ['PostNL 3SALD0041822', 'Left Rotterdam', 'Field coat', '€249.00'])
      await stage.sees(said);
    await stage.sees('Total, incl. €43.21 tax');
    await stage.sees('Visa ending in 4242');
    await stage.sees('Mara Kern, Kammenstraat 14, 2000 Antwerp');
    match(stage.names('listitem')[0]!, /^Left Rotterdam (Today|Yesterday)/);
    const link = await stage.one('link', 'Follow it at PostNL');
    equal(link.getAttribute('href'), 'https://postnl.example/3SALD0041822');
    deepEqual(await stage.axe(), []);
  });

  it('is found by the number a mail has', async () => {
    stage = await Stage.open('order/4182', {
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [anOrder()];
      },
    });
    await stage.heads('On its way');
  });

  it('puts the next step first when something went wrong', async () => {
    stage = await open(missed());
    await stage.heads('We missed you');
    await stage.sees('Needs you');
    await stage.sees('Your parcel is safe at the Antwerp depot.');
    const [first] = stage.all('link');
    equal(first?.textContent?.trim(), 'Choose a new delivery');
    equal(first?.getAttribute('href'), 'https://postnl.example/choose');
    deepEqual(await stage.axe(), []);
  });

  for (const [kind, status, label, href] of [
    ['collect', 'ready_for_pickup', 'See where to collect it', 'https://postnl.example/act'],
    ['check_address', 'failure', 'Check the address', 'https://postnl.example/act'],
    ['contact_carrier', 'failure', 'Contact PostNL', 'https://postnl.example/act'],
    ['contact_shop', 'returned_to_sender', 'Contact the shop', 'mailto:help@alder.example'],
  ] as const)
    it(`offers ${label} for ${status}`, async () => {
      const action = {
        kind,
        ...(kind !== 'contact_shop' && { url: 'https://postnl.example/act' }),
      };
      const order = anOrder({ shipments: [aParcel({ status, action })] });
      stage = await open({ ...order, progress: { ...order.progress, needsYou: true } });
      equal((await stage.one('link', label)).getAttribute('href'), href);
    });

  it('leads to the shop where the carrier has no page for the next step', async () => {
    const action = { kind: 'choose_delivery' } as const;
    stage = await open(anOrder({ shipments: [aParcel({ status: 'attempted_delivery', action })] }));
    equal(
      (await stage.one('link', 'Contact the shop')).getAttribute('href'),
      'mailto:help@alder.example',
    );
  });

  it('shows each parcel of a split order, by arrow keys', async () => {
    const parcels = [
      aParcel({ id: 'p1', estimate: { from: fromNow(2), to: fromNow(2) } }),
      aParcel({ id: 'p2', number: '3SALD0041823', status: 'confirmed', events: [] }),
    ];
    stage = await open(anOrder({ shipments: parcels }));
    await stage.until('two tabs', () => stage.all('tab').length === 2);
    const chosen = () => stage.all('tab').map((tab) => tab.getAttribute('aria-selected'));
    deepEqual(chosen(), ['true', 'false']);
    deepEqual(await stage.axe(), []);
    stage.all('tab')[0]!.focus();
    await stage.key('ArrowRight');
    await stage.sees('3SALD0041823');
    deepEqual(chosen(), ['false', 'true']);
    equal(stage.focused, stage.all('tab')[1]);
    await stage.sees('The first news comes when the carrier has the parcel.');
    await stage.key('Home');
    await stage.sees('3SALD0041822');
    equal(stage.focused, stage.all('tab')[0]);
  });

  it('turns the arrow keys around where one reads from right to left', async () => {
    const order = anOrder({
      shipments: [aParcel(), aParcel({ id: 'p2', number: '3SALD0041823' })],
    });
    stage = await open(order, 'ar');
    await stage.until('two tabs', () => stage.all('tab').length === 2);
    stage.all('tab')[0]!.focus();
    await stage.key('ArrowLeft');
    await stage.sees('3SALD0041823');
    deepEqual(await stage.axe(), []);
  });

  it('shows a few steps, and all of them when asked', async () => {
    const events = Array.from({ length: 8 }, (_, n) => ({
      at: fromNow(-n),
      status: 'in_transit' as const,
      text: `Step ${8 - n}`,
    }));
    stage = await open(anOrder({ shipments: [aParcel({ events })] }));
    await stage.press('Show 3 earlier steps');
    await stage.sees('Step 1');
    equal(stage.all('listitem').length, 8);
  });

  it('says politely what is new while it is open', async () => {
    const order = anOrder();
    stage = await open(order);
    await stage.heads('On its way');
    stage.backend.orders = [
      { ...order, progress: { ...order.progress, parcel: 'out_for_delivery', progress: 3 } },
    ];
    await stage.desk.order(order.id).load();
    await stage.heads('Out for delivery');
    equal(stage.told, 'News: Out for delivery');
  });

  it('shows a guest where it is, and nothing else of it', async () => {
    stage = await openAsGuest(anOrder());
    await stage.heads('On its way');
    await stage.sees('Left Rotterdam');
    for (const secret of ['Field coat', '€', 'Mara', 'Kammenstraat', 'Visa'])
      ok(!stage.text.includes(secret), secret);
    equal(stage.backend.timesAsked('GET /orders/order-4182'), 0);
    deepEqual(await stage.axe(), []);
    await stage.press('See everything');
    equal(stage.room, 'sign-in/order-4182');
    deepEqual(stage.desk.route.here().after, { room: 'order', id: 'order-4182' });
  });

  it('has no bar for what is over', async () => {
    stage = await open(delivered('4051'));
    await stage.sees('Left with your neighbour');
    match(stage.heading!, /^Delivered/);
    equal(stage.text.includes('On its way'), false);
  });

  it('tells what was given back for a cancelled order', async () => {
    const order = anOrder({ shipments: [] });
    stage = await open({
      ...order,
      progress: { status: 'cancelled', progress: 0, needsYou: false, parcels: 0 },
      payments: [
        ...order.payments,
        { ...order.payments[0]!, amount: { amount: -24900, currency: 'EUR' } },
      ],
    });
    await stage.heads('Cancelled');
    await stage.sees('Refunded to Visa ending in 4242');
    // it went nowhere, and goes nowhere
    equal(stage.text.includes(String(order.address!.city)), false);
  });

  it('says so when it is in another account', async () => {
    stage = await Stage.open('order/nope', {
      prepare: (backend) => (backend.session = aCustomer()),
    });
    await stage.heads('This order is not in your account');
    deepEqual(await stage.axe(), []);
    await stage.press('Find an order');
    equal(stage.room, 'find');
  });

  it('says whose fault it is when it does not load, and loads it at another try', async () => {
    const order = anOrder();
    stage = await Stage.open(`order/${order.id}`, {
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
        backend.refuse[`GET /orders/${order.id}`] = { code: 'code_required' };
      },
    });
    await stage.heads('This order did not load');
    await stage.sees('Your order is safe.');
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.heads('On its way');
    await stage.until('the focus', () => stage.focused?.textContent === 'On its way');
  });

  it('lets nobody sign in, and leads back here', async () => {
    stage = await Stage.open('order/4182');
    await stage.heads('Sign in to see this order');
    await stage.press('Sign in');
    deepEqual(stage.desk.route.here().after, { room: 'order', id: '4182' });
  });

  it('keeps what scripts a shop’s data may hold as plain text', async () => {
    const evil = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';
    const order = anOrder();
    stage = await open({ ...order, lines: [{ ...order.lines[0]!, name: evil }] });
    await stage.sees(evil.slice(0, 20));
    equal('hacked' in window, false);
  });
});
