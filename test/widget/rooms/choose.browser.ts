import type { Return } from '../../../src/contract/returns.ts';
import { aReturn, backable } from '../harness/a-return.ts';
import { aCustomer, aQuote, fromNow } from '../harness/an-order.ts';
import { deepEqual } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('choosing again what is sold out', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const waits: Partial<Return> = {
    ...{ state: 'received', code: undefined as never, cancelable: false, chooseBy: fromNow(7) },
    lines: [
      {
        ...{ line: 'coat', quantity: 1, reason: 'too_small', outcome: 'exchange' },
        ...{ variant: 'coat-l', soldOut: ['refund', 'store_credit', 'exchange'] },
      },
    ],
  };
  const open = (language: 'en' | 'ar' = 'en') =>
    Stage.open('returned/return-1', {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        const { actions, ...order } = backable();
        backend.orders = [
          { ...order, actions: { ...actions!, exchangeForAny: true }, returns: ['return-1'] },
        ];
        backend.methods = [
          { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4242' },
          { id: 'paypal', kind: 'paypal', label: 'PayPal' },
        ];
        backend.returns = [aReturn(waits)];
        backend.returned = { ...waits, state: 'settled', chooseBy: undefined as never };
        backend.quoteFor = (wish) =>
          aQuote(JSON.stringify(wish).includes('exchange') ? -1000 : 24900);
        backend.products = [
          {
            ...{ id: 'coat', name: 'Field coat' },
            variants: ['M', 'L', 'XL'].map((size) => ({
              ...{ id: `coat-${size.toLowerCase()}`, available: size !== 'L' },
              options: [{ name: 'Size', value: size }],
              price: { amount: 24900, currency: 'EUR' },
            })),
          },
          {
            ...{ id: 'beanie', name: 'Rib beanie' },
            variants: [{ id: 'beanie', available: true, options: [], price: aQuote().total }],
          },
        ];
      },
    });
  const asked = () =>
    stage.backend.asked.findLast(({ what }) => what === 'POST /returns/return-1/outcomes')?.body;

  it('is one screen from the return: another size, and what it comes to', async () => {
    stage = await open();
    await stage.heads('Sold out meanwhile');
    await stage.press('Choose again');
    await stage.heads('What would you like instead?');
    await stage.press('Confirm');
    await stage.sees('Choose which one you would like instead.');
    // its choices are dressed
    const chip = (await stage.one('radio', 'XL')).closest('label')!;
    deepEqual(getComputedStyle(chip).minBlockSize, '44px');
    await stage.choose('radio', 'XL');
    await stage.sees('You pay €10.00');
    deepEqual(await stage.axe(), []);
    await stage.press('Continue');
    await stage.heads('How would you like to pay?');
    await stage.choose('radio', 'PayPal');
    await stage.press('Confirm and pay €10.00');
    await stage.heads('All done');
    const lines = [{ line: 'coat', outcome: { kind: 'exchange', variant: 'coat-xl' } }];
    deepEqual(asked(), { lines, payment: 'paypal', quote: 'quote-of--1000' });
  });

  it('may be anything else the shop has', async () => {
    stage = await open();
    await stage.press('Choose again');
    await stage.press('Something else from the shop');
    await stage.press('Rib beanie €249.00');
    await stage.heads('Rib beanie');
    await stage.choose('radio', 'Rib beanie');
    await stage.press('Use this');
    await stage.heads('What would you like instead?');
    await stage.sees('Swap for Rib beanie');
    stage.desk.route.back();
    await stage.heads('Sold out meanwhile');
  });

  it('may be the money', async () => {
    stage = await open();
    await stage.press('Choose again');
    await stage.choose('radio', 'Refund to Visa •• 4242 In 3 to 5 days €249.00');
    await stage.sees('You get back €249.00');
    await stage.press('Confirm');
    await stage.heads('All done');
    const outcome = { kind: 'refund' };
    deepEqual(asked(), { lines: [{ line: 'coat', outcome }], quote: 'quote-of-24900' });
  });
});
