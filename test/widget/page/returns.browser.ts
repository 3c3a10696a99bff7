import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../../src/widget/define.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { FdPage } from '../../../src/widget/elements/fd-page.ts';
import type { FdReturns } from '../../../src/widget/elements/fd-returns.ts';
import { createIdentity } from '../../../src/widget/stores/identity.ts';
import { aCustomer, anOrder, delivered } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { FakeBackend } from '../harness/fake-backend.ts';
import { until } from '../harness/until.ts';

const yes = { allowed: true } as const;

/** Delivered, and it may go back. */
function returnable(): Order {
  const order = delivered('4051');
  const line = { cancel: yes, edit: yes, return: yes, exchange: yes, returnable: 1, changes: [] };
  const no = { allowed: false, reason: 'already_in_hand' } as const;
  return {
    ...order,
    receipts: [],
    actions: {
      ...{ cancel: no, editItems: no, editAddress: no, editContact: no, editPayment: no },
      ...{ editShipping: no, return: yes, exchange: yes, report: yes, reports: [] },
      methods: ['drop_off' as const],
      lines: order.lines.map(({ id }) => ({
        ...{ ...line, line: id },
        reasons: [{ reason: 'too_small' as const, outcomes: ['refund' as const] }],
      })),
    },
  };
}

describe('<fd-returns> on a page', () => {
  const backend = new FakeBackend();
  const spacer = document.createElement('div');
  let element: HTMLElement;

  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    backend.asked.length = 0;
    backend.session = aCustomer();
    backend.orders = [returnable(), anOrder()];
    backend.start();
  });
  afterEach(async () => {
    element.remove();
    spacer.remove();
    sessionStorage.clear();
    await until('it is gone', () => !all('section').length);
    backend.stop();
  });
  function place(attributes: Record<string, string> = {}, below = 0): void {
    spacer.style.blockSize = `${below}px`;
    element = document.createElement('fd-returns');
    // other test pages have the same origin, and must not hear of this one
    element.setAttribute('api', `https://${crypto.randomUUID()}.example`);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(spacer, element);
  }

  function all(selector: string): HTMLElement[] {
    const found: HTMLElement[] = [];
    const walk = (root: ParentNode) => {
      for (const one of root.querySelectorAll<HTMLElement>('*')) {
        if (one.matches(selector)) found.push(one);
        if (one.shadowRoot) walk(one.shadowRoot);
      }
    };
    walk(element.shadowRoot!);
    return found;
  }
  const heading = () => all('h1')[0]?.textContent?.trim();
  const heads = (text: string) => until(text, () => heading() === text, heading);
  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  async function axe(): Promise<string[]> {
    const { axe: run } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await run.run(element, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  it('asks for nothing until it comes into view', async () => {
    place({}, 5000);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    equal(backend.asked.length, 0);
    element.scrollIntoView();
    await heads('Return or swap');
    ok(backend.asked.length > 0, 'it has not asked');
  });

  it('leads from the order to what goes back, by keys alone, and leaves the page’s focus before', async () => {
    place();
    await until('the order', () => all('a.li[href^="#"]').length);
    equal(focused(), document.body);
    deepEqual(await axe(), []);
    all('a.li[href^="#"]')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await heads('What is going back?');
    await until('the focus', () => focused() === all('h1')[0]);
    await until('an item', () => all('input[type="checkbox"]').length);
    deepEqual(await axe(), []);
    all('button[aria-label="Back"]')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await heads('Return or swap');
  });

  it('lets whoever is not signed in sign in, or find their order', async () => {
    backend.session = { kind: 'anonymous' };
    place();
    await until('a way in', () => all('.btn').length === 2);
    deepEqual(await axe(), []);
    all('.btn')[0]!.click();
    await until('a field', () => all('input[name="email"]').length);
  });

  it('signs in again whom the page names anew, by the path it has named them by before', async () => {
    const path = '/account/desk-token';
    backend.session = { kind: 'anonymous' };
    backend.texts[path] = `e30.${btoa(JSON.stringify({ sub: 'mara' })).replaceAll('=', '')}.e30`;
    place();
    const named = element as FdReturns;
    named.identify(path);
    const desk = () => (all('fd-page')[0] as FdPage | undefined)?.desk;
    const isHere = (kind: string) =>
      until(kind, () => desk()?.session.$session.get().kind === kind);
    await isHere('customer');
    await desk()!.use(createIdentity).signOut();
    await desk()!.session.refresh();
    await isHere('anonymous');
    named.identify(path);
    await isHere('customer');
    delete backend.texts[path];
  });

  it('begins with the order that the page names', async () => {
    place({ order: '4051' });
    await heads('What is going back?');
  });

  it('goes on where it is moved to, and leaves nothing behind', async () => {
    place();
    await heads('Return or swap');
    const page = all('section')[0];
    document.body.prepend(element);
    await heads('Return or swap');
    equal(all('section')[0], page);
    element.remove();
    await until('gone', () => !all('section').length);
    document.body.append(element);
    await heads('Return or swap');
  });

  it('names the way out when it cannot be had', async () => {
    const { FdReturns } = await import('../../../src/widget/index.ts');
    const { load } = FdReturns;
    FdReturns.load = () => Promise.reject(new Error('not there'));
    try {
      place({ fallback: 'mailto:help@alder.example' });
      await until('a link', () => all('a').length);
      equal(all('a')[0]!.textContent, 'help@alder.example');
    } finally {
      FdReturns.load = load;
    }
  });
});
