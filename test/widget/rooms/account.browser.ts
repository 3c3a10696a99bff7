import { aCustomer } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('account', () => {
  let stage: Stage;
  afterEach(() => stage.close());
  const open = () =>
    Stage.open('account', { prepare: (backend) => (backend.session = aCustomer()) });

  it('says who is signed in', async () => {
    stage = await open();
    await stage.heads('Mara Kern');
    await stage.sees('mara@kern.example');
    deepEqual(await stage.axe(), []);
  });

  it('signs out, and leads home', async () => {
    stage = await open();
    await stage.press('Sign out');
    await stage.until('home', () => stage.room === 'home');
    equal(stage.backend.timesAsked('DELETE /session'), 1);
    equal(stage.told, 'You are signed out.');
  });

  it('says when signing out did not work, and stays', async () => {
    stage = await open();
    stage.backend.refuse['DELETE /session'] = { code: 'header_required' };
    await stage.press('Sign out');
    await stage.sees('That did not work. Nothing was changed.');
    equal(stage.room, 'account');
  });
});
