import type { Order } from '../../../src/contract/orders.ts';
import type { Product } from '../../../src/contract/products.ts';
import { aCustomer, anOrder, aQuote, fresh } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const size = (value: string, available = true): Product['variants'][number] => ({
  ...{ id: `coat-${value.toLowerCase()}`, options: [{ name: 'Size', value }], available },
  price: { amount: 24900, currency: 'EUR' },
});
const coat: Product = {
  ...{ id: 'coat', name: 'Field coat' },
  variants: [size('M'), size('L'), size('XL', false)],
};
const scarf: Product = {
  ...{ id: 'scarf', name: 'Wool scarf', category: 'Accessories' },
  variants: ['Grey', 'Rust'].map((value) => ({
    ...{ id: `scarf-${value.toLowerCase()}`, options: [{ name: 'Colour', value }] },
    ...{ price: { amount: 4900, currency: 'EUR' }, available: true, stock: 2 },
  })),
};

describe('changing an order', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const QUOTE = 'POST /orders/order-4182/edits/quote';
  const EDIT = 'POST /orders/order-4182/edits';
  const open = (order: Order = fresh(), language: 'en' | 'ar' = 'en') =>
    Stage.open(`edit/${order.id}`, {
      language,
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
        backend.products = [coat, scarf];
        backend.quote = aQuote(0);
        backend.methods = [
          { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4242' },
          { id: 'paypal', kind: 'paypal', label: 'PayPal' },
        ];
      },
    });
  const asked = (what: string) => stage.backend.asked.findLast((one) => one.what === what)?.body;

  it('offers what may be changed, and says why not of the rest', async () => {
    const { actions } = fresh();
    const editAddress = { allowed: false, reason: 'already_edited' } as const;
    stage = await open(fresh({ actions: { ...actions!, editAddress } }));
    await stage.heads('What should change?');
    await stage.one('button', 'Items Field coat');
    await stage.one('button', 'Payment Visa •• 4242');
    await stage.sees('The order was changed before, and can be changed once.');
    deepEqual(await stage.axe(), []);
  });

  it('takes another size, and marks the one that is sold out', async () => {
    stage = await open();
    await stage.press('Items Field coat');
    await stage.heads('Which one instead?');
    const sold = (await stage.one('radio', 'XL Sold out')) as HTMLInputElement;
    ok(sold.disabled, 'what is sold out cannot be chosen');
    await stage.choose('radio', 'L');
    await stage.sees('Nothing to pay');
    deepEqual(await stage.axe(), []);
    await stage.press('Change it');
    await stage.until('done', () => stage.room === 'order/order-4182');
    const lines = [{ line: 'coat', variant: 'coat-l' }];
    deepEqual(asked(EDIT), { ...{ kind: 'items', lines, add: [] }, quote: 'quote-of-0' });
    await stage.until('told', () => stage.told === 'Order changed');
  });

  it('says what more of it costs, and asks who pays', async () => {
    stage = await open();
    stage.backend.quote = aQuote(-24900);
    await stage.press('Items Field coat');
    await stage.press('One more: Field coat');
    await stage.sees('You pay €249.00');
    await stage.choose('radio', 'PayPal');
    await stage.one('button', 'Change it, pay €249.00');
    await stage.until('quoted', () => (asked(QUOTE) as { payment?: string }).payment === 'paypal');
    stage.backend.refuse[QUOTE] = { code: 'insufficient_balance' };
    await stage.choose('radio', 'Visa •• 4242');
    await stage.sees('There is not enough on it.');
    deepEqual(await stage.axe(), []);
  });

  it('sends it another way, for the difference', async () => {
    const euros = (amount: number) => ({ amount, currency: 'EUR' });
    const shippingMethods = [
      { id: 'slow', label: 'Standard', price: euros(0), chosen: true as const },
      { id: 'fast', label: 'Express', price: euros(990) },
    ];
    const editShipping = { allowed: true } as const;
    stage = await open(fresh({ actions: { ...fresh().actions!, editShipping, shippingMethods } }));
    stage.backend.quote = aQuote(-990);
    await stage.press('Delivery Standard');
    await stage.heads('Delivery');
    await stage.press('Change it');
    await stage.sees('Choose something else first.');
    await stage.choose('radio', 'Express €9.90');
    await stage.choose('radio', 'PayPal');
    deepEqual(await stage.axe(), []);
    await stage.press('Change it, pay €9.90');
    await stage.until('done', () => stage.room === 'order/order-4182');
    deepEqual(asked(EDIT), {
      ...{ kind: 'shipping', method: 'fast', payment: 'paypal' },
      quote: 'quote-of--990',
    });
  });

  it('changes several items at once', async () => {
    const [line] = anOrder().lines;
    stage = await open(fresh({ lines: [line!, { ...line!, id: 'second' }], itemCount: 2 }));
    await stage.press('Items Field coat, Field coat');
    await stage.heads('Which item should change?');
    for (const nth of [0, 1]) {
      stage
        .all('button')
        .filter((one) => one.textContent?.includes('Field coat'))
        [nth]!.click();
      await stage.choose('radio', 'L');
      await stage.press('One more: Field coat');
      await stage.press('Use this');
      await stage.heads('Which item should change?');
    }
    const worth = stage.all('button').filter((one) => one.textContent?.includes('€498.00'));
    equal(worth.length, 2);
    await stage.press('Change it');
    await stage.until('done', () => stage.backend.timesAsked(EDIT) === 1);
    equal((asked(EDIT) as { lines: unknown[] }).lines.length, 2);
  });

  const ADD = 'Add an item It goes out with this order';
  const adding = (changes: ('variant' | 'quantity')[] = ['variant']) => {
    const { actions } = fresh();
    const lines = actions!.lines.map((line) => ({ ...line, changes }));
    return fresh({ actions: { ...actions!, addItems: true, lines } });
  };
  /** By keyboard alone. */
  const enter = async (name: string) => {
    (await stage.one('button', name)).focus();
    await stage.key('Enter');
  };

  it('says so when more of the shop does not load, and tries again', async () => {
    stage = await open(adding());
    stage.backend.pageSize = 1;
    await stage.press(ADD);
    await stage.one('button', 'Show more');
    stage.backend.refuse['GET /products'] = { code: 'unavailable' };
    await stage.press('Show more');
    await stage.sees('What else there is did not load.');
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('Wool scarf');
    await stage.sees('Field coat');
  });

  it('adds what the shop has, with what it costs, by keyboard', async () => {
    stage = await open(adding());
    stage.backend.quote = aQuote(-9800);
    await enter(ADD);
    await stage.heads('What would you like to add?');
    await stage.sees('Field coat');
    deepEqual(await stage.axe(), []);
    await stage.type('Search the shop', 'scarf');
    await stage.until('only the scarf', () => !stage.text.includes('Field coat'));
    await stage.key('Tab');
    await stage.key('Enter');
    await stage.heads('Wool scarf');
    await enter('Use this');
    await stage.sees('Choose at least one item.');
    (await stage.one('checkbox', 'Rust €49.00')).focus();
    await stage.key('Space');
    await enter('One more: Wool scarf, Rust');
    const more = await stage.one('button', 'One more: Wool scarf, Rust');
    ok(more.ariaDisabled === 'true', 'there are no more than two');
    deepEqual(await stage.axe(), []);
    await enter('Use this');
    await stage.heads('Your changed order');
    await stage.one('button', 'Wool scarf New · Rust × 2 €98.00');
    await stage.sees('You pay €98.00');
    await stage.choose('radio', 'PayPal');
    deepEqual(await stage.axe(), []);
    await stage.reload();
    await enter('Change it, pay €98.00');
    await stage.until('done', () => stage.room === 'order/order-4182');
    const add = [{ variant: 'scarf-rust', quantity: 2 }];
    const paid = { payment: 'paypal', quote: 'quote-of--9800' };
    deepEqual(asked(EDIT), { ...{ kind: 'items', lines: [], add }, ...paid });
  });

  it('takes back what was to be added, where nothing else may be changed', async () => {
    stage = await open(adding([]));
    await stage.press(ADD);
    ok(!stage.all('button', 'Items Field coat').length, 'what is in it stays');
    await stage.press('Wool scarf Accessories €49.00');
    await stage.choose('checkbox', 'Grey €49.00');
    await stage.press('Use this');
    await stage.press('Wool scarf New · Grey €49.00');
    await stage.choose('checkbox', 'Grey €49.00');
    await stage.press('Use this');
    await stage.heads('Your changed order');
    await stage.until('nothing to agree to', () => !stage.all('button', 'Change it').length);
    await stage.press('Add an item');
    await stage.heads('What would you like to add?');
  });

  it('sends it elsewhere, and keeps what was typed over a reload', async () => {
    stage = await open();
    await stage.press('Where it goes Kammenstraat 14, Antwerp');
    await stage.heads('Where should it go?');
    const street = await stage.field('Street and number');
    equal(street.value, 'Kammenstraat 14');
    street.select();
    await stage.key('Backspace');
    await stage.press('Send it there');
    await stage.sees('Write the street and the number.');
    await stage.until('there', () => stage.focused === street);
    deepEqual(await stage.axe(), []);
    await stage.type('Street and number', 'Meir 1');
    await stage.reload();
    equal((await stage.field('Street and number')).value, 'Meir 1');
    await stage.choose('checkbox', 'Remember it as my address');
    (await stage.field('City')).focus();
    await stage.key('Enter');
    await stage.until('done', () => stage.room === 'order/order-4182');
    deepEqual(asked(EDIT), {
      kind: 'address',
      address: { ...anOrder().address, lines: ['Meir 1'] },
      ...{ remember: true, quote: 'quote-of-0' },
    });
  });

  it('writes somewhere else about it, and sends only what is another one', async () => {
    const contact = { email: 'old@kern.example', phone: '+32 3 555 01 77' };
    stage = await open(fresh({ contact }));
    await stage.press('Contact old@kern.example, +32 3 555 01 77');
    await stage.press('Write there');
    await stage.sees('Write another e-mail or phone number first.');
    const field = await stage.field('E-mail');
    deepEqual([field.value, (await stage.field('Phone')).value], Object.values(contact));
    field.select();
    await stage.type('E-mail', 'mara');
    await stage.press('Write there');
    await stage.sees('Check the address.');
    await stage.type('E-mail', '@kern.example');
    await stage.key('Enter');
    await stage.until('done', () => stage.backend.timesAsked(EDIT) === 1);
    deepEqual(asked(EDIT), { kind: 'contact', email: 'mara@kern.example', quote: 'quote-of-0' });
  });

  it('pays another way', async () => {
    const [payment] = anOrder().payments;
    stage = await open(fresh({ payments: [{ ...payment!, method: 'visa' }] }));
    await stage.press('Payment Visa •• 4242');
    await stage.heads('How would you like to pay?');
    await stage.until('the other way', () => stage.all('radio').length === 1);
    await stage.choose('radio', 'PayPal');
    await stage.press('Pay with PayPal');
    await stage.until('done', () => stage.backend.timesAsked(EDIT) === 1);
    deepEqual(asked(EDIT), { kind: 'payment', payment: 'paypal', quote: 'quote-of-0' });
  });

  it('says so when the warehouse has begun meanwhile', async () => {
    stage = await open();
    stage.backend.refuse[QUOTE] = { code: 'already_in_hand' };
    await stage.press('Items Field coat');
    await stage.choose('radio', 'L');
    await stage.heads('It cannot be changed now');
    await stage.press('Back to the order');
    equal(stage.room, 'order/order-4182');
  });

  it('reads from right to left', async () => {
    stage = await open(fresh(), 'ar');
    await stage.heads('ما الذي تريد تعديله؟');
    deepEqual(await stage.axe(), []);
  });
});
