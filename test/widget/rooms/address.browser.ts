import { aCustomer } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('one’s own address', () => {
  let stage: Stage;
  afterEach(() => stage.close());
  const open = (language: 'en' | 'ar' = 'en') =>
    Stage.open('account', {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.customer = {
          ...backend.customer,
          address: { lines: ['Kammenstraat 14'], city: 'Antwerp', country: 'BE' },
        };
      },
    });
  const CHANGE = 'PATCH /customer';

  it('is changed from the account, after a code where the last one is old', async () => {
    stage = await open();
    stage.backend.refuse[CHANGE] = { code: 'step_up_required' };
    await stage.press('Your address Kammenstraat 14, Antwerp');
    await stage.heads('Where do you live?');
    equal((await stage.field('Country')).value, 'Belgium');
    deepEqual(await stage.axe(), []);
    await stage.type('Street and number', ', bus 2');
    await stage.press('Save address');
    await stage.heads('Is it you?');
    await stage.press('Send code');
    await stage.heads('Check your e-mail');
    stage.backend.refuse = {};
    await stage.type('6-digit code', '123456');
    await stage.sees('Kammenstraat 14, bus 2, Antwerp');
    equal(stage.told, 'Your address is saved.');
    deepEqual(stage.backend.asked.findLast(({ what }) => what === CHANGE)?.body, {
      address: { lines: ['Kammenstraat 14, bus 2'], city: 'Antwerp', country: 'BE' },
    });
  });

  it('keeps what was typed, and says what is missing', async () => {
    stage = await open();
    await stage.press('Your address Kammenstraat 14, Antwerp');
    const city = await stage.field('City');
    city.select();
    await stage.key('Backspace');
    await stage.key('Enter');
    await stage.sees('Write the city.');
    await stage.until('there', () => stage.focused === city);
    deepEqual(await stage.axe(), []);
    await stage.reload();
    equal((await stage.field('City')).value, '');
  });

  it('reads from right to left', async () => {
    stage = await open('ar');
    await stage.press('عنوانك Kammenstraat 14 ، Antwerp');
    await stage.heads('أين تسكن؟');
    deepEqual(await stage.axe(), []);
  });
});
