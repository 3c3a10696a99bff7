import type { EventBatch } from '../../../src/contract/events.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { keptOf } from '../harness/kept.ts';
import { ShopPage } from '../harness/shop-page.ts';

const coat = { type: 'product_viewed', product: 'coat' } as const;

describe('What the shopper does', () => {
  let page: ShopPage;
  const open = async (attributes?: Record<string, string>) =>
    (page = await ShopPage.open(attributes, ({ texts }) => (texts['/events'] = '{"kept":1}')));
  afterEach(() => {
    page.leave();
    Reflect.deleteProperty(crypto, 'randomUUID');
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
    Reflect.deleteProperty(window, 'dataLayer');
  });

  const keysOf = ({ api }: ShopPage) => keptOf(api);
  const batches = () =>
    page.backend.asked
      .filter(({ what }) => what === 'POST /events')
      .map(({ body }) => body as EventBatch);
  const typesIn = (sent: EventBatch[]) =>
    sent.flatMap(({ events }) => events.map(({ type }) => type));
  /** The shopper looks at another tab: what is waiting goes out now. */
  function leaveTab(): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  /** All that could be sent has been: the module has come, and a turn of everything has passed. */
  async function settled(): Promise<void> {
    await import('../../../src/widget/collector.ts');
    await import('../../../src/widget/host/consent-tools.ts');
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setTimeout(next));
  }

  for (const [what, attributes] of Object.entries({
    'nobody has asked': {},
    'the shop’s consent tool is not there': { consent: 'shopify' },
    'its tool has no answer': { consent: 'google' },
    'the page says a word that is none': { consent: 'everything' },
    'the panel asks and they have not answered': { consent: 'ask' },
  }))
    it(`is sent nowhere and stored nowhere while ${what}`, async () => {
      await open(attributes);
      page.desk.track(coat);
      await page.openPanel();
      await page.sees('Have an order?');
      await settled();
      leaveTab();
      await settled();
      deepEqual(page.backend.asked.map((one) => one.what).sort(), [
        'GET /desk',
        'POST /session/refresh',
      ]);
      deepEqual(keysOf(page), []);
      const { host } = new URL(page.api);
      deepEqual(
        performance.getEntriesByType('resource').filter(({ name }) => name.includes(host)),
        [],
      );
    });

  it('is sent once they agree, in one batch, under an id of that day', async () => {
    await open({ consent: 'analytics', shop: 'alder' });
    page.desk.track(coat);
    page.desk.track({ type: 'searched' });
    await settled();
    deepEqual(batches(), []);
    leaveTab();
    await page.until('a batch', () => batches().length);
    const [batch] = batches();
    equal(batch!.consent, 'analytics');
    deepEqual(typesIn(batches()), ['product_viewed', 'searched']);
    const [first] = batch!.events;
    ok(first!.secondsAgo < 60, 'it happened long ago');
    equal(page.backend.asked[0]!.search.get('shop'), 'alder');
    await page.until('nothing waits', () => keysOf(page).every((key) => key.endsWith('visitors')));
    page.desk.track(coat);
    leaveTab();
    await page.until('another batch', () => batches().length > 1);
    equal(batches()[1]!.visitor, batch!.visitor);
  });

  it('is sent from a plain-http page, whose browser makes no ids', async () => {
    await open({ consent: 'analytics' });
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: undefined });
    page.desk.track(coat);
    await settled();
    leaveTab();
    await page.until('a batch', () => batches().length);
  });

  it('waits for the yes of the shop’s consent tool, and ends with its no', async () => {
    const layer: unknown[] = [['consent', 'default', { analytics_storage: 'denied' }]];
    Object.assign(window, { dataLayer: layer });
    await open({ consent: 'google' });
    page.desk.track(coat);
    await settled();
    layer.push(['consent', 'update', { analytics_storage: 'granted' }]);
    leaveTab();
    await page.until('a batch', () => batches().length);
    layer.push(['consent', 'update', { analytics_storage: 'denied' }]);
    page.desk.track(coat);
    leaveTab();
    await settled();
    equal(batches().length, 1);
  });

  it('that waits on the device is thrown away as soon as the page says no more that they agree', async () => {
    await open({ consent: 'analytics' });
    const waiting = () => keysOf(page).filter((key) => key.endsWith(':events')).length;
    page.desk.track(coat);
    await page.until('it waits', () => waiting() === 1);
    page.desk.removeAttribute('consent');
    await page.until('nothing waits', () => waiting() === 0);
    page.desk.setAttribute('consent', 'analytics');
    await settled();
    leaveTab();
    await settled();
    deepEqual(batches(), []);
  });

  it('of a browser that objects goes nowhere, whatever the page says', async () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true });
    await open({ consent: 'personalization' });
    page.desk.track(coat);
    await settled();
    leaveTab();
    await settled();
    deepEqual([page.backend.asked, keysOf(page)], [[], []]);
  });

  it('is kept while the backend is away, and sent by the next page under the same ids', async () => {
    await open({ consent: 'analytics' });
    const { texts } = page.backend;
    page.backend.texts = {};
    page.backend.refuse['POST /events'] = { code: 'unavailable' };
    page.desk.track(coat);
    await settled();
    leaveTab();
    await page.until('it was tried', () => batches().length);
    const [{ events: tried }] = batches() as [EventBatch];
    page.desk.destroy();
    page.backend.texts = texts;
    const next = document.createElement('front-desk');
    next.setAttribute('api', page.api);
    next.setAttribute('consent', 'analytics');
    document.body.append(next);
    await settled();
    leaveTab();
    await page.until('it was sent', () => batches().length > 1);
    next.destroy();
    equal(batches().at(-1)!.events[0]!.id, tried[0]!.id);
  });

  it('in the panel is told as well: rooms that are opened, each once', async () => {
    await open({ consent: 'analytics' });
    await settled();
    await page.openPanel();
    await page.sees('Have an order?');
    await page.press('Track as guest');
    await page.until('the room', () => page.room === 'find');
    await settled();
    leaveTab();
    const rooms = () =>
      batches().flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'room_opened' ? event.room : [])),
      );
    await page.until('both', () => rooms().length > 1);
    deepEqual(rooms(), ['home', 'find']);
  });
});
