import type { Return } from '../../../src/contract/returns.ts';
import { aPicture } from '../harness/a-picture.ts';
import { aReturn, backable } from '../harness/a-return.ts';
import { aCustomer } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('a return that was asked for', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (given: Partial<Return> = {}, language: 'en' | 'ar' = 'en', picture?: Blob) =>
    Stage.open('returned/return-1', {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.orders = [{ ...backable(), returns: ['return-1'] }];
        backend.returns = [aReturn(given)];
        if (picture) backend.pictures.set('upload-1', picture);
      },
    });

  it('shows the code, what comes next and what it comes to', async () => {
    stage = await open();
    await stage.heads('Show this at the counter');
    await stage.sees('SBX:RETURN:ALDER:SBX123456789');
    for (const said of ['Return 4051-1', 'Show the code at any counter.', 'Hand it in'])
      await stage.sees(said);
    await stage.sees('€249.00 back to Visa •• 4242');
    await stage.one('image', 'Code to show at the counter');
    await stage.one('button', 'Save image');
    deepEqual(await stage.axe(), []);
  });

  for (const [state, method, title] of [
    ['approved', 'own', 'Send it back'],
    ['approved', 'drop_off', 'Your code is being made'],
    ['label_sent', 'label', 'Print this label'],
    ['label_sent', 'pick_up', 'It will be picked up'],
    ['requested', 'drop_off', 'The shop’s people look at it'],
    ['in_transit', 'drop_off', 'On its way back'],
    ['received', 'drop_off', 'It is back at the shop'],
    ['inspected', 'drop_off', 'The shop has looked at it'],
    ['settled', 'drop_off', 'All done'],
    ['settled', 'keep', 'Keep it. Nothing goes back.'],
    ['refused', 'drop_off', 'The shop has declined it'],
    ['cancelled', 'drop_off', 'Return cancelled'],
    ['expired', 'drop_off', 'It was not sent in time'],
  ] as const)
    it(`${state} by ${method} is told as: ${title}`, async () => {
      stage = await open({
        ...{ state, method, events: [{ state, at: new Date().toISOString() }] },
        ...(method === 'drop_off' && state !== 'approved' ? {} : { code: undefined as never }),
        ...(method === 'label' && { label: true as const }),
      });
      await stage.heads(title);
    });

  it('shows the pictures that went with it', async () => {
    const [line] = aReturn().lines;
    const lines = [{ ...line!, reason: 'damaged' as const, photos: ['upload-1'] }];
    stage = await open({ lines }, 'en', await aPicture());
    await stage.one('image', 'Pictures');
    await stage.one('picture');
    deepEqual(await stage.axe(), []);
  });

  it('shows the code as soon as it is made', async () => {
    stage = await open({ state: 'approved', code: undefined as never });
    await stage.heads('Your code is being made');
    stage.backend.returns = [aReturn()];
    await stage.heads('Show this at the counter');
  });

  it('says why the shop has declined it, and who helps', async () => {
    const sums = [{ kind: 'item' as const, amount: { amount: 24900, currency: 'EUR' } }];
    stage = await open({ state: 'refused', refusedWhy: 'It was worn.', cancelable: false, sums });
    await stage.sees('It was worn.');
    equal(stage.all('heading', 'How it adds up').length, 0);
    await stage.one('link', 'Write to us help@alder.example');
  });

  it('tells what its carrier does, between what becomes of it', async () => {
    const at = (day: number) => `2026-01-0${day}T10:00:00.000Z`;
    stage = await open({
      ...{ state: 'in_transit', code: undefined as never, cancelable: false },
      events: [
        { state: 'in_transit', at: at(3) },
        { state: 'label_sent', at: at(1) },
      ],
      parcel: {
        ...{ id: 'return-1', status: 'in_transit', number: 'SBX123456789' },
        events: [
          { at: at(4), status: 'in_transit', text: 'Sorted', place: 'Ghent' },
          { at: at(2), status: 'carrier_picked_up', text: 'Handed in' },
        ],
      },
    });
    await stage.sees('Ghent');
    const steps = stage.all('listitem').map(({ textContent }) => textContent ?? '');
    const told = ['Sorted', 'On its way back', 'Handed in'];
    const places = told.map((each) => steps.findIndex((step) => step.includes(each)));
    equal(
      places.every((place, n) => place > (places[n - 1] ?? -1)),
      true,
    );
  });

  it('says that no label could be made, and who helps', async () => {
    stage = await open({
      ...{ state: 'approved', code: undefined as never, labelFailed: 'address_refused' },
    });
    await stage.heads('No label could be made');
    await stage.one('link', 'Write to us help@alder.example');
    equal(!stage.all('listitem', 'Hand it in').length, true);
  });

  it('is cancelled once it was asked about again', async () => {
    stage = await open();
    await stage.press('Cancel this return');
    await stage.sees('Then the code no longer works, and no money moves.');
    deepEqual(await stage.axe(), []);
    await stage.press('Cancel this return');
    await stage.heads('Return cancelled');
    await stage.until('told', () => stage.told === 'Return cancelled');
    equal(stage.backend.timesAsked('POST /returns/return-1/cancellation'), 1);
    equal(!stage.all('button', 'Cancel this return').length, true);
  });

  it('is cancelled after a code, where the last proof is old', async () => {
    stage = await open();
    stage.backend.refuse['POST /returns/return-1/cancellation'] = { code: 'step_up_required' };
    await stage.press('Cancel this return');
    await stage.press('Cancel this return');
    await stage.heads('Is it you?');
    delete stage.backend.refuse['POST /returns/return-1/cancellation'];
    await stage.press('Send code');
    await stage.type('6-digit code', '123456');
    await stage.heads('Return cancelled');
  });

  it('says that it has gone on meanwhile', async () => {
    stage = await open();
    stage.backend.refuse['POST /returns/return-1/cancellation'] = { code: 'return_moved_on' };
    await stage.press('Cancel this return');
    stage.backend.returns = [aReturn({ state: 'in_transit', cancelable: false })];
    await stage.press('Cancel this return');
    await stage.sees('This return has gone on meanwhile.');
    await stage.heads('On its way back');
  });

  it('is found from the order it is of', async () => {
    stage = await open();
    stage.desk.route.enter('return/order-4051');
    await stage.press('Return 4051-1 Ready to be sent back');
    await stage.heads('Show this at the counter');
  });

  it('is not told to whom it is not', async () => {
    stage = await open();
    stage.desk.route.enter('returned/return-2');
    await stage.heads('This return is not in your account');
  });

  it('speaks Arabic', async () => {
    stage = await open({}, 'ar');
    await stage.heads('أظهر هذا الرمز عند التسليم');
    deepEqual(await stage.axe(), []);
  });
});
