import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { FdCloseEvent, FdOpenEvent } from '../../../src/widget/elements/events.ts';
import { aCustomer, anOrder } from '../harness/an-order.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { ShopPage } from '../harness/shop-page.ts';

const WIDE = { width: 1000, height: 800 };
const PHONE = { width: 390, height: 700 };

const asCustomer = (backend: ShopPage['backend']) => {
  backend.session = aCustomer();
  backend.orders = [anOrder()];
};

describe('The panel', () => {
  let page: ShopPage;
  const open = async (
    prepare?: Parameters<typeof ShopPage.open>[1],
    attributes: Record<string, string> = {},
  ) => {
    page = await ShopPage.open(attributes, prepare);
    await page.openPanel();
  };
  before(() => setViewport(WIDE));
  afterEach(async () => {
    // WebKit: a sheet that nothing wears while the window changes does not hear of it
    await setViewport(WIDE);
    page.leave();
  });

  it('is a card in the top layer beside a page that goes on', async () => {
    await open();
    ok(page.dialog!.matches(':popover-open'), 'no popover');
    ok(!page.dialog!.matches(':modal'), 'it is modal');
    equal(document.documentElement.style.overflow, '');
  });

  it('is a modal sheet on a phone, and the page stands still under it', async () => {
    await setViewport(PHONE);
    const style = document.documentElement.getAttribute('style');
    await open();
    ok(page.dialog!.matches(':modal'), 'not modal');
    equal(document.documentElement.style.overflow, 'hidden');
    page.desk.close();
    await page.until('closed', () => !page.isOpen);
    equal(document.documentElement.getAttribute('style'), style);
  });

  it('says in the shop’s own words what it has some for, in each language', async () => {
    const words = { en: { title: 'Ask Alder' }, de: { title: 'Frag Alder', whereIsIt: 'Na, wo?' } };
    await open((backend) => (backend.shop = { ...backend.shop, words }), { locale: 'en' });
    await page.until('its own title', () => page.dialog!.ariaLabel === 'Ask Alder');
    page.desk.setAttribute('locale', 'de');
    await page.until('its German title', () => page.dialog!.ariaLabel === 'Frag Alder');
    page.desk.open('find');
    await page.until('a room in its words', () => page.heading === 'Na, wo?');
  });

  it('turns with the phone, and keeps what is in it', async () => {
    // a page that is tested beside another one is not drawn, and hears of no turn
    const narrow = Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;
    const { matchMedia } = window;
    window.matchMedia = (query) => (query.includes('640px') ? narrow : matchMedia(query));
    const turn = (matches: boolean) => {
      Object.assign(narrow, { matches });
      narrow.dispatchEvent(new Event('change'));
    };
    try {
      await open();
      await page.press('Track as guest');
      await page.until('a field', () => page.find('input'));
      const input = page.find('input') as HTMLInputElement;
      input.focus();
      await sendKeys({ type: '4182' });
      turn(true);
      ok(page.dialog!.matches(':modal'), 'no sheet');
      equal(input.value, '4182');
      equal(page.focused, input);
      turn(false);
      ok(page.dialog!.matches(':popover-open'), 'no card');
      equal(document.documentElement.style.overflow, '');
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('takes the focus to the room’s heading and gives it back to the button', async () => {
    await open();
    await page.until('focus', () => page.focused?.localName === 'h1');
    await sendKeys({ press: 'Escape' });
    await page.until('closed', () => !page.isOpen);
    equal(page.focused, page.button);
  });

  it('leaves the focus where the shopper has put it on the page', async () => {
    await open();
    const field = document.body.appendChild(document.createElement('input'));
    try {
      field.focus();
      page.desk.close();
      await page.until('closed', () => !page.isOpen);
      equal(document.activeElement, field);
    } finally {
      field.remove();
    }
  });

  it('tells the page that it was opened, at which room, and that it was closed', async () => {
    page = await ShopPage.open();
    const told: string[] = [];
    const hear = (event: FdOpenEvent | FdCloseEvent) =>
      told.push('room' in event ? `${event.type} ${event.room}` : event.type);
    document.addEventListener('fd-open', hear);
    document.addEventListener('fd-close', hear);
    page.desk.open('find');
    await page.until('open', () => page.isOpen);
    page.desk.close();
    await page.until('closed', () => told.length === 2);
    document.removeEventListener('fd-open', hear);
    document.removeEventListener('fd-close', hear);
    deepEqual(told, ['fd-open find', 'fd-close']);
  });

  it('goes to a room and back, where the list was scrolled to', async () => {
    await open((backend) => {
      backend.session = aCustomer();
      backend.orders = Array.from({ length: 20 }, (_, n) =>
        anOrder({ id: `o${n}`, number: `${5000 + n}` }),
      );
    });
    await page.press('Orders');
    await page.until('rows', () => page.all('a[href^="#front-desk/order/"]').length > 10);
    const body = page.find('.body')!;
    body.scrollTop = 300;
    page.all('a[href^="#front-desk/order/"]')[5]!.click();
    await page.until('the order', () => page.room.startsWith('order/'));
    await page.press('Back');
    await page.until('the list', () => page.room === 'orders');
    await page.until('scrolled', () => body.scrollTop === 300);
  });

  it('shows tabs at home, and none in a task', async () => {
    await open(asCustomer);
    await page.until('tabs', () => page.all('.tab').length === 2);
    equal(
      page
        .all('.tab[aria-current="page"]')
        .map((tab) => tab.textContent!.trim())
        .join(),
      'Home',
    );
    await page.press('Your account');
    await page.until('account', () => page.room === 'account');
    await page.until('no tabs', () => page.all('.tab').length === 0);
    await page.press('Back');
    await page.until('home', () => page.room === 'home');
  });

  it('offers no tab for what the backend cannot do', async () => {
    await open((backend) => {
      backend.shop = { ...backend.shop, capabilities: { guestTracking: { mode: 'number' } } };
    });
    await page.sees('Alder');
    await page.until('no tabs', () => page.all('.tab').length === 0);
  });

  it('lets nobody sign in first when a link leads to an order, and then goes there', async () => {
    page = await ShopPage.open({}, (backend) => {
      backend.orders = [anOrder()];
    });
    page.desk.open('order/4182');
    await page.until('sign-in', () => page.isOpen && page.room === 'sign-in');
    await page.until('a field', () => page.find('input'));
    page.find('input')!.focus();
    await sendKeys({ type: 'mara@kern.example' });
    await sendKeys({ press: 'Enter' });
    await page.until('a code', () => page.find('input[autocomplete="one-time-code"]'));
    page.find('input[autocomplete="one-time-code"]')!.focus();
    await sendKeys({ type: '123456' });
    await page.until('the order', () => page.room === 'order/4182');
    await page.sees('Left Rotterdam');
    // by its number, without a question the server would have to refuse
    ok(
      page.backend.asked.some(({ what }) => what === 'GET /orders/order-4182'),
      'the order was not read by its id',
    );
    equal(page.backend.timesAsked('GET /orders/4182'), 0);
    await page.press('Back');
    await page.until('home', () => page.room === 'home');
  });

  it('says that it is offline and how old what it shows is, and reads again after', async () => {
    await open(asCustomer);
    await page.sees('4182');
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      dispatchEvent(new Event('offline'));
      await page.sees('You are offline. Seen at ');
    } finally {
      Object.defineProperty(navigator, 'onLine', { ...online, configurable: true });
      delete (navigator as { onLine?: boolean }).onLine;
    }
    dispatchEvent(new Event('online'));
    await page.until('no strip', () => !page.find('.note'));
  });

  it('says how to go on when a room’s code cannot be had', async () => {
    await open(asCustomer);
    const { findRoom } = await import('../../../src/widget/rooms/rooms.ts');
    const room = findRoom('account', page.panel!.desk) as { load: unknown };
    const { load } = room;
    room.load = () => Promise.reject(new TypeError('no network'));
    Object.defineProperty(room, 'tag', { configurable: true, value: 'fd-account-2' });
    try {
      page.desk.open('account');
      await page.sees('This page did not load');
      equal(page.find('[role="alert"] h1')?.textContent?.trim(), 'This page did not load');
    } finally {
      Object.defineProperty(room, 'tag', { configurable: true, value: 'fd-account' });
      room.load = load;
    }
    await page.press('Try again');
    await page.sees('Sign out');
  });

  it('fits a page at 400 % zoom without going sideways', async () => {
    await open(asCustomer);
    await page.sees('4182');
    await setViewport({ width: 320, height: 256 });
    await page.until('a sheet', () => page.dialog!.matches(':modal'));
    for (const element of page.all('.all, .body'))
      ok(element.scrollWidth <= element.clientWidth, `${element.className} goes sideways`);
    ok(page.find('.all')!.scrollHeight > 256, 'all of it scrolls');
  });

  it('draws the way of a parcel around the launcher, and none once nobody is here', async () => {
    await open(asCustomer);
    await page.until('a ring', () => page.button.style.getPropertyValue('--done') === '62.5%');
    page.desk.close();
    page.button.blur();
    const drawn = () => getComputedStyle(page.button, '::before').backgroundImage;
    await page.until('it is drawn', () => drawn().startsWith('conic-gradient'));
    await page.openPanel();
    await page.press('Your account');
    await page.press('Sign out');
    await page.until('no ring', () => page.button.style.getPropertyValue('--done') === '0%');
    page.desk.close();
    page.button.blur();
    await page.until('it is gone', () => drawn() === 'none');
  });

  it('takes the brand from the backend where the page has set none', async () => {
    const brand = { accent: '#3452ff', radius: 4 };
    await open((backend) => (backend.shop = { ...backend.shop, brand }), { accent: '#111111' });
    const radius = () => getComputedStyle(page.dialog!).borderTopLeftRadius;
    await page.until('the radius', () => radius() === '6.4px');
    equal(getComputedStyle(page.button).backgroundColor, 'rgb(17, 17, 17)');
  });

  it('stays on the launcher’s side whatever direction its language has', async () => {
    await open(undefined, { locale: 'ar' });
    const card = page.dialog!.getBoundingClientRect();
    const button = page.button.getBoundingClientRect();
    equal(Math.round(card.right), Math.round(button.right));
    equal(page.find('.all')!.dir, 'rtl');
  });
});
