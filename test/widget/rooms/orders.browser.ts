import { aCustomer, anOrder, delivered, fromNow, missed } from '../harness/an-order.ts';
import type { FakeBackend } from '../harness/fake-backend.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const year = (at: string) => at.slice(0, 4);

describe('orders', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (prepare: (backend: FakeBackend) => void, language?: 'ar') =>
    Stage.open('orders', {
      ...(language && { language }),
      prepare(backend) {
        backend.session = aCustomer();
        prepare(backend);
      },
    });

  it('groups them by what is to be done', async () => {
    stage = await open((backend) => {
      backend.orders = [delivered('4051'), anOrder(), missed('4170')];
    });
    await stage.sees('Order 4051');
    deepEqual(stage.names('heading'), ['Orders', 'Needs you', 'On the way', 'Earlier']);
    const order = ['4170', '4182', '4051'].map((number) => stage.text.indexOf(`Order ${number}`));
    deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    await stage.sees('€249.00');
    await stage.sees('1 item');
    deepEqual(await stage.axe(), []);
    await stage.follow(/Order 4170/);
    equal(stage.room, 'order/order-4170');
  });

  it('narrows them to what is on its way, and to a year there is', async () => {
    const old = { ...delivered('3902', -400), placedAt: fromNow(-400) };
    stage = await open((backend) => {
      backend.orders = [anOrder(), old];
    });
    await stage.sees('Order 3902');
    const years = [year(fromNow(-3)), year(fromNow(-400))];
    deepEqual(stage.names('button'), ['All', 'On the way', ...years]);
    await stage.press('On the way');
    await stage.until('one order', () => stage.all('link').length === 1);
    equal((await stage.one('button', 'On the way')).getAttribute('aria-pressed'), 'true');
    await stage.press(years[1]!);
    await stage.sees('Order 3902');
    ok(!stage.text.includes('Order 4182'), 'the other year is gone');
  });

  it('says so where a choice has none, and leads back to all', async () => {
    stage = await open((backend) => {
      backend.orders = [delivered('4051')];
    });
    await stage.sees('Order 4051');
    await stage.press('On the way');
    await stage.sees('Nothing is on its way right now.');
    await stage.press('Show all orders');
    await stage.sees('Order 4051');
  });

  it('shows more a page at a time, and puts the focus on the first that is new', async () => {
    stage = await open((backend) => {
      backend.orders = Array.from({ length: 25 }, (_, n) => delivered(String(5000 - n)));
    });
    await stage.sees('Order 4981');
    ok(!stage.text.includes('Order 4980'), 'one page');
    await stage.press('Show more');
    await stage.sees('Order 4976');
    await stage.until('the focus', () => stage.focused?.textContent?.includes('Order 4980'));
    equal(stage.told, '25 orders shown');
    equal(stage.all('button', 'Show more').length, 0);
  });

  it('keeps the rows that are there when more do not come', async () => {
    stage = await open((backend) => {
      backend.orders = Array.from({ length: 25 }, (_, n) => delivered(String(5000 - n)));
    });
    await stage.sees('Order 4981');
    stage.backend.refuse['GET /orders'] = { code: 'code_required' };
    await stage.press('Show more');
    await stage.sees('More orders did not load.');
    await stage.sees('Order 4981');
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('Order 4976');
  });

  describe('of which there are five thousand', () => {
    const openAll = async () => {
      stage = await open((backend) => {
        backend.orders = Array.from({ length: 5000 }, (_, n) => delivered(String(9999 - n)));
        backend.pageSize = 5000;
      });
      await stage.sees('Order 9999');
    };
    // a page that is tested beside another one is not drawn: its scroll events do not come
    const scrollTo = (top: number) => {
      scrollTo_(0, top);
      document.dispatchEvent(new Event('scroll'));
    };
    const scrollTo_ = window.scrollTo.bind(window);
    const height = () => document.documentElement.scrollHeight;

    it('has only the rows around what is seen, and says of each the place it has', async () => {
      await openAll();
      ok(stage.all('link').length <= 80, `${stage.all('link').length} rows`);
      ok(height() > 5000 * 60, 'the list is as long as it is');
      deepEqual(await stage.axe(), []);
      scrollTo(height());
      await stage.sees('Order 5000');
      ok(stage.all('link').length <= 80, `${stage.all('link').length} rows at the end`);
      const last = stage.all('link').at(-1)!.parentElement!;
      deepEqual([last.role, last.ariaPosInSet, last.ariaSetSize], ['listitem', '5000', '5000']);
      scrollTo(0);
      await stage.until('the first row', () => stage.text.includes('Order 9999'));
    });

    it('keeps its length, whatever comes and goes', async () => {
      await openAll();
      const before = height();
      for (const part of [0.5, 1, 0.2, 0]) {
        scrollTo(before * part);
        await stage.until('rows', () => stage.all('link').length > 20);
      }
      await stage.sees('Order 9999');
      ok(Math.abs(height() - before) < 0.05 * before, `${before} became ${height()}`);
    });

    it('lets no row go that has the focus', async () => {
      await openAll();
      const first = stage.all('link')[0]!;
      first.focus();
      scrollTo(height());
      await stage.sees('Order 5000');
      equal(stage.focused, first);
      ok(stage.text.includes('Order 9999'), 'it is still there');
    });
  });

  it('tells who has none yet where they will be', async () => {
    stage = await open(() => undefined);
    await stage.sees('No orders yet');
    deepEqual(await stage.axe(), []);
    await stage.press('Find an order');
    equal(stage.room, 'find');
  });

  it('says when to try again, where the shop’s system says so', async () => {
    stage = await open((backend) => {
      backend.refuse['GET /orders'] = { code: 'unavailable', retryAfter: 900 };
    });
    await stage.heads('Your orders did not load');
    await stage.sees(/Your orders are safe\. Try again (tomorrow )?at \d\d:\d\d\./);
  });

  it('says whose fault it is, that orders are safe, and loads them at another try', async () => {
    stage = await open((backend) => {
      backend.orders = [anOrder()];
      backend.refuse['GET /orders'] = { code: 'code_required' };
    });
    await stage.heads('Your orders did not load');
    await stage.sees('Talk to Alder');
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.heads('Orders');
    await stage.until('the focus', () => stage.focused?.textContent === 'Orders');
  });

  it('shows its bones while it waits', async () => {
    stage = await open((backend) => backend.hold.add('GET /orders'));
    await stage.heads('Orders');
    ok(stage.names('status').includes('Loading'), 'it says that it loads');
    deepEqual(await stage.axe(), []);
  });

  it('lets nobody sign in first, and leads back here', async () => {
    stage = await Stage.open('orders');
    await stage.heads('Sign in to see your orders');
    await stage.press('Sign in');
    equal(stage.desk.route.here().after?.room, 'orders');
    deepEqual(await stage.axe(), []);
  });

  it('speaks Arabic, with its own numbers of things', async () => {
    stage = await open((backend) => (backend.orders = [anOrder()]), 'ar');
    await stage.heads('الطلبات');
    await stage.sees('منتج واحد');
    deepEqual(await stage.axe(), []);
  });
});
