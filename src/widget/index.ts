/**
 * The elements, for those who bundle: nothing here registers them. `front-desk/define` does, or
 * `customElements.define('front-desk', FrontDesk)`.
 */
import { FdOrderTracker } from './elements/fd-order-tracker.ts';
import { FdReturns } from './elements/fd-returns.ts';
import { FrontDesk } from './elements/front-desk.ts';

export { FdOrderTracker, FdReturns, FrontDesk };
export type { CartAnswer, CartItem, CartReason, CartRefusal } from './cart/cart.ts';
export { FdCartAddedEvent, FdCartAddEvent } from './cart/cart-events.ts';
export { FdRecommendations } from './elements/fd-recommendations.ts';
export { FdCloseEvent, FdOpenEvent } from './elements/events.ts';
export { FdWishlistButton } from './elements/fd-wishlist-button.ts';
export { FdWishlistChangeEvent } from './saving/wishlist-event.ts';

const words = (language: string) =>
  import(`./locales/${language}.ts`).catch(() => import('./locales/en.ts'));

FrontDesk.load = (language) => Promise.all([import('./panel.ts'), words(language)]);
FrontDesk.events = () => import('./collector.ts');
FdReturns.load = FdOrderTracker.load = (language) =>
  Promise.all([import('./task-page.ts'), words(language)]);
