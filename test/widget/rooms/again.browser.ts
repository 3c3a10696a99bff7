import type { Reorder } from '../../../src/contract/reorder.ts';
import type { CartItem } from '../../../src/widget/cart/cart.ts';
import type { FdCartAddEvent } from '../../../src/widget/cart/cart-events.ts';
import { aCustomer, anOrder, delivered } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const cartLine = (line: string, name: string, quantity: number, amount: number) => ({
  ...{ line, product: line, variant: `${line}-m`, sku: `SKU-${line}`, name, quantity },
  options: [{ name: 'Size', value: 'M' }],
  unitPrice: eur(amount),
});
const reorder: Reorder = {
  lines: [cartLine('coat', 'Field coat', 1, 19900), cartLine('knit', 'Moss knit', 3, 9900)],
  gone: [
    { line: 'boot', quantity: 1, alternative: cartLine('clog', 'Garden clog', 1, 4900) },
    { line: 'cap', quantity: 1 },
  ],
};
const [coat] = anOrder().lines;
const order = {
  ...delivered('4051'),
  receipts: [],
  itemCount: 3,
  lines: [
    coat!,
    { ...coat!, id: 'boot', name: 'Trail boot' },
    { ...coat!, id: 'cap', name: 'Wool cap', options: [] },
  ],
};

describe('buying an order again', () => {
  let stage: Stage;
  let over = new AbortController();
  afterEach(() => {
    over.abort();
    stage.close();
  });
  const open = (path = 'again/order-4051', given = reorder, language: 'en' | 'ar' = 'en') =>
    Stage.open(path, {
      language,
      cart: 'event',
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
        backend.reorder = given;
      },
    });
  /** The page does it itself. */
  function take(how: (event: FdCartAddEvent) => void): (readonly CartItem[])[] {
    const taken: (readonly CartItem[])[] = [];
    over = new AbortController();
    const { signal } = over;
    const hear = (event: FdCartAddEvent) => {
      taken.push(event.detail.lines);
      how(event);
    };
    document.addEventListener('fd-cart-add', hear, { signal });
    return taken;
  }

  it('fills the cart in two taps from the order, and says so', async () => {
    stage = await open('order/order-4051');
    const taken = take((event) => event.waitUntil(Promise.resolve({ url: '/bag' })));
    await stage.press('Buy again');
    await stage.sees('Trail boot, M is gone. This comes nearest:');
    await stage.sees('Wool cap is gone, and nothing comes near it.');
    deepEqual(await stage.axe(), []);
    await stage.press('Add 4 items, €496.00');
    await stage.heads('In your cart');
    equal(stage.told, 'In your cart');
    equal((await stage.one('link', 'Go to the cart')).getAttribute('href'), '/bag');
    deepEqual(taken, [
      [
        { product: 'coat', variant: 'coat-m', sku: 'SKU-coat', quantity: 1 },
        { product: 'knit', variant: 'knit-m', sku: 'SKU-knit', quantity: 3 },
      ],
    ]);
    deepEqual(await stage.axe(), []);
    await stage.press('Back to the order');
    await stage.until('the order', () => stage.room === 'order/order-4051');
  });

  it('takes what stands in, and how many, as the shopper chooses; a reload keeps it', async () => {
    stage = await open();
    const taken = take((event) => event.preventDefault());
    await stage.choose('checkbox', 'Garden clog M €49.00');
    await stage.choose('checkbox', 'Field coat M €199.00');
    await stage.press('One less: Moss knit');
    await stage.one('button', 'Add 3 items, €247.00');
    await stage.reload();
    await stage.press('Add 3 items, €247.00');
    await stage.heads('In your cart');
    deepEqual(
      taken[0]?.map(({ variant, quantity }) => [variant, quantity]),
      [
        ['knit-m', 2],
        ['clog-m', 1],
      ],
    );
  });

  it('says what the cart refused, and does not add the rest twice', async () => {
    stage = await open();
    const refused = [{ variants: ['coat-m'], reason: 'sold_out' as const }];
    const taken = take((event) => event.waitUntil(Promise.resolve({ refused })));
    await stage.press('Add 4 items, €496.00');
    await stage.sees('Field coat: not enough left. In your cart: Moss knit.');
    await stage.press('Add 1 item, €199.00');
    await stage.until('a second try', () => taken.length === 2);
    deepEqual(
      taken[1]?.map(({ variant }) => variant),
      ['coat-m'],
    );
  });

  it('believes the page that it is in the cart, wherever that is said to be', async () => {
    stage = await open();
    take((event) => event.waitUntil(Promise.resolve({ url: 'https://' })));
    await stage.press('Add 4 items, €496.00');
    await stage.heads('In your cart');
    equal(stage.all('link', 'Go to the cart').length, 0);
  });

  it('says when the cart does not answer, or nobody took it, and keeps what was chosen', async () => {
    stage = await open();
    take((event) => event.waitUntil(Promise.reject(new Error('away'))));
    await stage.press('Add 4 items, €496.00');
    await stage.sees('The cart is not answering. Try again.');
    over.abort();
    await stage.press('Add 4 items, €496.00');
    await stage.sees('The cart is not answering. Try again.');
    deepEqual(await stage.axe(), []);
  });

  it('is not offered where the shop has named no cart', async () => {
    stage = await Stage.open('order/order-4051', {
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
      },
    });
    await stage.sees('3 items');
    await stage.until('all that came', () => !!customElements.get('fd-order-changes'));
    deepEqual(stage.all('button', 'Buy again'), []);
  });

  it('says when nothing of it is left, in Arabic too', async () => {
    stage = await open(
      'again/order-4051',
      { lines: [], gone: [{ line: 'cap', quantity: 1 }] },
      'ar',
    );
    await stage.heads('لا يتوفر منه شيء الآن');
    deepEqual(await stage.axe(), []);
  });
});
