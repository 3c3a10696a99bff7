import { frontDesk } from '../../../src/widget/api.ts';
import { ar } from '../../../src/widget/locales/ar.ts';
import { de } from '../../../src/widget/locales/de.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { nl } from '../../../src/widget/locales/nl.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { keptOf } from '../harness/kept.ts';
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

  it('changes the language of an open desk, where it is and with what was typed', async () => {
    page = await ShopPage.open({ locale: 'en-GB' });
    await page.openPanel();
    await page.press('Track as guest');
    await page.until('a field', () => page!.find('input'));
    const field = page.find('input') as HTMLInputElement;
    field.value = '4182';
    field.dispatchEvent(new Event('input'));
    frontDesk.setLocale('de');
    await page.until('German', () => page!.heading === de.whereIsIt);
    equal(page.find('input'), field);
    equal(field.value, '4182');
    equal(page.find('.all')!.lang, 'de');
    frontDesk.setLocale('ar');
    await page.until('Arabic', () => page!.heading === ar.whereIsIt);
    equal(page.find('.all')!.dir, 'rtl');
  });

  it('follows the language of the page, but not where the desk has its own', async () => {
    const root = document.documentElement;
    const before = root.lang;
    try {
      root.lang = 'en';
      page = await ShopPage.open();
      await page.openPanel();
      const title = () => page!.dialog!.ariaLabel;
      equal(title(), en.title);
      root.lang = 'nl';
      await page.until('Dutch', () => title() === nl.title);
      frontDesk.setLocale('de');
      await page.until('German', () => title() === de.title);
      root.lang = 'ar';
      page.desk.removeAttribute('locale');
      await page.until('Arabic', () => title() === ar.title);
    } finally {
      root.lang = before;
    }
  });

  it('puts the shop’s own mark in the place of its name', async () => {
    page = await ShopPage.open();
    page.desk.innerHTML = '<b slot="brand">Alder &amp; Co.</b>';
    await page.openPanel();
    await page.until('the mark', () => page!.desk.querySelector('b')!.offsetWidth);
    ok(page.isOpen, 'the panel is not open');
  });

  it('says who is signed in, what was done and what they agreed to, and takes both back', async () => {
    page = await ShopPage.open();
    const isWaiting = () => keptOf(page!.api).some((key) => key.endsWith(':events'));
    frontDesk.track({ type: 'searched' });
    equal(page.desk.signals, undefined);
    frontDesk.setConsent('analytics');
    frontDesk.track({ type: 'searched' });
    await page.until('what was done, on its way', isWaiting);
    frontDesk.setConsent('');
    await page.until('nothing of it is left', () => !isWaiting());
    const token = () => Promise.resolve('a token');
    frontDesk.identify(token);
    equal(page.desk.who, token);
    frontDesk.signOut();
    equal(page.desk.who, null);
  });

  it('takes the desk off the page', async () => {
    page = await ShopPage.open();
    frontDesk.destroy();
    equal(document.querySelector('front-desk'), null);
  });
});
