import type { ReasonOffer } from '../../../src/contract/actions.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { ReturnRequest } from '../../../src/contract/returns.ts';
import type { FdReturn } from '../../../src/widget/rooms/return/fd-return.ts';
import { backable } from '../harness/a-return.ts';
import { aCustomer, aQuote, fromNow } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const howMuch = {
  id: 'how_much',
  question: { de: 'Um wie viel?', en: 'By how much?' },
  answers: [
    { id: 'a_little', text: { de: 'Wenig', en: 'A little' } },
    { id: 'more', text: { de: 'Mehr' } },
  ],
};
const mind: ReasonOffer['outcomes'] = ['refund', 'store_credit', 'exchange'];
const reasons: ReasonOffer[] = [
  { reason: 'too_small', outcomes: mind, followUps: [howMuch] },
  { reason: 'damaged', outcomes: ['refund'], photo: true },
  { reason: 'other', outcomes: mind },
];
const three = () => backable({ coat: { reasons }, knit: { reasons, quantity: 2 }, hat: {} });

const hold = {
  ...{ kind: 'card' as const, label: 'Visa', lastFour: '4242' },
  ...{ amount: { amount: 24900, currency: 'EUR' }, until: fromNow(20) },
};

const QUOTE = 'POST /orders/order-4051/returns/quote';
const SEND = 'POST /orders/order-4051/returns';

describe('sending something back', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (order: Order = three(), language: 'en' | 'ar' = 'en') =>
    Stage.open(`return/${order.id}`, {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.orders = [order];
        backend.quoteFor = quoteFor;
        backend.products = [
          {
            ...{ id: 'coat', name: 'Field coat' },
            variants: ['M', 'L', 'XL'].map((size) => ({
              ...{ id: `coat-${size.toLowerCase()}`, available: size !== 'XL' },
              options: [{ name: 'Size', value: size }],
              price: { amount: 24900, currency: 'EUR' },
            })),
          },
          {
            ...{ id: 'boot', name: 'Trail boot', category: 'Shoes' },
            variants: ['41', '42'].map((size) => ({
              ...{ id: `boot-${size}`, available: true },
              options: [{ name: 'Size', value: size }],
              price: { amount: 26900, currency: 'EUR' },
            })),
          },
        ];
        backend.methods = [
          { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4242' },
          { id: 'paypal', kind: 'paypal', label: 'PayPal' },
        ];
      },
    });
  const asked = (what: string) =>
    stage.backend.asked.findLast((one) => one.what === what)?.body as ReturnRequest;
  /** As far as the question what the shopper would like instead. */
  const toOutcome = async () => {
    await stage.choose('checkbox', 'Field coat M €249.00');
    await stage.press('Continue with 1 item');
    await stage.heads('What was wrong?');
    await stage.press('Continue');
    await stage.heads('What would you like instead?');
  };

  /** To another one, which is still to be said. */
  const toSwap = async () => {
    await toOutcome();
    await stage.choose('radio', 'Swap it For another one of the same');
    await stage.one('radio', 'L');
  };
  const exchanging = (more: Partial<NonNullable<Order['actions']>>): Order => {
    const order = three();
    return { ...order, actions: { ...order.actions!, ...more } };
  };
  /** To where somebody has to pay for a swap. */
  const toPaying = async () => {
    stage = await open(exchanging({}));
    stage.backend.quoteFor = () => aQuote(-2000);
    await toSwap();
    await stage.choose('radio', 'L');
    await stage.sees('You pay €20.00');
    await stage.press('Continue');
    await stage.heads('How would you like to pay?');
  };

  it('takes five taps with what stands for the rest, and then shows the code', async () => {
    stage = await open();
    await stage.heads('What is going back?');
    await stage.sees(/Order 4051\. Free until/);
    await stage.sees('It was sold as final, so it stays with you.');
    deepEqual(await stage.axe(), []);
    await toOutcome();
    await stage.sees('Refund to Visa •• 4242');
    await stage.sees('Once it has arrived, in 3 to 5 days');
    deepEqual(await stage.axe(), []);
    await stage.press('Continue with €249.00 back');
    await stage.heads('How will you send it?');
    await stage.sees('You get back €249.00. Nothing is charged today.');
    deepEqual(await stage.axe(), []);
    await stage.press('Get my code');
    await stage.heads('Show this at the counter');
    deepEqual(asked(SEND), {
      lines: [{ line: 'coat', quantity: 1, reason: 'other', outcome: { kind: 'refund' } }],
      ...{ method: 'drop_off', instant: false, gift: false, quote: 'quote-of-24900' },
    });
    equal(stage.desk.drafts.read('return order-4051'), undefined);
    stage.desk.route.back();
    equal(stage.room, 'order/order-4051');
  });

  it('asks nobody to choose from one outcome', async () => {
    stage = await open(
      backable({ coat: { reasons: [{ reason: 'other', outcomes: ['refund'] }] } }),
    );
    await stage.press('Continue with 1 item');
    await stage.press('Continue');
    await stage.heads('Refund');
    await stage.sees('You get back €249.00');
    deepEqual(await stage.axe(), []);
  });

  it('shows what each outcome comes to, and what it adds up to', async () => {
    stage = await open();
    await toOutcome();
    await stage.sees('€8.00 bonus');
    await stage.choose('radio', 'Store credit Once it has arrived €8.00 bonus €257.00');
    await stage.sees('How it adds up');
    await stage.sees('Bonus +€8.00');
    await stage.one('button', 'Continue with €257.00 credit');
  });

  it('shows no answer that would move under the finger once its sum is there', async () => {
    stage = await open();
    stage.backend.hold.add(QUOTE);
    await toOutcome();
    await stage.until('two sums are asked for', () => stage.backend.timesAsked(QUOTE) === 2);
    equal(stage.all('radio').length, 0);
  });

  it('asks for each sum once, however often another one is chosen', async () => {
    stage = await open();
    await toOutcome();
    const credit = 'Store credit Once it has arrived €8.00 bonus €257.00';
    const refund = 'Refund to Visa •• 4242 Once it has arrived, in 3 to 5 days €249.00';
    await stage.choose('radio', credit);
    await stage.one('button', 'Continue with €257.00 credit');
    await stage.choose('radio', refund);
    await stage.one('button', 'Continue with €249.00 back');
    await stage.one('radio', credit);
    equal(stage.backend.timesAsked(QUOTE), 2);
  });

  it('swaps for what there is, once it is said for which', async () => {
    stage = await open();
    await toOutcome();
    await stage.choose('radio', 'Swap it For another one of the same');
    await stage.press('Continue');
    await stage.sees('Choose which one you would like instead.');
    equal((await stage.one('radio', 'XL Sold out')).matches(':disabled'), true);
    await stage.choose('radio', 'L');
    await stage.sees('Swap for L');
    await stage.sees('Nothing to pay');
    await stage.press('Continue');
    await stage.heads('How will you send it?');
    deepEqual(asked(QUOTE).lines[0]?.outcome, { kind: 'exchange', variant: 'coat-l' });
  });

  it('swaps for anything else the shop has, and shows what that comes to', async () => {
    stage = await open(exchanging({ exchangeForAny: true }));
    await toSwap();
    await stage.press('Something else from the shop');
    await stage.heads('Something else from the shop');
    await stage.sees('Field coat');
    deepEqual(await stage.axe(), []);
    await stage.type('Search the shop', 'boot');
    await stage.until('only the boot', () => !stage.text.includes('Field coat'));
    await stage.press('Trail boot Shoes €269.00');
    await stage.heads('Trail boot');
    await stage.press('Use this');
    await stage.sees('Choose which one you would like instead.');
    await stage.choose('radio', '42 €269.00');
    await stage.sees('You pay €20.00');
    deepEqual(await stage.axe(), []);
    await stage.press('Use this');
    await stage.heads('What would you like instead?');
    await stage.sees('Swap for Trail boot · 42');
    deepEqual(asked(QUOTE).lines[0]?.outcome, { kind: 'exchange', variant: 'boot-42' });
    stage.desk.route.back();
    await stage.heads('What was wrong?');
  });

  it('asks who pays what an exchange costs more', async () => {
    await toPaying();
    deepEqual(await stage.axe(), []);
    await stage.choose('radio', 'PayPal');
    await stage.press('Continue');
    await stage.heads('How will you send it?');
    await stage.until('asked with it', () => asked(QUOTE).payment === 'paypal');
    await stage.one('button', 'Confirm and pay €20.00');
  });

  /** What an exchange comes to is not known yet when the shopper presses this button. */
  async function goOnBeforeTheSum(): Promise<HTMLElement> {
    stage = await open(exchanging({}));
    stage.backend.quoteFor = () => aQuote(-2000);
    await toSwap();
    stage.backend.hold.add(QUOTE);
    await stage.choose('radio', 'L');
    await stage.press('Continue');
    return stage.one('button', 'Continue');
  }

  it('waits for the sum before it goes on, and then asks who pays it', async () => {
    const button = await goOnBeforeTheSum();
    await stage.until('it waits', () => button.ariaDisabled === 'true');
    stage.backend.letGo(QUOTE);
    await stage.heads('How would you like to pay?');
  });

  it('goes nowhere once the sum has come to a shopper who has gone back meanwhile', async () => {
    const button = await goOnBeforeTheSum();
    const { host } = button.getRootNode() as ShadowRoot;
    const waits = () => (host as FdReturn).busy;
    await stage.until('it waits', waits);
    stage.desk.route.back();
    await stage.heads('What was wrong?');
    stage.backend.letGo(QUOTE);
    await stage.until('it waits no more', () => !waits());
    equal(stage.desk.route.here().step, 'reason/coat');
  });

  it('shows no sum of other answers where asking for theirs failed, and goes on asking who pays', async () => {
    await toPaying();
    stage.backend.refuse[QUOTE] = { code: 'unavailable', retryAfter: 900 };
    await stage.choose('radio', 'PayPal');
    await stage.sees(/is not answering\. Try again (tomorrow )?at \d\d:\d\d\./);
    ok(!stage.text.includes('€20.00'), 'the sums of the other answers are gone');
    await stage.one('radio', 'Visa •• 4242');
    deepEqual(await stage.axe(), []);
    await stage.press('Continue');
    await stage.heads('How will you send it?');
    ok(!stage.text.includes('€20.00'), 'nor is it said on the next screen');
    stage.backend.refuse = {};
    await stage.press('Get my code');
    await stage.one('button', 'Confirm and pay €20.00');
  });

  it('lets what is left over become store credit', async () => {
    stage = await open(exchanging({ storeCredit: true }));
    stage.backend.quoteFor = () => aQuote(3000);
    await toSwap();
    await stage.choose('radio', 'L');
    await stage.press('Continue with €30.00 back');
    await stage.heads('Where should the rest go?');
    await stage.choose('radio', 'Store credit');
    await stage.until('credit', () => asked(QUOTE).refundTo === 'store_credit');
  });

  it('sends the new one at once, and says what is held and what becomes of it', async () => {
    stage = await open(exchanging({ instantExchange: true }));
    stage.backend.quoteFor = (wish) => ({
      ...aQuote(0),
      ...((wish as ReturnRequest).instant && { hold }),
    });
    await toSwap();
    await stage.choose('radio', 'L');
    await stage.sees('Nothing to pay');
    await stage.press('Continue');
    await stage.heads('When should we send the new one?');
    await stage.choose('radio', 'Right away We hold €249.00 on Visa •• 4242 until yours is back.');
    await stage.sees(/If yours is not on its way by .*, we charge it\./);
    deepEqual(await stage.axe(), []);
    await stage.press('Continue');
    await stage.heads('How will you send it?');
    await stage.sees('We hold €249.00 on Visa •• 4242 until yours is back.');
    equal(asked(QUOTE).instant, true);
  });

  it('asks why of each item, and lets each have an outcome of its own', async () => {
    stage = await open();
    await stage.choose('checkbox', 'Field coat M €249.00');
    await stage.choose('checkbox', 'Moss knit M €498.00');
    await stage.press('One less: Moss knit');
    await stage.press('Continue with 2 items');
    await stage.sees(/Field coat ?, M/);
    await stage.choose('radio', 'Too small');
    await stage.sees('By how much?');
    await stage.choose('radio', 'Mehr');
    await stage.type('Anything to add? Optional', 'Tight');
    await stage.press('Continue');
    await stage.sees(/Moss knit ?, M/);
    await stage.press('Continue');
    await stage.press('Choose for each item');
    await stage.until('two questions', () => stage.all('radio', 'Store credit').length === 2);
    stage.all('radio', 'Store credit')[1]?.click();
    await stage.until('each has its own', () => {
      const kinds = asked(QUOTE)?.lines.map(({ outcome }) => outcome.kind);
      return kinds?.join() === 'refund,store_credit';
    });
    deepEqual(
      asked(QUOTE).lines.map((line) => [line.reason, line.answers, line.note, line.outcome.kind]),
      [
        ['too_small', { how_much: 'more' }, 'Tight', 'refund'],
        ['other', undefined, undefined, 'store_credit'],
      ],
    );
    deepEqual(await stage.axe(), []);
  });

  it('loses no answer on the way back, nor by a reload', async () => {
    stage = await open();
    await toOutcome();
    await stage.choose('radio', 'Store credit Once it has arrived €8.00 bonus €257.00');
    stage.desk.route.back();
    await stage.heads('What was wrong?');
    stage.desk.route.back();
    equal(
      ((await stage.one('checkbox', 'Field coat M €249.00')) as HTMLInputElement).checked,
      true,
    );
    await stage.reload();
    equal(
      ((await stage.one('checkbox', 'Field coat M €249.00')) as HTMLInputElement).checked,
      true,
    );
    await stage.press('Continue with 1 item');
    await stage.press('Continue');
    await stage.one('button', 'Continue with €257.00 credit');
  });

  it('is walked through by keyboard, with the heading first on each screen', async () => {
    stage = await open();
    (await stage.one('checkbox', 'Field coat M €249.00')).focus();
    await stage.key('Space');
    (await stage.one('button', 'Continue with 1 item')).focus();
    await stage.key('Enter');
    await stage.heads('What was wrong?');
    stage.all('radio')[2]?.focus();
    await stage.key('ArrowUp');
    await stage.key('ArrowUp');
    await stage.until(
      'the first reason',
      () => (stage.all('radio')[0] as HTMLInputElement).checked,
    );
  });

  it('waits for a code where the last proof is old, and goes on by itself', async () => {
    stage = await open();
    await toOutcome();
    await stage.press('Continue with €249.00 back');
    stage.backend.refuse[SEND] = { code: 'step_up_required' };
    await stage.press('Get my code');
    await stage.heads('Is it you?');
    delete stage.backend.refuse[SEND];
    await stage.press('Send code');
    await stage.type('6-digit code', '123456');
    await stage.heads('Show this at the counter');
    equal(stage.backend.timesAsked(SEND), 2);
  });

  it('shows the new sum where it has changed, before it is agreed to', async () => {
    stage = await open();
    await toOutcome();
    await stage.press('Continue with €249.00 back');
    await stage.heads('How will you send it?');
    stage.backend.refuse[SEND] = { code: 'quote_changed' };
    stage.backend.quoteFor = () => aQuote(20000);
    await stage.press('Get my code');
    await stage.sees('The sum has changed: €249.00 before, €200.00 now.');
    delete stage.backend.refuse[SEND];
    await stage.press('Get my code');
    await stage.heads('Show this at the counter');
    equal((asked(SEND) as unknown as { quote: string }).quote, 'quote-of-20000');
  });

  for (const [code, said] of [
    ['window_closed', 'The time for this is over.'],
    ['return_running', 'A return of this is under way.'],
    ['customer_blocked', 'The shop looks at this one itself.'],
  ] as const)
    it(`says why not, and who helps: ${code}`, async () => {
      stage = await open();
      stage.backend.refuse[QUOTE] = { code };
      await stage.choose('checkbox', 'Field coat M €249.00');
      await stage.press('Continue with 1 item');
      await stage.press('Continue');
      await stage.heads('It cannot go back now');
      await stage.sees(said);
      await stage.one('link', 'Write to us help@alder.example');
    });

  it('says until when it could go back, where that is over', async () => {
    const order = three();
    const closed = { allowed: false, reason: 'window_closed', since: fromNow(-9) } as const;
    stage = await open({
      ...order,
      actions: { ...order.actions!, return: closed, exchange: closed },
    });
    await stage.heads('It cannot go back now');
    await stage.sees(/The time for this ended on .*\. Ask the shop\./);
  });

  it('speaks Arabic', async () => {
    stage = await open(three(), 'ar');
    await stage.heads('ماذا تريد أن تُرجع؟');
    deepEqual(await stage.axe(), []);
  });
});

/** A refund is what it cost; store credit has a bonus; a swap is even. */
function quoteFor(wish: unknown) {
  const { lines } = wish as ReturnRequest;
  const kinds = lines.map(({ outcome }) => outcome.kind);
  const swapped = lines.find(({ outcome }) => outcome.kind === 'exchange')?.outcome;
  if (swapped && 'variant' in swapped)
    return aQuote(swapped.variant.startsWith('boot') ? -2000 : 0);
  const quote = aQuote();
  const moves = quote.moves.map((move) => ({ ...move, state: 'planned' as const }));
  if (!kinds.includes('store_credit')) return { ...quote, moves };
  const total = { amount: 25700, currency: 'EUR' };
  const bonus = { amount: 800, currency: 'EUR' };
  return {
    ...quote,
    id: 'quote-of-credit',
    sums: [...quote.sums, { kind: 'bonus' as const, amount: bonus }],
    total,
    moves: [
      {
        ...{
          kind: 'store_credit' as const,
          label: 'Store credit',
          amount: total,
          days: { from: 0, to: 0 },
        },
        state: 'planned' as const,
      },
    ],
  };
}
