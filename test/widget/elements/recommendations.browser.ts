import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/widget/define.ts';
import type { Recommendation } from '../../../src/contract/recommendations.ts';
import { deepEqual, equal, match, ok } from '../harness/expect.ts';
import { FakeBackend } from '../harness/fake-backend.ts';
import { forgetKept } from '../harness/kept.ts';
import { seeAtOnce } from '../harness/seen-at-once.ts';
import { cutByTextSpacing } from '../harness/text-spacing.ts';
import { until } from '../harness/until.ts';

const item = (id: string, more: Partial<Recommendation['product']> = {}): Recommendation => ({
  product: {
    ...{ id, name: `A ${id}`, url: `/${id}`, only: `${id}-1` },
    ...{ from: { amount: 2500, currency: 'EUR' }, ...more },
  },
  reason: { code: 'bought_together', seed: { id: 'coat', name: 'Field coat', own: true } },
});

describe('<fd-recommendations> on a page', () => {
  const backend = new FakeBackend();
  let lookAway: () => void;
  let element: HTMLElement;

  beforeEach(() => {
    lookAway = seeAtOnce();
    backend.asked.length = 0;
    backend.refuse = {};
    backend.hold.clear();
    backend.start();
  });
  afterEach(() => {
    element.remove();
    document.documentElement.removeAttribute('dir');
    forgetKept(element.getAttribute('api')!);
    backend.stop();
    lookAway();
  });

  const answer = (items: unknown) =>
    (backend.texts = { '/recommendations': JSON.stringify({ items }) });
  function place(attributes: Record<string, string> = {}): void {
    element = document.createElement('fd-recommendations');
    // other test pages have the same origin, and must not hear of this one
    const own = { api: `https://${crypto.randomUUID()}.example`, locale: 'en' };
    for (const [name, value] of Object.entries({ ...own, ...attributes }))
      element.setAttribute(name, value);
    document.body.append(element);
  }
  /** By role and name, as whoever does not see the page finds them. */
  const all = (selector: string) => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const named = (name: string) =>
    all('button').find((one) => (one.ariaLabel ?? one.textContent) === name);
  const cards = () => all('[role=list] > li');
  const focused = () => element.shadowRoot!.activeElement;
  const press = async (name: string) => {
    named(name)!.focus();
    await sendKeys({ press: 'Enter' });
  };
  const shows = (many: number) => until(`${many} products`, () => cards().length === many);
  async function axe(): Promise<string[]> {
    const { axe: run } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await run.run(element, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }

  it('asks for what it stands beside, and says of each product why it is there', async () => {
    answer([item('hat'), item('scarf')]);
    place({ placement: 'product', product: 'coat', 'in-cart': 'socks', limit: '6' });
    await shows(2);
    const { search } = backend.asked[0]!;
    deepEqual(
      ['placement', 'product', 'cart', 'limit'].map((name) => search.get(name)),
      ['product', 'coat', 'socks', '6'],
    );
    equal(all('section')[0]!.getAttribute('aria-labelledby'), all('h2')[0]!.id);
    equal(all('h2')[0]!.textContent, 'Goes well with this');
    match(cards()[0]!.textContent, /Goes with your .Field coat.*A hat.*€25\.00/);
    deepEqual(
      all('a').map((link) => link.getAttribute('href')),
      ['/hat', '/scarf'],
    );
    deepEqual(await axe(), []);
    deepEqual(cutByTextSpacing('fd-recommendations'), []);
  });

  it('takes no room while it waits, with too little to show, and where nothing is answered', async () => {
    backend.hold.add('GET /recommendations');
    backend.texts = {};
    place();
    await until('the question', () => backend.asked.length === 1);
    equal(element.offsetHeight, 0);
    element.remove();
    backend.hold.clear();
    for (const [what, wrong] of [
      ['too little', () => answer([])],
      ['what is no list', () => answer([{ product: 'hat' }])],
      ['a failure', () => (backend.refuse['GET /recommendations'] = { code: 'unavailable' })],
    ] as const) {
      backend.texts = {};
      wrong();
      backend.asked.length = 0;
      place();
      await until(what, () => backend.asked.length === 1);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setTimeout(next));
      deepEqual([what, all('section').length, element.offsetHeight], [what, 0, 0]);
      element.remove();
    }
  });

  it('keeps no gap of a grid before it has something to show, and none where it never has', async () => {
    const grid = document.createElement('div');
    grid.append(document.createElement('p'), document.createElement('p'));
    const [first, last] = [...grid.children] as [HTMLElement, HTMLElement];
    for (const one of [first, last]) one.textContent = 'Of the shop';
    Object.assign(grid.style, { display: 'grid', gap: '24px' });
    document.body.append(grid);
    const tall = grid.offsetHeight;
    answer([]);
    place();
    first.after(element);
    equal(grid.offsetHeight, tall);
    await until('the question', () => backend.asked.length > 0);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setTimeout(next));
    equal(grid.offsetHeight, tall);
    answer([item('hat'), item('scarf')]);
    element.setAttribute('product', 'coat');
    await shows(2);
    equal(grid.offsetHeight, tall + 24 + element.offsetHeight);
    grid.remove();
  });

  it('takes away what is not for the shopper and brings it back, by the keyboard alone', async () => {
    answer([item('hat'), item('scarf')]);
    place();
    await shows(2);
    await press('Not for me: A hat');
    ok(cards()[0]!.textContent.includes('You will not see'), 'it is said');
    equal(focused(), named('Undo'));
    deepEqual(await axe(), []);
    await sendKeys({ press: 'Enter' });
    equal(focused(), named('Not for me: A hat'));
    await sendKeys({ press: 'Enter' });
    element.setAttribute('product', 'coat');
    await until('the next question', () => backend.asked.length === 2);
    equal(backend.asked[1]!.search.get('not'), 'hat');
  });

  it('puts things into the cart, and says where that did not work', async () => {
    answer([item('hat'), item('boots', { only: undefined })]);
    place({ cart: 'event' });
    await shows(2);
    // of what comes in sizes one is chosen on its own page
    equal(all('.add').length, 1);
    let isFull = true;
    element.addEventListener('fd-cart-add', (event) => {
      deepEqual(event.detail.lines, [{ product: 'hat', variant: 'hat-1', quantity: 1 }]);
      event.waitUntil(isFull ? Promise.reject(new Error('full')) : Promise.resolve());
    });
    await press('Add to cart');
    const said = () => all('[role=status]')[0]!.textContent;
    await until('a word', () => said());
    match(said(), /did not work/);
    isFull = false;
    await press('Add to cart');
    await until('it is in', () => named('In your cart'));
    equal(said(), '');
    equal(focused(), named('In your cart'));
    deepEqual(await axe(), []);
  });

  it('changes its language with the page, and asks nothing for that', async () => {
    answer([item('hat'), item('scarf')]);
    place({ placement: 'product' });
    await shows(2);
    await press('Not for me: A hat');
    element.setAttribute('locale', 'de');
    await until('its German words', () => all('h2')[0]?.textContent === 'Passt gut dazu');
    equal(cards().length, 1);
    match(cards()[0]!.textContent, /25,00.€/);
    equal(backend.asked.length, 1);
  });

  it('reads and scrolls from the right in Arabic', async () => {
    document.documentElement.dir = 'rtl';
    answer(Array.from({ length: 12 }, (_, nth) => item(`hat-${nth}`)));
    place({ locale: 'ar-EG', placement: 'cart' });
    await shows(12);
    equal(all('h2')[0]!.textContent, 'يناسب ما في سلتك');
    const [list] = all('[role=list]');
    const [first, second] = cards().map((card) => card.getBoundingClientRect());
    ok(first!.left > second!.left, 'the first stands at the right');
    ok(list!.scrollWidth > list!.clientWidth, 'the strip scrolls');
    ok(document.documentElement.scrollWidth <= innerWidth, 'the page does not');
    deepEqual(await axe(), []);
  });
});
