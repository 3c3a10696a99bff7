import { anOrder, aCustomer, aGuest, aShop } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const EMAIL = 'mara@kern.example';
const CODE = '6-digit code';
const ANSWER = 'POST /identity/challenges/challenge-1/answer';

describe('sign-in', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function askCode(): Promise<void> {
    await stage.type('E-mail', EMAIL);
    await stage.key('Enter');
    await stage.heads('Check your e-mail');
  }

  it('takes an address and a code by keyboard alone, and sends the code on its last digit', async () => {
    stage = await Stage.open('find');
    stage.desk.route.go('sign-in', { room: 'order', id: '4182' });
    await stage.heads('Sign in');
    deepEqual(await stage.axe(), []);
    await askCode();
    equal(stage.focused, await stage.field(CODE));
    await stage.sees(EMAIL);
    deepEqual(await stage.axe(), []);
    await stage.type(CODE, '12345');
    equal(stage.backend.timesAsked(ANSWER), 0);
    await stage.type(CODE, '6');
    await stage.until('the order', () => stage.room === 'order/4182');
    equal(stage.backend.timesAsked(ANSWER), 1);
  });

  it('takes a pasted code with blanks in it', async () => {
    stage = await Stage.open('sign-in');
    await askCode();
    const field = await stage.field(CODE);
    field.value = '407 911';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    await stage.until('home', () => stage.room === 'home');
    deepEqual(stage.backend.asked.find(({ what }) => what === ANSWER)?.body, { code: '407911' });
  });

  it('refuses what is no address before it asks anybody', async () => {
    stage = await Stage.open('sign-in');
    await stage.type('E-mail', 'mara@kern');
    await stage.press('Send code');
    await stage.sees('It looks like name@example.com');
    equal((await stage.field('E-mail')).getAttribute('aria-invalid'), 'true');
    equal(stage.focused, await stage.field('E-mail'));
    equal(stage.backend.timesAsked('POST /identity/challenges'), 0);
    deepEqual(await stage.axe(), []);
  });

  it('keeps a wrong code to be read, says how many tries are left, and starts anew', async () => {
    stage = await Stage.open('sign-in');
    await askCode();
    stage.backend.refuse[ANSWER] = { code: 'wrong_code', triesLeft: 2 };
    await stage.type(CODE, '407911');
    await stage.sees('That code does not match. 2 tries left.');
    equal((await stage.field(CODE)).value, '407911');
    deepEqual(await stage.axe(), []);
    stage.backend.refuse = {};
    await stage.type(CODE, '1');
    await stage.until(
      'the new digit alone',
      () =>
        stage.all('textbox')[0] instanceof HTMLInputElement &&
        (stage.all('textbox')[0] as HTMLInputElement).value === '1',
    );
    equal(stage.all('alert').length, 0);
  });

  for (const [code, said] of [
    ['challenge_expired', 'That code no longer works. Ask for a new one.'],
    ['challenge_used', 'That code no longer works. Ask for a new one.'],
    ['unavailable', 'The shop’s system is not answering.'],
  ] as const)
    it(`says what to do when the backend says ${code}`, async () => {
      stage = await Stage.open('sign-in');
      await askCode();
      stage.backend.refuse[ANSWER] = { code, ...(code === 'unavailable' && { retryAfter: 0 }) };
      await stage.type(CODE, '407911');
      await stage.sees(said);
    });

  it('says when to try again after too many tries', async () => {
    stage = await Stage.open('sign-in');
    stage.backend.refuse['POST /identity/challenges'] = {
      code: 'too_many_requests',
      retryAfter: 900,
    };
    await stage.type('E-mail', EMAIL);
    await stage.press('Send code');
    await stage.sees(/Too many tries\. Try again (tomorrow )?at \d\d:\d\d\./);
    equal((await stage.field('E-mail')).value, EMAIL);
  });

  it('asks for a new code at once where the tries of this one alone are spent', async () => {
    stage = await Stage.open('sign-in');
    await askCode();
    stage.backend.refuse[ANSWER] = { code: 'too_many_tries' };
    await stage.type(CODE, '407911');
    await stage.sees('That code no longer works. Ask for a new one.');
  });

  it('says that a link was sent, and offers no field for a code', async () => {
    stage = await Stage.open('sign-in', { prepare: (backend) => void (backend.sendsLinks = true) });
    await askCode();
    await stage.sees(`We sent a link to ${EMAIL}`);
    await stage.sees('so this time it takes a link. It works for 10 minutes, once.');
    equal(stage.all('textbox').length, 0);
    deepEqual(await stage.axe(), []);
    await stage.reload();
    await stage.sees('We sent a link');
    await stage.press('Change');
    await stage.heads('Sign in');
  });

  it('signs in by the link from the mail, at a tap, and takes its secret off the address', async () => {
    history.replaceState({ of: 'the page' }, '', '#front-desk/sign-in/~challenge-1.a-token');
    stage = await Stage.open('sign-in/~challenge-1.a-token');
    await stage.sees('The link from your e-mail signs you in, once.');
    equal(location.hash, '');
    deepEqual(history.state, { of: 'the page' });
    equal(stage.backend.timesAsked(ANSWER), 0);
    deepEqual(await stage.axe(), []);
    await stage.press('Sign in');
    await stage.until('home', () => stage.room === 'home');
    deepEqual(stage.backend.asked.find(({ what }) => what === ANSWER)?.body, { token: 'a-token' });
  });

  it('says that a link is over, and leads to a new one', async () => {
    stage = await Stage.open('sign-in/~challenge-1.a-token');
    stage.backend.refuse[ANSWER] = { code: 'challenge_used' };
    await stage.press('Sign in');
    await stage.sees('That link no longer works. Ask for a new one.');
    await stage.press('Send a new link');
    await stage.field('E-mail');
    equal(stage.room, 'sign-in');
  });

  it('may try the link again when the shop did not answer', async () => {
    stage = await Stage.open('sign-in/~challenge-1.a-token');
    stage.backend.refuse[ANSWER] = { code: 'unavailable', retryAfter: 0 };
    await stage.press('Sign in');
    await stage.sees('The shop’s system is not answering.');
    stage.backend.refuse = {};
    await stage.press('Sign in');
    await stage.until('home', () => stage.room === 'home');
  });

  it('says how else to reach a shop that cannot send codes', async () => {
    stage = await Stage.open('sign-in', {
      prepare: (backend) => {
        backend.shop = aShop({ capabilities: { guestTracking: { mode: 'number' } } });
      },
    });
    await stage.heads('Codes cannot be sent right now');
    await stage.sees('Talk to Alder');
    deepEqual(await stage.axe(), []);
    await stage.press('Track an order without signing in');
    equal(stage.room, 'find');
  });

  it('says the same when that turns out on asking', async () => {
    stage = await Stage.open('sign-in');
    stage.backend.refuse['POST /identity/challenges'] = { code: 'channel_unavailable' };
    await stage.type('E-mail', EMAIL);
    await stage.press('Send code');
    await stage.heads('Codes cannot be sent right now');
    equal(stage.focused?.textContent, 'Codes cannot be sent right now');
  });

  it('still has the address, and the code on its way, after a reload', async () => {
    stage = await Stage.open('sign-in');
    await stage.type('E-mail', EMAIL);
    await stage.reload();
    await stage.until(
      'the address',
      () => (stage.all('textbox')[0] as HTMLInputElement)?.value === EMAIL,
    );
    await stage.press('Send code');
    await stage.heads('Check your e-mail');
    await stage.reload();
    await stage.heads('Check your e-mail');
    await stage.type(CODE, '123456');
    await stage.until('home', () => stage.room === 'home');
    equal(stage.desk.drafts.read('sign-in'), undefined);
  });

  for (const [behind, clock] of [
    [24, 'a day behind'],
    [-24, 'a day ahead'],
  ] as const)
    it(`counts down to another code where the clock is ${clock}, after a reload too`, async () => {
      stage = await Stage.open('sign-in', {
        prepare: (backend) => void (backend.behind = behind),
      });
      await askCode();
      await stage.sees(/New code in 0:[23]\d/);
      await stage.reload();
      await stage.heads('Check your e-mail');
      await stage.sees(/New code in 0:[23]\d/);
    });

  it('lets the shopper change the address', async () => {
    stage = await Stage.open('sign-in');
    await askCode();
    await stage.press('Change');
    await stage.heads('Sign in');
    equal((await stage.field('E-mail')).value, EMAIL);
    equal(stage.focused, await stage.field('E-mail'));
  });

  it('sends a guest’s code to the order’s own address, and shows only a part of it', async () => {
    const order = anOrder();
    stage = await Stage.open(`sign-in/${order.id}`, {
      prepare: (backend) => {
        backend.orders = [order];
        backend.session = aGuest(order);
      },
    });
    await stage.heads('See everything');
    equal(stage.all('textbox').length, 0);
    await stage.press('Send code');
    await stage.sees('m•••@k•••.example');
    const asked = stage.backend.asked.find(({ what }) => what === 'POST /identity/challenges');
    deepEqual(asked?.body, { order: order.id });
  });

  it('has nothing to ask of who is signed in', async () => {
    stage = await Stage.open('sign-in', { prepare: (backend) => (backend.session = aCustomer()) });
    await stage.sees(/Good \w+, Mara/);
    equal(stage.room, 'home');
  });
});
