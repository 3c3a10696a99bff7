import '../../../src/widget/define.ts';
import type { FdWishlistButton } from '../../../src/widget/elements/fd-wishlist-button.ts';
import { deepEqual, equal, ok } from '../harness/expect.ts';
import { seeAtOnce } from '../harness/seen-at-once.ts';
import { ShopPage } from '../harness/shop-page.ts';
import { cutByTextSpacing } from '../harness/text-spacing.ts';

let page: ShopPage;
const hearts: FdWishlistButton[] = [];

/** A heart in the page, after the desk. */
function aHeart(attributes: Record<string, string> = {}): FdWishlistButton {
  const heart = document.createElement('fd-wishlist-button');
  for (const [name, value] of Object.entries({ product: 'coat', ...attributes }))
    heart.setAttribute(name, value);
  document.body.append(heart);
  hearts.push(heart);
  return heart;
}
const buttonOf = (heart: FdWishlistButton) => heart.shadowRoot!.querySelector('button')!;
const toastOf = (heart: FdWishlistButton) =>
  heart.shadowRoot!.querySelector<HTMLElement>('[role=status]');
const isPressed = (heart: FdWishlistButton) => buttonOf(heart).ariaPressed === 'true';

describe('A heart in the page', () => {
  beforeEach(async () => {
    page = await ShopPage.open();
  });
  afterEach(() => {
    for (const heart of hearts.splice(0)) heart.remove();
    page.leave();
  });

  it('saves at once, on the device alone, and is still pressed on the next page', () => {
    const heart = aHeart({ variant: 'coat-m' });
    equal(isPressed(heart), false);
    buttonOf(heart).click();
    equal(isPressed(heart), true);
    heart.remove();
    equal(isPressed(aHeart({ variant: 'coat-m' })), true);
    equal(isPressed(aHeart({ variant: 'coat-l' })), false);
    // the card of the product knows that one of its sizes is saved
    equal(isPressed(aHeart()), true);
    deepEqual(page.backend.asked, []);
  });

  it('takes off again, and brings back with one tap', async () => {
    const heart = aHeart();
    buttonOf(heart).click();
    buttonOf(heart).click();
    equal(isPressed(heart), false);
    const toast = toastOf(heart)!;
    ok(toast.matches(':popover-open'), 'the toast is seen');
    equal(toast.querySelector('span')!.textContent, 'No longer saved');
    toast.querySelector('button')!.click();
    equal(isPressed(heart), true);
    equal(toastOf(heart), null);
    equal(heart.shadowRoot!.activeElement, buttonOf(heart));
  });

  it('is one heart with every other of its product', () => {
    const [one, other] = [aHeart(), aHeart()];
    buttonOf(one).click();
    equal(isPressed(other), true);
    buttonOf(other).click();
    equal(isPressed(one), false);
  });

  it('has a name, and follows the language of the page', async () => {
    const heart = aHeart({ name: 'Field coat' });
    equal(buttonOf(heart).ariaLabel, 'Save Field coat');
    page.desk.setAttribute('locale', 'de');
    const german = aHeart({ look: 'wide' });
    equal(buttonOf(german).textContent, 'Merken');
    await page.until(
      'the first in it too',
      () => buttonOf(heart).ariaLabel === 'Merken Field coat',
    );
    deepEqual(cutByTextSpacing('fd-wishlist-button'), []);
  });

  it('lets the page stop it', () => {
    const heart = aHeart();
    heart.addEventListener('fd-wishlist-change', (event) => {
      deepEqual(event.detail, { product: 'coat', saved: true });
      event.preventDefault();
    });
    buttonOf(heart).click();
    equal(isPressed(heart), false);
  });

  it('does not follow the link of the card that it is in', () => {
    const link = Object.assign(document.createElement('a'), { href: '#elsewhere' });
    document.body.append(link);
    const heart = aHeart();
    link.append(heart);
    buttonOf(heart).click();
    ok(location.hash !== '#elsewhere', 'the page stays');
    link.remove();
  });

  it('asks once for the numbers of all that are on the page', async () => {
    page.backend.wishlists.counts = { 'p-1': 12 };
    const lookAway = seeAtOnce();
    const all = Array.from({ length: 100 }, (_, nth) =>
      aHeart({ product: `p-${nth}`, counts: '' }),
    );
    await page.until('a number', () => buttonOf(all[1]!).textContent === '12');
    lookAway();
    equal(page.backend.timesAsked('GET /wishlists/counts'), 1);
    equal(buttonOf(all[1]!).ariaLabel, 'Save 12');
    equal(buttonOf(all[2]!).textContent, '');
  });

  it('still works where nothing may be stored', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const [one, other] = [aHeart(), aHeart()];
    buttonOf(one).click();
    equal(isPressed(other), true);
    Storage.prototype.setItem = setItem;
  });

  it('hears of another tab', () => {
    const heart = aHeart();
    const key = `fd:${page.api}::wishes`;
    buttonOf(heart).click();
    localStorage.removeItem(key);
    dispatchEvent(new StorageEvent('storage', { key }));
    equal(isPressed(heart), false);
  });
});
