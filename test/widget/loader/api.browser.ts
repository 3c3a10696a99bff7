import { frontDesk } from '../../../src/widget/api.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { ShopPage } from '../harness/shop-page.ts';

describe('A script of the page', () => {
  let page: ShopPage | undefined;
  afterEach(() => {
    page?.leave();
    page = undefined;
    delete window.FrontDesk;
  });

  it('may speak before there is a desk: what it says waits for the tag', () => {
    frontDesk.open('find');
    frontDesk.setUnread(2);
    frontDesk.signOut();
    deepEqual(window.FrontDesk, [
      ['open', 'find'],
      ['unread', '2'],
      ['identify', null],
    ]);
  });

  it('opens and closes the desk, and hears of it until it listens no more', async () => {
    page = await ShopPage.open();
    const { until, ...heard } = { until: page.until, rooms: [] as string[], closed: 0 };
    const off = frontDesk.on('fd-open', ({ room }) => heard.rooms.push(room));
    const close = () => (heard.closed += 1);
    frontDesk.on('fd-close', close);
    frontDesk.open('find');
    await until('open', () => heard.rooms.length);
    frontDesk.toggle();
    equal(heard.closed, 1);
    off();
    frontDesk.off('fd-close', close);
    frontDesk.toggle();
    await until('open again', () => page!.isOpen);
    frontDesk.close();
    deepEqual(heard, { rooms: ['find'], closed: 1 });
  });

  it('changes the scheme of an open desk, and the number on its button', async () => {
    page = await ShopPage.open();
    await page.openPanel();
    equal(getComputedStyle(page.dialog!).colorScheme, 'light');
    frontDesk.setScheme('dark');
    equal(getComputedStyle(page.dialog!).colorScheme, 'dark');
    frontDesk.setScheme('auto');
    equal(getComputedStyle(page.dialog!).colorScheme, 'light dark');
    frontDesk.setUnread(3);
    equal(frontDesk.unread, 3);
    equal(page.button.ariaLabel, 'Help, 3');
  });

  it('puts the shop’s own mark in the place of its name', async () => {
    page = await ShopPage.open();
    page.desk.innerHTML = '<b slot="brand">Alder &amp; Co.</b>';
    await page.openPanel();
    await page.until('the mark', () => page!.desk.querySelector('b')!.offsetWidth);
    ok(page.isOpen, 'the panel is not open');
  });

  it('takes the desk off the page', async () => {
    page = await ShopPage.open();
    frontDesk.destroy();
    equal(document.querySelector('front-desk'), null);
  });
});
