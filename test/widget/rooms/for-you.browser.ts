import type { Receipt } from '../../../src/contract/quotes.ts';
import type { Recommendation } from '../../../src/contract/recommendations.ts';
import type { FdCartAddEvent } from '../../../src/widget/cart/cart-events.ts';
import { createWishlists } from '../../../src/widget/stores/wishlists.ts';
import { aCustomer, anOrder } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import type { FakeBackend } from '../harness/fake-backend.ts';
import { Stage, type StageOptions } from '../harness/stage.ts';

const pick = (id: string, more: Partial<Recommendation> = {}): Recommendation => ({
  product: {
    ...{ id, name: `A ${id}`, url: `/${id}`, only: `${id}-1` },
    from: { amount: 2500, currency: 'EUR' },
  },
  reason: { code: 'popular' },
  ...more,
});
const six = ['tote', 'boot', 'knit', 'hat', 'belt', 'scarf'];

describe('What may suit a shopper', () => {
  let stage: Stage;
  const open = async (
    prepare: (backend: FakeBackend) => void = () => undefined,
    options: StageOptions = {},
    path = 'for-you',
  ) => {
    stage = await Stage.open(path, {
      cart: 'event',
      ...options,
      prepare(backend) {
        const { capabilities } = backend.shop;
        const more = { recommendations: {}, wishlists: { alerts: false } };
        backend.shop = { ...backend.shop, capabilities: { ...capabilities, ...more } };
        backend.recommended = { home: six.map((id) => pick(id)) };
        prepare(backend);
      },
    });
  };
  /** Down to where a strip stands, once there is so much; what comes may push it further down. */
  const lookBelow = async (after: string, sought: string) => {
    await stage.sees(after);
    await stage.until(sought, () => {
      scrollTo(0, document.documentElement.scrollHeight);
      return stage.text.includes(sought);
    });
  };
  const signedIn = (backend: FakeBackend) => {
    backend.session = aCustomer();
  };
  afterEach(() => stage.close());

  it('is shown with its reason, the first of it large, to whoever it is', async () => {
    await open((backend) => {
      const seed = { id: 'coat', name: 'Field coat', own: true };
      const [first, ...others] = six.map((id) => pick(id));
      backend.recommended = {
        home: [{ ...first!, reason: { code: 'bought_together', seed } }, ...others],
      };
    });
    await stage.heads('For you');
    await stage.sees('Goes with your Field coat A tote €25.00');
    await stage.sees('More for you Popular right now A belt');
    deepEqual(await stage.axe(), []);
  });

  it('goes with what was saved, and is saved by a tap', async () => {
    await open();
    await stage.press('Save A tote');
    const { box } = stage.desk.use(createWishlists);
    await stage.until('it is saved', () => box.living({ product: 'tote' }).length === 1);
    equal((await stage.one('button', 'Save A tote')).ariaPressed, 'true');
    stage.backend.recommended['wishlist'] = six.map((id) => pick(`${id}-2`));
    await stage.reload();
    await stage.sees('Like what you saved');
    const asked = stage.backend.asked.find(({ search }) => search.get('placement') === 'wishlist');
    equal(asked?.search.get('product'), 'tote');
  });

  it('goes when it is not for them, and comes back by the same key', async () => {
    await open(signedIn);
    (await stage.one('button', 'Not for me: A boot')).focus();
    await stage.key('Enter');
    await stage.sees('You will not see A boot here again.');
    equal(stage.focused?.textContent, 'Undo');
    await stage.until('it is told', () => told('POST /recommendations/dismissals'));
    await stage.key('Enter');
    await stage.one('button', 'Not for me: A boot');
    await stage.until('that as well', () => told('DELETE /recommendations/dismissals/boot'));
    await stage.press('Not for me: A boot');
    await stage.reload();
    await stage.sees('A tote');
    ok(!stage.text.includes('A boot'), 'the device knows it');
  });
  const told = (what: string) => stage.backend.timesAsked(what) > 0;

  it('comes into the cart, or says why not', async () => {
    await open();
    let refuse = true;
    const hear = (event: FdCartAddEvent) => {
      const variants = event.detail.lines.map(({ variant }) => variant);
      const refused = [{ variants, reason: 'sold_out' as const }];
      event.waitUntil(Promise.resolve(refuse ? { refused } : {}));
    };
    document.addEventListener('fd-cart-add', hear);
    try {
      await stage.press('Add to cart: A tote');
      await stage.sees('A tote: not enough left.');
      refuse = false;
      await stage.press('Add to cart: A tote');
      await stage.one('button', 'In your cart: A tote');
    } finally {
      document.removeEventListener('fd-cart-add', hear);
    }
  });

  it('goes with an order, below what it is about', async () => {
    const order = anOrder();
    await open(
      (backend) => {
        signedIn(backend);
        backend.orders = [order];
        backend.recommended = { order: six.map((id) => pick(id)) };
      },
      {},
      `order/${order.id}`,
    );
    await lookBelow('Where it goes', 'More for you Popular right now A tote');
    const asked = stage.backend.asked.find(({ search }) => search.get('placement') === 'order');
    deepEqual(asked?.search.get('product')?.split(','), [
      ...new Set(order.lines.map(({ product }) => product)),
    ]);
  });

  it('is another below an order of which something was changed', async () => {
    const receipt: Receipt = {
      ...{ id: 'r-1', order: 'o-1', kind: 'edit', state: 'done', by: 'customer' },
      ...{ at: new Date().toISOString(), sums: [], moves: [] },
      total: { amount: 0, currency: 'EUR' },
    };
    const order = { ...anOrder(), receipts: [receipt] };
    await open(
      (backend) => {
        signedIn(backend);
        backend.orders = [order];
        backend.recommended = { 'after-change': six.map((id) => pick(id)) };
      },
      {},
      `order/${order.id}`,
    );
    await lookBelow('Where it goes', 'More for you Popular right now A tote');
  });

  it('stands last at home and below what is saved, once its place is seen', async () => {
    await open(signedIn, {}, 'home');
    await lookBelow('No orders yet', 'More for you');
    ok(stage.text.indexOf('More for you') > stage.text.indexOf('No orders yet'), 'it is last');
    stage.desk.route.go('for-you');
    await stage.press('Save A tote');
    stage.backend.recommended['wishlist'] = six.map((id) => pick(`${id}-2`));
    stage.desk.route.enter('wishlist');
    await lookBelow('All 1', 'Like what you saved');
    const asked = stage.backend.asked.filter(
      ({ search }) => search.get('placement') === 'wishlist',
    );
    deepEqual(
      asked.map(({ search }) => search.get('product')),
      ['tote'],
    );
    deepEqual(await stage.axe(), []);
  });

  it('is nothing in a shop with nothing to suggest', async () => {
    await open((backend) => (backend.recommended = {}));
    await stage.sees('Nothing to suggest yet');
  });

  it('says what did not come, and asks again', async () => {
    await open((backend) => (backend.refuse['GET /recommendations'] = { code: 'unavailable' }));
    await stage.sees('This did not load');
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('A tote');
  });

  it('reads from right to left', async () => {
    await open(undefined, { language: 'ar' });
    await stage.sees('رائج الآن A tote');
    deepEqual(await stage.axe(), []);
  });
});
