import { median } from './table.mjs';
import { openTab, tap, waitForLauncher } from './tab.mjs';

/** A customer of the demo shop with orders in every state. */
const CUSTOMER = 'mara@kern.eu';
/** One hiccup of the machine is not the panel's: of each step the median counts. */
const LAPS = 3;

/**
 * A shopper signs in and walks through the rooms, the processor slowed. Answers for each step how
 * long its slowest tap or key took to the next paint, in ms.
 */
export async function tourRun(browser, server, page, backend, throttle) {
  const { context, tab, cdp, quiet, errors } = await openTab(browser, page, throttle);
  const panel = tab.getByRole('dialog');
  const button = (name) => panel.getByRole('button', { name, exact: true });
  const press = (locator) => () => tap(cdp, locator);
  const steps = new Map();
  const step = async (name, act) => {
    await tab.evaluate(() => (__probe.events.length = 0));
    await act();
    steps.set(name, [...(steps.get(name) ?? []), await tab.evaluate(painted)]);
  };
  try {
    await tab.goto(`${server.origins[page.name]}/`, { waitUntil: 'load' });
    await waitForLauncher(tab);
    await quiet(500);
    const launcher = tab.getByRole('button', { name: /^Help/ });
    await step('open', press(launcher));
    await step('sign in', press(button('Sign in').last()));
    await step('type the address', () => panel.getByLabel('E-mail').pressSequentially(CUSTOMER));
    await step('send the code', press(button('Send code')));
    await panel.getByLabel('6-digit code').waitFor();
    const code = await codeFrom(backend);
    await step('type the code', () => panel.getByLabel('6-digit code').pressSequentially(code));
    for (let lap = 0; lap < LAPS; lap++) {
      await step('orders', press(button('Orders')));
      await step('a year', press(button('2025')));
      await step('all orders', press(button('All')));
      await step('an order', press(panel.getByRole('link', { name: /Order/ }).first()));
      await step('back', press(button('Back')));
      await step('home', press(button('Home')));
      await step('account', press(button('Your account')));
      await step('back home', press(button('Back')));
      await step('close', press(button('Close')));
      await step('open again', press(launcher));
    }
  } finally {
    await context.close();
  }
  if (errors.length) throw new Error(errors.join('\n'));
  return [...steps].map(([name, seen]) => ({ name, longest: median(seen) }));
}

/** In the page: the browser tells of an interaction some time after the frame that it led to. */
const painted = () =>
  new Promise((done) => {
    const look = () => done(Math.max(0, ...__probe.events.map(([, , long]) => long)));
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look, 200)));
  });

/** In the order it was sent: the button's own answer has come by then. */
async function codeFrom(backend) {
  const { mails } = await (await fetch(`${backend}/dev/mailbox.json?limit=1`)).json();
  return /^\d{6}$/m.exec(mails[0].text)[0];
}
