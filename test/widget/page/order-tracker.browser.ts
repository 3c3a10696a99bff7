import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { emulateMedia } from '@web/test-runner-commands';
import { aCustomer, aGuest, anOrder } from '../harness/an-order.ts';
import { ar } from '../../../src/widget/locales/ar.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { FakeBackend } from '../harness/fake-backend.ts';
import { Ledger } from '../harness/ledger.ts';
import { PageElement } from '../harness/page-element.ts';
import { cutByTextSpacing } from '../harness/text-spacing.ts';

const FORM = 'Where is it?';
const ON_ITS_WAY = 'On its way';

describe('<fd-order-tracker> on a page', () => {
  const backend = new FakeBackend();
  let tracker: PageElement;
  const place = (attributes?: Record<string, string>) =>
    (tracker = PageElement.place('fd-order-tracker', attributes));
  const value = (name: string) => tracker.all<HTMLInputElement>(`input[name="${name}"]`)[0]?.value;

  beforeEach(async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    backend.session = { kind: 'anonymous' };
    backend.orders = [anOrder()];
    backend.start();
  });
  afterEach(async () => {
    tracker.element.remove();
    await tracker.until('it is gone', () => !tracker.all('section').length);
    sessionStorage.clear();
    backend.stop();
  });

  it('asks whoever is not known for the contact of the order that the page names, and shows where it is', async () => {
    place({ order: '4182' });
    await tracker.heads(FORM);
    equal(value('number'), '4182');
    equal(tracker.all('.bar').length, 0);
    // the page's own focus is left alone
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    equal(document.activeElement, document.body);
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(tracker.element, {
      rules: { region: { enabled: false } },
    });
    deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    tracker.type('contact', 'mara@example.com');
    tracker.all<HTMLButtonElement>('form .btn')[0]!.click();
    await tracker.heads(ON_ITS_WAY);
    // the way back leads to the form, for another order
    tracker.all('button[aria-label="Back"]')[0]!.click();
    await tracker.heads(FORM);
  });

  it('shows whoever is signed in the order, or lets them choose', async () => {
    backend.session = aCustomer();
    place({ order: 'order-4182' });
    await tracker.heads(ON_ITS_WAY);
    deepEqual(cutByTextSpacing('fd-order-tracker'), []);
    tracker.element.remove();
    place();
    await tracker.heads('Orders');
  });

  it('speaks another language as soon as it is asked to, and keeps what was typed', async () => {
    place({ order: '4182', locale: 'en' });
    await tracker.heads(FORM);
    tracker.type('contact', 'mara@example.com');
    tracker.element.setAttribute('locale', 'ar');
    await tracker.heads(ar.whereIsIt);
    equal(tracker.all('section')[0]!.dir, 'rtl');
    equal(value('contact'), 'mara@example.com');
  });

  it('goes on where it is moved to, and leaves no listener, timer or request behind', async () => {
    const ledger = new Ledger();
    try {
      backend.session = aCustomer();
      place({ order: 'order-4182' });
      await tracker.heads(ON_ITS_WAY);
      const heading = tracker.all('h1')[0];
      const aside = document.createElement('aside');
      document.body.append(aside);
      aside.append(tracker.element);
      await Promise.resolve();
      equal(tracker.all('h1')[0], heading);
      aside.remove();
      await tracker.until('it is gone', () => !tracker.all('section').length);
      const asked = backend.asked.length;
      dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
      equal(backend.asked.length, asked);
      deepEqual(ledger.held, []);
      deepEqual([...ledger.timers.values()], []);
      document.body.append(tracker.element);
      await tracker.heads(ON_ITS_WAY);
    } finally {
      ledger.close();
    }
  });

  it('shows a guest the order they have found already, and no other without asking', async () => {
    backend.session = aGuest(anOrder());
    place();
    await tracker.heads(ON_ITS_WAY);
    tracker.element.remove();
    place({ order: '4190' });
    await tracker.heads(FORM);
    equal(value('number'), '4190');
  });
});
