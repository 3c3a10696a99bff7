import { anOrder, aShop } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const LOOKUP = 'POST /identity/lookups';

describe('find an order', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (mode: 'number' | 'code' = 'number') =>
    Stage.open('find', {
      prepare: (backend) => {
        backend.orders = [anOrder()];
        backend.shop = aShop({ capabilities: { emailCode: {}, guestTracking: { mode } } });
      },
    });

  it('leads from two details to the order, by keyboard alone', async () => {
    stage = await open();
    await stage.heads('Where is it?');
    deepEqual(await stage.axe(), []);
    await stage.type('Order number', '4182');
    await stage.key('Tab');
    equal(stage.focused, await stage.field('E-mail or phone'));
    await stage.type('E-mail or phone', 'mara@kern.example');
    await stage.key('Enter');
    await stage.until('the order', () => stage.room === 'order/order-4182');
    deepEqual(stage.backend.asked.find(({ what }) => what === LOOKUP)?.body, {
      number: '4182',
      email: 'mara@kern.example',
    });
  });

  it('takes a phone number as well', async () => {
    stage = await open();
    await stage.type('Order number', '4182');
    await stage.type('E-mail or phone', '+32 470 12 34 56');
    await stage.press('Track it');
    await stage.until('the order', () => stage.room === 'order/order-4182');
    deepEqual(stage.backend.asked.find(({ what }) => what === LOOKUP)?.body, {
      number: '4182',
      phone: '+32 470 12 34 56',
    });
  });

  it('says which detail is missing, and puts the cursor there', async () => {
    stage = await open();
    await stage.press('Track it');
    await stage.sees('Write the order number.');
    equal(stage.focused, await stage.field('Order number'));
    await stage.type('Order number', '4182');
    await stage.press('Track it');
    await stage.sees('Write the e-mail or phone number you ordered with.');
    await stage.until('the cursor', () => stage.focused?.getAttribute('name') === 'contact');
    equal(stage.backend.timesAsked(LOOKUP), 0);
    deepEqual(await stage.axe(), []);
  });

  it('says that nothing fits, keeps both details, and offers a person', async () => {
    stage = await open();
    await stage.type('Order number', '9999');
    await stage.type('E-mail or phone', 'mara@kern.example');
    await stage.key('Enter');
    await stage.sees('No order fits these two.');
    await stage.sees('Talk to Alder');
    equal((await stage.field('Order number')).value, '9999');
    deepEqual(await stage.axe(), []);
  });

  it('keeps what was typed over a reload', async () => {
    stage = await open();
    await stage.type('Order number', '4182');
    await stage.reload();
    await stage.until(
      'the number',
      () => (stage.all('textbox')[0] as HTMLInputElement)?.value === '4182',
    );
  });

  it('goes on to the code where the shop asks for one', async () => {
    stage = await open('code');
    await stage.type('Order number', '4182');
    await stage.type('E-mail or phone', 'mara@kern.example');
    await stage.key('Enter');
    await stage.heads('Check your e-mail');
    await stage.type('6-digit code', '123456');
    await stage.until('the order', () => stage.room === 'order/4182');
  });

  it('leads back to both details from that code', async () => {
    stage = await open('code');
    await stage.type('Order number', '4182');
    await stage.type('E-mail or phone', 'mara@kern.example');
    await stage.key('Enter');
    await stage.heads('Check your e-mail');
    await stage.press('Change');
    await stage.heads('Where is it?');
    equal((await stage.field('Order number')).value, '4182');
  });
});
