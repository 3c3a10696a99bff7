/**
 * The elements, for those who bundle: nothing here registers them. `front-desk/define` does, or
 * `customElements.define('front-desk', FrontDesk)`.
 */
import { FrontDesk } from './elements/front-desk.ts';

export { FrontDesk };
export type { CartAnswer, CartItem, CartReason, CartRefusal } from './cart/cart.ts';
export { FdCartAddedEvent, FdCartAddEvent } from './cart/cart-events.ts';
export { FdCloseEvent, FdOpenEvent } from './elements/events.ts';

FrontDesk.load = (language) =>
  Promise.all([
    import('./panel.ts'),
    import(`./locales/${language}.ts`).catch(() => import('./locales/en.ts')),
  ]);
