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
        backend.orders = [{ ...backable(), returns: ['return-1'] }];
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
    await stage.choose('radio', 'XL');
    await stage.one('button', 'Confirm and pay €10.00');
    deepEqual(await stage.axe(), []);
    await stage.press('Confirm and pay €10.00');
    await stage.heads('All done');
    const outcome = { kind: 'exchange', variant: 'coat-xl' };
    deepEqual(asked(), { lines: [{ line: 'coat', outcome }], quote: 'quote-of--1000' });
  });

  it('may be the money', async () => {
    stage = await open();
    await stage.press('Choose again');
    await stage.choose('radio', 'Refund');
    await stage.sees('You get back €249.00');
    await stage.press('Confirm');
    await stage.heads('All done');
    const outcome = { kind: 'refund' };
    deepEqual(asked(), { lines: [{ line: 'coat', outcome }], quote: 'quote-of-24900' });
  });
});
