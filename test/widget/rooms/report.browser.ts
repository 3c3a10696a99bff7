import type { ReportOffer } from '../../../src/contract/actions.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { Report } from '../../../src/contract/reports.ts';
import { backable } from '../harness/a-return.ts';
import { aCustomer, aQuote } from '../harness/an-order.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const QUOTE = 'POST /orders/order-4051/reports/quote';
const REPORT = 'POST /orders/order-4051/reports';

const coat = { line: 'coat', quantity: 1 };
const knits = { line: 'knit', quantity: 2 };
const offers: ReportOffer[] = [
  { kind: 'damaged', lines: [coat, knits], resolutions: ['replace', 'refund'] },
  { kind: 'missing', lines: [coat, knits], resolutions: [] },
];

/** Delivered, with a coat and two knits of which something may be told. */
function reportable(reports: ReportOffer[] = offers): Order {
  const order = backable({ coat: {}, knit: { quantity: 2 } });
  if (!order.actions) throw new Error('it has actions');
  return { ...order, actions: { ...order.actions, report: { allowed: true }, reports } };
}

/** What is sent anew costs nothing; what nobody settles at once is looked at. */
const quoteFor = (wish: unknown) => {
  const { resolution } = wish as Report;
  if (!resolution) return { ...aQuote(0), review: true as const };
  return aQuote(resolution === 'refund' ? 24900 : 0);
};

describe('telling what is wrong with an order', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (
    order: Order = reportable(),
    path = `report/${order.id}`,
    language: 'en' | 'ar' = 'en',
  ) =>
    Stage.open(path, {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.orders = [order];
        backend.quoteFor = quoteFor;
      },
    });
  const asked = (what: string) => stage.backend.asked.findLast((one) => one.what === what)?.body;
  /** As far as what should come of a damaged coat. */
  const toOutcome = async () => {
    await stage.choose('radio', 'It came damaged');
    await stage.press('Continue');
    await stage.heads('Which items?');
    await stage.choose('checkbox', 'Field coat M');
    await stage.press('Continue with 1 item');
    await stage.heads('What should we do?');
  };
  const toRefund = async () => {
    await toOutcome();
    await stage.choose('radio', 'Give me the money back');
    await stage.one('button', 'Get €249.00 back');
  };

  it('gives money back as it was shown, from a quiet row in the order', async () => {
    stage = await open(reportable(), 'order/order-4051');
    await stage.press('Something wrong with it?');
    await stage.heads('What is wrong?');
    deepEqual(await stage.axe(), []);
    await stage.choose('radio', 'It came damaged');
    await stage.press('Continue');
    await stage.heads('Which items?');
    await stage.choose('checkbox', 'Field coat M');
    deepEqual(await stage.axe(), []);
    await stage.press('Continue with 1 item');
    await stage.heads('What should we do?');
    await stage.one('button', 'Replace it');
    await stage.choose('radio', 'Give me the money back');
    await stage.sees('You get back €249.00');
    await stage.sees('Back to Visa •• 4242 In 3 to 5 days');
    deepEqual(await stage.axe(), []);
    await stage.press('Get €249.00 back');
    await stage.sees('Reported today');
    equal(stage.room, 'order/order-4051');
    await stage.sees('€249.00 back to Visa •• 4242 in 3 to 5 days');
    deepEqual(asked(REPORT), {
      ...{ kind: 'damaged', lines: [coat], resolution: 'refund', quote: 'quote-of-24900' },
    });
    await stage.until('told', () => stage.told === 'Your money is on its way back.');
    equal(stage.desk.drafts.read('report order-4051'), undefined);
    deepEqual(await stage.axe(), []);
  });

  it('is done with the keyboard alone', async () => {
    stage = await open(reportable(offers.slice(0, 1)));
    const on = async (name: string) => {
      (await stage.one('button', name)).focus();
      await stage.key('Enter');
    };
    await on('Continue');
    (await stage.one('checkbox', 'Moss knit M')).focus();
    await stage.key('Space');
    await on('One less: Moss knit');
    await on('Continue with 1 item');
    (await stage.one('radio', 'Replace it')).focus();
    await stage.key('ArrowDown');
    await on('Get €249.00 back');
    await stage.sees('Reported today');
    deepEqual(asked(REPORT), {
      ...{ kind: 'damaged', lines: [{ line: 'knit', quantity: 1 }], resolution: 'refund' },
      quote: 'quote-of-24900',
    });
  });

  it('is kept for the shop’s people where nothing is settled at once, with a note', async () => {
    stage = await open();
    await stage.choose('radio', 'Something is missing');
    await stage.press('Continue');
    await stage.choose('checkbox', 'Moss knit M');
    await stage.press('Continue with 2 items');
    await stage.heads('The shop’s people look at it');
    deepEqual(await stage.axe(), []);
    await stage.type('Anything to add? Optional', 'The box was open');
    const quoted = stage.backend.timesAsked(QUOTE);
    await stage.press('Tell the shop');
    await stage.sees('Reported today The shop looks at it and writes to you.');
    deepEqual(asked(REPORT), {
      ...{ kind: 'missing', lines: [knits], note: 'The box was open', quote: 'quote-of-0' },
    });
    equal(stage.backend.timesAsked(QUOTE), quoted + 1);
    await stage.until('told', () => stage.told === 'The shop looks at it and writes to you.');
  });

  it('is told at once, where the shopper is faster than what it comes to', async () => {
    stage = await open(reportable([{ kind: 'late', lines: [coat], resolutions: [] }]));
    await stage.press('Continue');
    await stage.press('Tell the shop');
    await stage.sees('Reported today');
    equal(stage.backend.timesAsked(REPORT), 1);
  });

  it('asks nothing of which items where all that is away is meant', async () => {
    const lines = [coat, knits];
    stage = await open(reportable([{ kind: 'lost', lines, resolutions: ['resend', 'refund'] }]));
    ok(((await stage.one('radio', 'I think it is lost')) as HTMLInputElement).checked, 'is meant');
    await stage.press('Continue');
    await stage.heads('What should we do?');
    await stage.press('Send it again');
    await stage.sees('A new one is sent to you.');
    deepEqual(asked(REPORT), { kind: 'lost', lines, resolution: 'resend', quote: 'quote-of-0' });
  });

  it('asks what is wrong, and with what, before it goes on', async () => {
    stage = await open();
    await stage.press('Continue');
    await stage.sees('Choose what is wrong first.');
    await stage.choose('radio', 'It came damaged');
    await stage.press('Continue');
    await stage.heads('Which items?');
    await stage.press('Continue');
    await stage.sees('Choose at least one item.');
    equal(stage.backend.timesAsked(QUOTE), 0);
  });

  it('is done after a code, where the last one is old, with nothing chosen anew', async () => {
    stage = await open();
    stage.backend.refuse[REPORT] = { code: 'step_up_required' };
    await toRefund();
    await stage.press('Get €249.00 back');
    await stage.heads('Is it you?');
    await stage.press('Send code');
    await stage.heads('Check your e-mail');
    stage.backend.refuse = {};
    await stage.type('6-digit code', '123456');
    await stage.sees('Reported today');
    equal(stage.backend.timesAsked(REPORT), 2);
  });

  it('shows what has changed, and asks again', async () => {
    stage = await open();
    await toRefund();
    stage.backend.refuse[REPORT] = { code: 'quote_changed' };
    stage.backend.quoteFor = () => aQuote(20000);
    await stage.press('Get €249.00 back');
    await stage.sees('The sum has changed: €249.00 before, €200.00 now.');
    stage.backend.refuse = {};
    await stage.press('Get €200.00 back');
    await stage.sees('Reported today');
  });

  it('keeps its answers over a reload', async () => {
    stage = await open();
    await toRefund();
    await stage.reload();
    await stage.one('button', 'Get €249.00 back');
  });

  it('says that another answer may do, where the one that was chosen cannot be', async () => {
    stage = await open();
    stage.backend.refuse[QUOTE] = { code: 'variant_unavailable' };
    await toOutcome();
    await stage.sees('That one is sold out now. Choose another.');
    stage.backend.refuse = {};
    await stage.choose('radio', 'Give me the money back');
    await stage.one('button', 'Get €249.00 back');
  });

  it('says why it cannot be told', async () => {
    stage = await open();
    await toRefund();
    stage.backend.refuse[REPORT] = { code: 'order_cancelled' };
    const { actions, ...order } = reportable([]);
    const report = { allowed: false, reason: 'order_cancelled' } as const;
    stage.backend.orders = [{ ...order, actions: { ...actions!, report } }];
    await stage.press('Get €249.00 back');
    await stage.heads('There is nothing to report now');
    deepEqual(await stage.axe(), []);
  });

  it('has no row in an order with nothing to report', async () => {
    stage = await open(reportable([]), 'order/order-4051');
    await stage.one('button', 'Return or swap');
    deepEqual(stage.all('button', 'Something wrong with it?'), []);
  });

  it('reads from right to left', async () => {
    stage = await open(undefined, undefined, 'ar');
    await stage.heads('ما المشكلة؟');
    match((await stage.one('button')).textContent ?? '', /./);
    deepEqual(await stage.axe(), []);
  });
});
