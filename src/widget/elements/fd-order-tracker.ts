import { TaskElement } from './task-element.ts';

/**
 * Where an order is, on a page of the shop: for whoever is signed in, their order; for all others a form
 * that finds it by its number and the e-mail or phone it was placed with. It weighs next to nothing until
 * it comes into view; before that there is no request.
 *
 * @summary Where an order is, on a page of the shop.
 * @attr {string} api - Where the backend answers, as in https://desk.shop.example. Left out, the page's own site.
 * @attr {string} shop - Which shop, where the backend serves several.
 * @attr {string} identity - Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is.
 * @attr {string} order - The order, by its number. Default: the shopper says which.
 * @attr {string} locale - BCP 47 language. Default: the page's lang.
 * @attr {string} fallback - Where to send a shopper when it cannot be had: mailto:, tel: or a page.
 * @attr {string} cart - How things come into the shop's cart, as with the desk. Default: nothing can be bought here.
 *
 * @csspart header - The way back, and where this is.
 * @csspart body - The room.
 *
 * @cssproperty [--fd-accent=#24523f] - The brand's colour; this and all others as with the desk.
 * @cssproperty [--fd-scheme=light] - light, dark, or "light dark" to follow the visitor.
 *
 * @fires {FdCartAddEvent} fd-cart-add - The shopper wants something in the cart; the page may put it there itself.
 * @fires {FdCartAddedEvent} fd-cart-added - Something is in the cart now.
 */
export class FdOrderTracker extends TaskElement {
  /** @internal */
  readonly home = 'find';
}

declare global {
  interface HTMLElementTagNameMap {
    'fd-order-tracker': FdOrderTracker;
  }
}
