import type { Product } from '../../../src/contract/products.ts';
import type { Wish } from '../../../src/contract/wishlists.ts';
import { createWishLinks } from '../../../src/widget/stores/wish-links.ts';
import { createWishlists } from '../../../src/widget/stores/wishlists.ts';
import type { FdCartAddEvent } from '../../../src/widget/cart/cart-events.ts';
import type { FakeBackend } from '../harness/fake-backend.ts';
import { aCustomer } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { keptOf } from '../harness/kept.ts';
import { Stage } from '../harness/stage.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const coat: Product = {
  ...{ id: 'coat', name: 'Field coat', url: '/coat' },
  variants: [
    { id: 'coat-m', options: [{ name: 'Size', value: 'M' }], price: eur(9600), available: true },
    { id: 'coat-l', options: [{ name: 'Size', value: 'L' }], price: eur(9600), available: false },
  ],
};
const boot: Product = {
  ...{ id: 'boot', name: 'Trail boot' },
  variants: [{ id: 'boot-38', options: [], price: eur(21000), available: true, stock: 2 }],
};
const wished = (given: Partial<Wish> = {}): Wish => ({
  ...{ product: 'coat', list: 'saved', quantity: 1, device: 'laptop' },
  ...{ savedAt: '2026-11-20T08:00:00.000Z', at: '2026-11-20T08:00:00.000Z' },
  ...given,
});

let stage: Stage;
const open = async (
  path = 'wishlist',
  prepare: (backend: FakeBackend) => void = () => undefined,
) => {
  stage = await Stage.open(path, {
    cart: 'event',
    prepare(backend) {
      backend.products = [coat, boot];
      const { capabilities } = backend.shop;
      backend.shop = {
        ...backend.shop,
        capabilities: { ...capabilities, wishlists: { alerts: true } },
      };
      prepare(backend);
    },
  });
  return stage;
};
const signedIn = (backend: FakeBackend) => {
  backend.session = aCustomer();
};
const box = () => stage.desk.use(createWishlists).box;

describe('What a shopper has saved', () => {
  afterEach(() => stage.close());

  it('is shown before anybody has signed in', async () => {
    await open();
    await stage.sees('Nothing saved yet');
    box().save({ product: 'coat', variant: 'coat-m' });
    box().save({ product: 'boot' });
    await stage.sees('Field coat');
    await stage.sees('2 left');
    await stage.sees('All 2');
    equal(stage.backend.timesAsked('POST /wishlists/merge'), 0);
    deepEqual(await stage.axe(), []);
  });

  it('says what costs less than when it was saved, and what is sold out', async () => {
    await open('wishlist', (backend) => {
      signedIn(backend);
      backend.wishlists.saved.wishes = [
        wished({ variant: 'coat-m', price: eur(12900) }),
        wished({ variant: 'coat-l' }),
      ];
    });
    await stage.sees('€33.00 less');
    await stage.sees('Sold out in L');
    await stage.press('Price drops 1');
    ok(!stage.text.includes('Sold out in L'), 'only what costs less');
  });

  it('goes into the account of whoever signs in, beside what is there, without doubles', async () => {
    await open('wishlist', (backend) => {
      backend.wishlists.saved.wishes = [wished({ variant: 'coat-m' })];
    });
    box().save({ product: 'coat', variant: 'coat-m' });
    box().save({ product: 'boot' });
    const { $session } = stage.desk.session;
    await stage.until('nobody is here', () => $session.get().kind === 'anonymous');
    signedIn(stage.backend);
    await stage.desk.session.refresh();
    await stage.until('it is merged', () => box().contents.owner === 'mara');
    await stage.until(
      'nothing is left to send',
      () => !box().contents.wishes.some((one) => one.unsent),
    );
    deepEqual(
      box()
        .living()
        .map(({ product }) => product)
        .sort(),
      ['boot', 'coat'],
    );
    equal(stage.backend.wishlists.saved.wishes.length, 2);
  });

  it('leaves the device with whoever signs out', async () => {
    await open('wishlist', (backend) => {
      signedIn(backend);
      backend.wishlists.saved.wishes = [wished()];
    });
    await stage.sees('All 1');
    stage.backend.session = { kind: 'anonymous' };
    await stage.desk.session.refresh();
    await stage.sees('Nothing saved yet');
    deepEqual(
      keptOf(stage.api).filter((key) => key.endsWith(':wishes')),
      [],
    );
  });

  it('is sent again once there is a network', async () => {
    await open('wishlist', (backend) => {
      signedIn(backend);
      backend.refuse['POST /wishlists/merge'] = { code: 'internal' };
    });
    await stage.until('it is known', () => box().contents.owner === 'mara');
    box().save({ product: 'boot' });
    await stage.sees('It is not in your account yet');
    stage.backend.refuse = {};
    stage.desk.opened();
    await stage.until('it is there', () => stage.backend.wishlists.saved.wishes.length === 1);
  });

  it('is taken off with a heart, and comes back with a tap', async () => {
    await open();
    box().save({ product: 'boot' });
    await stage.sees('Trail boot');
    await stage.press('Save Trail boot');
    await stage.sees('All 0');
    equal(stage.told, 'Trail boot is off your list.');
    deepEqual(box().living(), []);
    await stage.press('Save Trail boot');
    await stage.sees('All 1');
    equal(box().living().length, 1);
  });

  it('keeps of two thousand only the cards around what is seen', async () => {
    await open();
    const many = Array.from({ length: 2000 }, (_, nth) => wished({ product: `p-${nth}` }));
    box().write(many);
    await stage.sees('All 2000');
    await stage.until('cards', () => stage.all('button').length > 40);
    // two to a card
    ok(stage.all('button').length < 200, `${stage.all('button').length} buttons`);
  });
});

describe('One thing that is saved', () => {
  afterEach(() => stage.close());
  const openWish = async (key: string, prepare = signedIn) => {
    await open('home', prepare);
    box().save({ product: 'coat', variant: 'coat-m' });
    box().save({ product: 'boot' });
    stage.desk.route.go({ room: 'wish', id: key });
    await stage.sees('How many');
  };

  it('goes into the cart of the page, as many as are wished', async () => {
    await openWish('["coat","coat-m"]');
    await stage.press('One more: Field coat');
    let lines: unknown;
    const take = (event: FdCartAddEvent) => {
      event.preventDefault();
      ({ lines } = event.detail);
    };
    document.addEventListener('fd-cart-add', take);
    await stage.press('Add 2 items, €192.00');
    await stage.sees('In your cart');
    document.removeEventListener('fd-cart-add', take);
    deepEqual(lines, [{ product: 'coat', variant: 'coat-m', quantity: 2 }]);
    await stage.press('Add 2 items, €192.00');
    await stage.sees('The cart is not answering.');
  });

  it('moves to another list, and bears a note', async () => {
    await openWish('["boot"]');
    const { device } = box().contents;
    box().writeList({ id: 'l-winter', name: 'Winter', at: new Date().toISOString(), device });
    await stage.press('Winter');
    await stage.type('Note', 'for Bo');
    const wish = box().living({ product: 'boot' })[0];
    deepEqual([wish?.list, wish?.note], ['l-winter', 'for Bo']);
  });

  it('is told of by mail, where somebody has signed in and asks for it', async () => {
    await openWish('["coat","coat-m"]');
    await stage.press('it costs less');
    const asked = () =>
      stage.backend.asked.find(({ what }) => what === 'PUT /wishlists/alerts/coat-m');
    await stage.until('it is asked', asked);
    deepEqual(asked()?.body, { product: 'coat', kind: 'price', consent: true });
  });
});

describe('A shared list', () => {
  afterEach(() => stage.close());

  it('has a link once its owner wants one, and none when it is taken back', async () => {
    await open('share/saved', signedIn);
    await stage.sees('Never your name, sizes or orders.');
    await stage.desk.use(createWishLinks).share(stage.desk.use(createWishlists), 'saved', true);
    await stage.sees('#front-desk/shared/token-of-a-list');
    await stage.press('Take the link back');
    await stage.until('it is gone', () => !stage.text.includes('token-of-a-list'));
    deepEqual(await stage.axe(), []);
  });

  it('lets a friend say what they give', async () => {
    await open('shared/token', (backend) => {
      backend.wishlists.shared = {
        friends: true,
        items: [
          { product: 'boot', quantity: 1, taken: false },
          { product: 'coat', quantity: 2, taken: true },
        ],
      };
    });
    await stage.sees('Field coat × 2');
    await stage.sees('Somebody gives it');
    await stage.press('I give this');
    await stage.sees('Not me after all');
    equal(stage.backend.timesAsked('PUT /wishlists/shared/token/marks/boot'), 1);
    deepEqual(await stage.axe(), []);
  });
});
