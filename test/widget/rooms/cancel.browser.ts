import type { Order } from '../../../src/contract/orders.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import { aCustomer, anOrder, aQuote, fresh } from '../harness/an-order.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('cancelling an order', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const QUOTE = 'POST /orders/order-4182/cancellation/quote';
  const CANCEL = 'POST /orders/order-4182/cancellation';
  const open = (
    order: Order = fresh(),
    path = `cancel/${order.id}`,
    language: 'en' | 'ar' = 'en',
  ) =>
    Stage.open(path, {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        // not the shopper's clock
        backend.shop = { ...backend.shop, timeZone: 'Asia/Kathmandu' };
        backend.orders = [order];
        backend.changed = {
          progress: { status: 'cancelled', progress: 0, needsYou: false, parcels: 0 },
          actions: undefined as never,
        };
      },
    });
  const asked = (what: string) => stage.backend.asked.findLast((one) => one.what === what)?.body;
  const ready = () => stage.one('button', 'Cancel order, €249.00 back');

  it('takes three taps from the order, and shows the money before the last', async () => {
    stage = await open(fresh(), 'order/order-4182');
    await stage.sees(/1[78] min left, until/);
    const { cancel } = fresh().actions!;
    const until = cancel.allowed ? cancel.until! : '';
    await stage.sees(`until ${createWords('en-GB', en).time(until)}`);
    deepEqual(await stage.axe(), []);
    await stage.press('Cancel order');
    await stage.heads('Why are you cancelling?');
    await stage.sees('You get back €249.00');
    await stage.sees('Back to Visa •• 4242 In 3 to 5 days');
    await stage.choose('radio', 'Ordered by mistake');
    deepEqual(await stage.axe(), []);
    await ready();
    await stage.press('Cancel order, €249.00 back');
    await stage.heads('Cancelled');
    await stage.sees('€249.00 back to Visa •• 4242 in 3 to 5 days');
    deepEqual(asked(CANCEL), {
      ...{ reason: 'ordered_by_mistake', refundTo: 'original', quote: 'quote-of-24900' },
    });
    await stage.until('told', () => stage.told === 'Cancelled');
    equal(stage.desk.drafts.read('cancel order-4182'), undefined);
    deepEqual(await stage.axe(), []);
  });

  it('is taken back by the toast, and by its receipt', async () => {
    stage = await open();
    await stage.choose('radio', 'Something else');
    await ready();
    await stage.press('Cancel order, €249.00 back');
    await stage.one('button', 'Undo: Cancelled today');
    await stage.press('Undo');
    await stage.sees('Taken back');
    equal(stage.backend.timesAsked('POST /orders/order-4182/receipts/receipt-1/undo'), 1);
    await stage.until('told', () => stage.told === 'Taken back. All is as it was.');
    await stage.until('no undo', () => !stage.all('button', 'Undo: Cancelled today').length);
  });

  it('gives it back as store credit, where the shop has that', async () => {
    const order = fresh();
    stage = await open({ ...order, actions: { ...order.actions!, storeCredit: true } });
    await ready();
    await stage.choose('radio', 'Ordered by mistake');
    await stage.choose('radio', 'Store credit');
    deepEqual(await stage.axe(), []);
    await ready();
    await stage.press('Cancel order, €249.00 back');
    await stage.heads('Cancelled');
    equal((asked(CANCEL) as { refundTo?: string } | undefined)?.refundTo, 'store_credit');
  });

  it('does not speak of credit that the shop does not have', async () => {
    stage = await open();
    await ready();
    equal(stage.all('radio', 'Store credit').length, 0);
  });

  it('asks for a reason before it does anything', async () => {
    stage = await open();
    await ready();
    await stage.press('Cancel order, €249.00 back');
    await stage.sees('Choose a reason first.');
    equal(stage.backend.timesAsked(CANCEL), 0);
  });

  it('cancels what is chosen of an order, and says how much', async () => {
    const [coat] = anOrder().lines;
    const knit = { ...coat!, id: 'knit', name: 'Moss knit', quantity: 3 };
    stage = await open(fresh({ lines: [coat!, knit], itemCount: 4 }));
    await stage.press('The whole order Or only a part of it');
    await stage.heads('What should go?');
    await stage.choose('checkbox', 'Field coat M €249.00');
    await stage.press('One less: Moss knit');
    deepEqual(await stage.axe(), []);
    await stage.press('Continue with 2 items');
    await stage.heads('Why are you cancelling?');
    await stage.sees('2 of 4 items');
    await stage.one('button', 'Cancel 2 items, €249.00 back');
    deepEqual(asked(QUOTE), {
      ...{ reason: 'no_longer_needed', lines: [{ line: 'knit', quantity: 2 }] },
      refundTo: 'original',
    });
  });

  it('is done after a code, where the last one is old, with nothing chosen anew', async () => {
    stage = await open();
    stage.backend.refuse[CANCEL] = { code: 'step_up_required' };
    await stage.choose('radio', 'It takes too long');
    await ready();
    await stage.press('Cancel order, €249.00 back');
    await stage.heads('Is it you?');
    await stage.press('Send code');
    await stage.heads('Check your e-mail');
    stage.backend.refuse = {};
    await stage.type('6-digit code', '123456');
    await stage.heads('Cancelled');
    equal(stage.backend.timesAsked(CANCEL), 2);
  });

  it('shows what has changed, and asks again', async () => {
    stage = await open();
    await stage.choose('radio', 'Something else');
    await ready();
    stage.backend.refuse[CANCEL] = { code: 'quote_changed' };
    stage.backend.quote = aQuote(20000);
    await stage.press('Cancel order, €249.00 back');
    await stage.sees('The sum has changed: €249.00 before, €200.00 now.');
    stage.backend.refuse = {};
    await stage.press('Cancel order, €200.00 back');
    await stage.heads('Cancelled');
  });

  it('keeps its answers over a reload', async () => {
    stage = await open();
    await stage.choose('radio', 'Found it cheaper');
    await stage.reload();
    await stage.heads('Why are you cancelling?');
    const radio = (await stage.one('radio', 'Found it cheaper')) as HTMLInputElement;
    ok(radio.checked, 'the reason is kept');
  });

  it('says why it is too late, and what then', async () => {
    stage = await open();
    await stage.choose('radio', 'Something else');
    await ready();
    stage.backend.refuse[CANCEL] = { code: 'already_in_hand' };
    const { actions } = fresh();
    const cancel = { allowed: false, reason: 'already_in_hand', instead: 'wait' } as const;
    stage.backend.orders = [fresh({ actions: { ...actions!, cancel } })];
    await stage.press('Cancel order, €249.00 back');
    await stage.heads('It cannot be cancelled now');
    await stage.sees('You can send it back once it has arrived.');
    deepEqual(await stage.axe(), []);
  });

  it('keeps a wish that was not answered, and sends it again with its key', async () => {
    stage = await open();
    await stage.choose('radio', 'Something else');
    await ready();
    stage.backend.refuse[CANCEL] = { code: 'unavailable', retryAfter: 60 };
    await stage.press('Cancel order, €249.00 back');
    await stage.sees(/is not answering\. Try again (tomorrow )?at \d\d:\d\d\./);
    stage.backend.refuse[CANCEL] = { code: 'unavailable', retryAfter: 0 };
    await stage.press('Cancel order, €249.00 back');
    await stage.sees('Try again: it is done once only.');
    stage.backend.refuse = {};
    await stage.press('Cancel order, €249.00 back');
    await stage.heads('Cancelled');
  });

  it('reads from right to left', async () => {
    stage = await open(fresh(), undefined, 'ar');
    await stage.heads('لماذا تريد الإلغاء؟');
    match((await stage.one('button')).textContent ?? '', /./);
    deepEqual(await stage.axe(), []);
  });
});
