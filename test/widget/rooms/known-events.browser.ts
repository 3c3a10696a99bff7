import type { EventBatch, KnownEvent } from '../../../src/contract/events.ts';
import type { Recommendation } from '../../../src/contract/recommendations.ts';
import { aCustomer, fromNow } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import type { FakeBackend } from '../harness/fake-backend.ts';
import { keptOf } from '../harness/kept.ts';
import { ShopPage } from '../harness/shop-page.ts';
import { Stage, type StageOptions } from '../harness/stage.ts';

const coat = { id: 'coat', name: 'Field coat' };
const known = (id: string, more: Partial<KnownEvent> = {}): KnownEvent => ({
  ...{ id, type: 'product_viewed', at: fromNow(0), product: coat, linked: true },
  ...more,
});
const offered = (backend: FakeBackend) => {
  const { capabilities } = backend.shop;
  const more = { events: {}, recommendations: {} };
  backend.shop = { ...backend.shop, capabilities: { ...capabilities, ...more } };
};

const aPick = (id: string): Recommendation => ({
  product: { id, name: `A ${id}`, from: { amount: 2500, currency: 'EUR' } },
  reason: { code: 'popular' },
});

describe('What we know', () => {
  let stage: Stage;
  const open = async (events: KnownEvent[], options: StageOptions = {}, path = 'known-events') => {
    stage = await Stage.open(path, {
      ...options,
      prepare(backend) {
        offered(backend);
        backend.session = aCustomer();
        backend.known = events;
        options.prepare?.(backend);
      },
    });
  };
  afterEach(() => stage.close());

  it('is told in sentences, day by day', async () => {
    const { product: _, ...searched } = known('b', { type: 'searched' });
    await open([known('a'), searched, known('c', { type: 'cart_added', at: fromNow(-1) })]);
    await stage.heads('What we know about you');
    await stage.sees(/Today You looked at Field coat .* You searched/);
    await stage.sees('Yesterday You put Field coat in your cart');
    deepEqual(await stage.axe(), []);
  });

  it('is removed one by one by the keyboard, or as a whole', async () => {
    await open([known('a'), known('b', { type: 'wished' }), known('c', { type: 'purchased' })]);
    (await stage.one('button', 'Remove: You saved Field coat')).focus();
    await stage.key('Enter');
    await stage.until('it is gone', () => !stage.text.includes('You saved'));
    equal(stage.told, 'Removed.');
    deepEqual(
      stage.backend.known.map(({ id }) => id),
      ['a', 'c'],
    );
    equal(stage.focused?.ariaLabel, 'Remove: You bought Field coat');
    await stage.press('Remove all of it');
    await stage.sees('Nothing is remembered.');
    deepEqual(stage.backend.known, []);
    deepEqual(await stage.axe(), []);
  });

  it('is removed kind by kind, what is on older pages too', async () => {
    await open([known('a'), known('b', { type: 'wished' }), known('c')], {
      prepare: (backend) => (backend.older = [known('z')]),
    });
    await stage.sees(/By kind You looked at products 3 times Today/);
    (await stage.one('button', 'Remove all of it: You looked at products')).focus();
    await stage.key('Enter');
    await stage.until('they are gone', () => !stage.text.includes('You looked at'));
    await stage.sees('You saved Field coat');
    equal(stage.told, 'Removed.');
    deepEqual(
      stage.backend.known.map(({ id }) => id),
      ['b'],
    );
    ok(!stage.text.includes('By kind'), 'one of a kind has its own cross alone');
    deepEqual(await stage.axe(), []);
  });

  it('goes on with older pages where a page is emptied', async () => {
    await open([known('a'), known('b')], {
      prepare: (backend) => (backend.older = [known('z', { type: 'wished' })]),
    });
    await stage.press('Remove all of it: You looked at products');
    await stage.sees('You saved Field coat');
  });

  it('counts a kind anew where one of it goes', async () => {
    await open([known('a'), known('b'), known('c', { product: { id: 'boot', name: 'Boot' } })]);
    await stage.press('Remove: You looked at Boot');
    await stage.sees('You looked at products 2 times');
  });

  it('has older pages', async () => {
    await open([known('a')], {
      prepare: (backend) => (backend.older = [known('z', { type: 'returned' })]),
    });
    await stage.press('Show more');
    await stage.sees('You sent Field coat back');
    equal(stage.all('button', 'Show more').length, 0);
  });

  it('says what did not come, and asks again', async () => {
    const refuse = { 'POST /events/known': { code: 'unavailable' } } as const;
    await open([known('a')], { prepare: (backend) => (backend.refuse = refuse) });
    await stage.sees('This did not load');
    stage.backend.refuse = {};
    await stage.press('Try again');
    await stage.sees('You looked at Field coat');
  });

  it('that could not be removed stays, and the room says so', async () => {
    await open([known('a')]);
    stage.backend.refuse['POST /events/removal'] = { code: 'unavailable' };
    await stage.press('Remove all of it');
    await stage.sees('The shop’s system is not answering.');
    await stage.sees('You looked at Field coat');
  });

  it('is reached from the account, and read from right to left', async () => {
    await open([known('a')], { language: 'ar' }, 'account');
    await stage.press('ما نعرفه عنك');
    await stage.sees('شاهدت Field coat');
    deepEqual(await stage.axe(), []);
  });
});

describe('May the shop remember it?', () => {
  let page: ShopPage;
  const enter = async (attributes: Record<string, string>) => {
    page = await ShopPage.open(attributes, (backend) => {
      offered(backend);
      backend.recommended = { home: ['tote', 'boot', 'knit'].map(aPick) };
      backend.texts['/events'] = '{"kept":1}';
    });
    page.desk.open('for-you');
    await page.sees('A tote');
  };
  const open = async () => {
    await enter({ consent: 'ask' });
    await page.sees('May we remember what you do here?');
  };
  /** What was said, each time something to suggest was asked for: may their history lead? */
  const led = () =>
    page.backend.asked
      .filter(({ what }) => what === 'GET /recommendations')
      .map(({ search }) => search.get('history') ?? 'yes');
  afterEach(() => {
    page.leave();
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  });
  const keys = () => keptOf(page.api);
  const told = () => page.backend.asked.filter(({ what }) => what === 'POST /events');
  const types = () =>
    told().flatMap(({ body }) => (body as EventBatch).events.map(({ type }) => type));
  /** The shopper looks at another tab: what is waiting goes out now. */
  function leaveTab(): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  const pressed = (name: string) =>
    page.all('[aria-pressed]').find((one) => one.textContent === name)?.ariaPressed;

  it('is asked in For you; before a yes nothing leaves and nothing is stored', async () => {
    await open();
    page.desk.track({ type: 'product_viewed', product: 'coat' });
    leaveTab();
    deepEqual([told(), keys()], [[], []]);
    await page.press('Yes, please');
    await page.until('the question is gone', () => !page.text.includes('May we'));
    leaveTab();
    await page.until('it is told', () => told().length);
    ok(types().includes('product_viewed'), 'what was done before is told');
  });

  it('leads to nothing that is suggested before a yes, and after it does', async () => {
    await open();
    deepEqual(led(), ['no']);
    await page.press('Yes, please');
    await page.until('it is asked anew', () => led().length === 2);
    deepEqual(led(), ['no', 'yes']);
    await page.sees('A tote');
  });

  it('leads to nothing where the shopper agreed to be counted only', async () => {
    await enter({ consent: 'analytics' });
    deepEqual(led(), ['no']);
  });

  it('is not asked where the shop collects nothing; Global Privacy Control counts there as well', async () => {
    await enter({});
    deepEqual(led(), ['yes']);
    page.leave();
    Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true });
    await enter({});
    deepEqual(led(), ['no']);
  });

  it('is not asked again after a no, which may be taken back in What we know', async () => {
    await open();
    await page.press('No, thanks');
    await page.until('the question is gone', () => !page.text.includes('May we'));
    page.desk.track({ type: 'searched' });
    leaveTab();
    deepEqual(
      keys().map((key) => key.split(':').at(-1)),
      ['consent'],
    );
    await page.press('What we know about you');
    await page.until('their no', () => pressed('No, thanks') === 'true');
    await page.press('Yes, please');
    await page.until('their yes', () => pressed('Yes, please') === 'true');
    page.desk.track({ type: 'searched' });
    leaveTab();
    await page.until('it is told', () => told().length);
    deepEqual(types(), ['searched']);
    await page.press('No, thanks');
    page.desk.track({ type: 'searched' });
    leaveTab();
    await page.until('their no', () => pressed('No, thanks') === 'true');
    equal(told().length, 1);
  });

  it('is for them to say: their no counts where the shop says yes', async () => {
    await open();
    await page.press('No, thanks');
    page.desk.setAttribute('consent', 'personalization');
    page.desk.track({ type: 'searched' });
    leaveTab();
    deepEqual(told(), []);
  });
});
