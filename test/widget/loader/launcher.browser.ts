import { FrontDesk } from '../../../src/widget/elements/front-desk.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { ShopPage } from '../harness/shop-page.ts';

describe('The launcher', () => {
  let page: ShopPage;
  const open = async (attributes?: Record<string, string>) =>
    (page = await ShopPage.open(attributes));
  afterEach(() => {
    page.leave();
    history.replaceState(null, '', location.pathname);
  });

  it('asks for nothing and stores nothing before somebody shows interest', async () => {
    await open();
    ok(page.button.getBoundingClientRect().width > 0, 'the button is not there');
    deepEqual(page.backend.asked, []);
    equal(sessionStorage.length, 0);
    equal(page.panel, null);
  });

  it('fetches the code at a hover, and data only at the tap', async () => {
    await open();
    page.button.dispatchEvent(new PointerEvent('pointerenter'));
    await page.until('the panel is built', () => page.panel);
    deepEqual(page.backend.asked, []);
    await page.openPanel();
    await page.until('both were asked', () => page.backend.asked.length > 1);
  });

  it('waits for the tap with preload="none"', async () => {
    await open({ preload: 'none' });
    page.button.dispatchEvent(new PointerEvent('pointerenter'));
    page.button.focus();
    await page.openPanel();
    ok(page.panel, 'no panel after the tap');
  });

  it('is fetched without a touch with preload="idle"', async () => {
    await open({ preload: 'idle' });
    await page.until('the panel is built', () => page.panel);
    deepEqual(page.backend.asked, []);
  });

  it('asks who is here and which shop this is in the tap itself, once each', async () => {
    await open({ shop: 'alder' });
    page.button.click();
    equal(page.backend.asked.length, 2);
    ok(!page.desk.shadowRoot!.querySelector('p')!.hidden, 'no skeleton in the tap');
    await page.until('open', () => page.isOpen);
    await page.sees('Have an order?');
    deepEqual(page.backend.asked.map(({ what, search }) => [what, search.get('shop')]).sort(), [
      ['GET /desk', 'alder'],
      ['POST /session/refresh', 'alder'],
    ]);
    ok(page.desk.waiting.hidden, 'the skeleton is still there');
  });

  it('asks so that the session goes on though the shopper leaves before the answer', async () => {
    await open();
    const { fetch } = globalThis;
    const lasting: string[] = [];
    globalThis.fetch = (input, init) => {
      const { keepalive, url } = new Request(input, init);
      if (keepalive) lasting.push(new URL(url).pathname);
      return fetch(input, init);
    };
    page.button.click();
    globalThis.fetch = fetch;
    deepEqual(lasting, ['/v1/session/refresh']);
    await page.until('open', () => page.isOpen);
  });

  it('has the words of its label as its name, and reads a number out', async () => {
    await open({ label: 'Help and orders' });
    equal(page.button.ariaLabel, 'Help and orders');
    page.desk.setAttribute('unread', '2');
    equal(page.button.ariaLabel, 'Help and orders, 2');
    page.desk.setAttribute('unread', '0');
    equal(page.button.ariaLabel, 'Help and orders');
  });

  it('says whether the panel is open, and closes it again', async () => {
    await open();
    equal(page.button.ariaExpanded, 'false');
    await page.openPanel();
    equal(page.button.ariaExpanded, 'true');
    page.button.click();
    await page.until('closed', () => !page.isOpen);
    equal(page.button.ariaExpanded, 'false');
  });

  it('takes side, distance, colour and scheme from its attributes', async () => {
    await open({
      position: 'start',
      offset: '10px 90px',
      accent: 'rgb(1, 2, 3)',
      scheme: 'dark',
    });
    const box = page.desk.getBoundingClientRect();
    equal(box.left, 10);
    equal(Math.round(innerHeight - box.bottom), 90);
    equal(page.desk.style.getPropertyValue('--fd-accent'), 'rgb(1, 2, 3)');
    equal(getComputedStyle(page.desk).colorScheme, 'dark');
  });

  it('stays away from hidden paths, also when a router goes there and back', async () => {
    const { pathname } = location;
    await open({ 'hidden-paths': '/account /checkout' });
    const at = async (path: string, hidden: boolean) => {
      history.pushState(null, '', path);
      await page.until(`${path} hides: ${hidden}`, () => page.button.hidden === hidden);
    };
    try {
      await at('/checkout/address', true);
      await at('/checkouts', false);
      await at('/account', true);
      page.desk.open();
      await page.until('links still open it', () => page.isOpen);
    } finally {
      history.pushState(null, '', pathname);
    }
  });

  it('hears of a router without the Navigation API too, whose history stays its own', async () => {
    const { pathname } = location;
    const { pushState, replaceState } = history;
    const navigation = Object.getOwnPropertyDescriptor(window, 'navigation');
    Object.defineProperty(window, 'navigation', { value: undefined, configurable: true });
    const isHidden = (hidden: boolean) =>
      page.until(`${location.pathname} hides: ${hidden}`, () => page.button.hidden === hidden);
    try {
      await open({ 'hidden-paths': '/checkout' });
      history.pushState(null, '', '/checkout');
      await isHidden(true);
      history.replaceState(null, '', '/checkouts');
      await isHidden(false);
      history.pushState(null, '', '/checkout/paid');
      await isHidden(true);
      history.back();
      await isHidden(false);
      history.pushState(null, '', '#front-desk/find');
      await page.until('the room that the hash names', () => page.isOpen && page.room === 'find');
      equal(history.pushState, pushState);
      equal(history.replaceState, replaceState);
    } finally {
      history.pushState(null, '', pathname);
      if (navigation) Object.defineProperty(window, 'navigation', navigation);
      else Reflect.deleteProperty(window, 'navigation');
    }
  });

  it('follows links of the page to their rooms, and the focus comes back to them', async () => {
    await open();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<a id="way" href="/help" data-front-desk="find"><b>Where is it?</b></a>',
    );
    const link = document.querySelector<HTMLElement>('#way')!;
    try {
      link.focus();
      link.querySelector('b')!.click();
      await page.until('the room', () => page.isOpen && page.room === 'find');
      page.desk.close();
      await page.until('closed', () => !page.isOpen);
      equal(document.activeElement, link);
    } finally {
      link.remove();
    }
  });

  it('opens what the hash names, again when the same link is followed again', async () => {
    await open();
    location.hash = '#front-desk/find';
    await page.until('the room', () => page.isOpen && page.room === 'find');
    page.desk.close();
    await page.until('closed', () => !page.isOpen);
    document.body.insertAdjacentHTML('beforeend', '<a id="again" href="#front-desk/find">x</a>');
    document.querySelector<HTMLElement>('#again')!.click();
    document.querySelector('#again')!.remove();
    await page.until('open again', () => page.isOpen);
  });

  it('leaves a router’s own steps alone while the hash stays the same', async () => {
    await open();
    location.hash = '#front-desk/find';
    await page.until('open', () => page.isOpen);
    page.desk.close();
    await page.until('closed', () => !page.isOpen);
    history.replaceState({ scroll: 1 }, '');
    await new Promise((resolve) => setTimeout(resolve));
    equal(page.desk.button.ariaExpanded, 'false');
  });

  it('of two desks each has its own shop, and links speak to the first', async () => {
    await open({ label: 'First' });
    const second = document.createElement('front-desk');
    second.setAttribute('api', page.api);
    second.setAttribute('shop', 'other');
    document.body.append(second);
    try {
      second.open();
      await page.until('asked', () => page.backend.asked.length >= 2);
      deepEqual(
        page.backend.asked.map(({ search }) => search.get('shop')),
        ['other', 'other'],
      );
      equal(page.button.ariaExpanded, 'false');
      location.hash = '#front-desk/find';
      await page.until('the first opens', () => page.isOpen);
    } finally {
      second.destroy();
    }
  });

  it('offers another way within five seconds when the panel cannot be had', async () => {
    const { load } = FrontDesk;
    FrontDesk.load = () => Promise.reject(new Error('no network'));
    try {
      await open({ fallback: 'mailto:help@alder.example' });
      page.button.click();
      await page.until('the link', () => page.find('p a'));
      const link = page.find('p a') as HTMLAnchorElement;
      equal(link.href, 'mailto:help@alder.example');
      equal(link.textContent, 'help@alder.example');
      ok(!page.desk.waiting.hidden, 'it is hidden');
      FrontDesk.load = load;
      page.desk.close();
      await page.openPanel();
      equal(page.find('p a'), undefined);
    } finally {
      FrontDesk.load = load;
    }
  });

  it('speaks the page’s language, and English where it has none of it', async () => {
    const { lang } = document.documentElement;
    try {
      for (const [asked, language, words] of [
        ['de-AT', 'de-AT', 'Schon bestellt?'],
        ['DE', 'de', ''],
        ['xx', 'en', 'Have an order?'],
      ]) {
        document.documentElement.lang = asked!;
        await open();
        await page.openPanel();
        await page.sees(words!);
        ok(page.find('.all')!.lang.toLowerCase().startsWith(language!.toLowerCase()), asked!);
        page.leave();
      }
      document.documentElement.lang = 'de';
      await open({ locale: 'ar' });
      await page.openPanel();
      equal(page.find('.all')!.dir, 'rtl');
    } finally {
      document.documentElement.lang = lang;
    }
  });
});
