import { Stage } from '../harness/stage.ts';
import {
  aCustomer,
  aGuest,
  anOrder,
  aShop,
  delivered,
  fromNow,
  missed,
} from '../harness/an-order.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';

describe('home', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('offers nobody both ways to an order, and the ways to a person', async () => {
    stage = await Stage.open('home');
    await stage.sees('Talk to Alder');
    await stage.sees('Have an order?');
    equal(stage.heading, 'Hello. How can we help?');
    deepEqual(stage.names('button'), ['Sign in', 'Track as guest']);
    equal(
      (await stage.one('link', 'Write to us help@alder.example')).getAttribute('href'),
      'mailto:help@alder.example',
    );
    deepEqual(await stage.axe(), []);
  });

  it('leads nobody to sign-in and to tracking', async () => {
    stage = await Stage.open('home');
    await stage.press('Track as guest');
    equal(stage.room, 'find');
    stage.desk.route.back();
    await stage.press('Sign in');
    equal(stage.room, 'sign-in');
  });

  it('offers no sign-in where the shop cannot send codes', async () => {
    stage = await Stage.open('home', {
      prepare: (backend) => {
        backend.shop = aShop({ capabilities: { guestTracking: { mode: 'number' } } });
      },
    });
    await stage.sees('Its number and your e-mail are enough.');
    deepEqual(stage.names('button'), ['Track as guest']);
  });

  it('greets a customer and leads to the order that is on its way', async () => {
    const estimate = { from: fromNow(1), to: fromNow(1) };
    const order = anOrder();
    stage = await Stage.open('home', {
      prepare: (backend) => {
        backend.session = aCustomer();
        backend.orders = [
          delivered('4051'),
          { ...order, progress: { ...order.progress, estimate } },
        ];
      },
    });
    await stage.sees('Arriving tomorrow');
    match(stage.heading!, /^Good \w+, Mara$/);
    await stage.sees(/Left Rotterdam · (today|yesterday) at/);
    ok(
      stage.text.indexOf('Order 4182') < stage.text.indexOf('Order 4051'),
      'what moves comes first',
    );
    deepEqual(await stage.axe(), []);
    await stage.follow(/^Order 4182/);
    equal(stage.room, 'order/order-4182');
  });

  it('puts first what waits for the shopper', async () => {
    stage = await Stage.open('home', {
      prepare: (backend) => {
        backend.session = aCustomer();
        backend.orders = [anOrder(), missed('4170')];
      },
    });
    await stage.sees('Needs you');
    ok(stage.text.indexOf('Order 4170') < stage.text.indexOf('Order 4182'), 'it comes first');
    deepEqual(await stage.axe(), []);
  });

  it('shows a guest the one order they follow, and nothing of what is in it', async () => {
    stage = await Stage.open('home', {
      prepare: (backend) => {
        backend.orders = [anOrder()];
        backend.session = aGuest(backend.orders[0]!);
      },
    });
    await stage.sees('Order 4182');
    ok(!stage.text.includes('Field coat'), 'no item');
    ok(!stage.text.includes('€'), 'no price');
    equal(stage.backend.timesAsked('GET /orders'), 0);
  });

  it('says who has no orders yet, and where they will be', async () => {
    stage = await Stage.open('home', { prepare: (backend) => (backend.session = aCustomer()) });
    await stage.sees('No orders yet');
    await stage.follow('Track another order');
    equal(stage.room, 'find');
  });

  it('says whose fault it is when orders do not load, and loads them at another try', async () => {
    stage = await Stage.open('home', {
      prepare: (backend) => {
        backend.session = aCustomer();
        backend.orders = [anOrder()];
        backend.refuse['GET /orders'] = { code: 'code_required' };
      },
    });
    await stage.sees('Your orders did not load');
    await stage.sees('Your orders are safe.');
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('Order 4182');
  });

  it('speaks Arabic from right to left', async () => {
    stage = await Stage.open('home', { language: 'ar' });
    await stage.heads('مرحبًا. كيف نساعدك؟');
    await stage.sees('تواصل مع Alder');
    deepEqual(await stage.axe(), []);
  });
});
