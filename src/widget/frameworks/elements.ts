// Made by `npm run attributes` from the comments of src/widget/elements.
import type {
  FdCartAddEvent,
  FdCartAddedEvent,
  FdCloseEvent,
  FdOpenEvent,
  FdOrderTracker,
  FdRecommendations,
  FdReturns,
  FdWishlistButton,
  FdWishlistChangeEvent,
  FrontDesk,
} from '../index.ts';

export interface FrontDeskAttributes {
  /** Where the backend answers, as in https://desk.shop.example. Left out, the page's own site. */
  api?: string | undefined;
  /** Which shop, where the backend serves several. */
  shop?: string | undefined;
  /** Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is. */
  identity?: string | undefined;
  /** The button's name, and the words that slide out of it. Default: Help. */
  label?: string | undefined;
  /** Which side of the page. Default: end. */
  position?: 'end' | 'start' | undefined;
  /** Distances from the side and from the bottom, as CSS lengths: "24px 80px". Default: 24px. */
  offset?: string | undefined;
  /** The brand's colour, any CSS colour. The same as --fd-accent. */
  accent?: string | undefined;
  /** Light or dark, or as the visitor's system has it. Default: light. */
  scheme?: 'light' | 'dark' | 'auto' | undefined;
  /** BCP 47 language. Default: the page's lang. */
  locale?: string | undefined;
  /** Rooms to offer, with blanks between. Default: all the backend can do. */
  rooms?: string | undefined;
  /** Paths without the button, with blanks between; each stands for itself and all below it: "/checkout /login". Links still open the panel there. */
  'hidden-paths'?: string | undefined;
  /** When the panel's code is fetched: at a hover or touch, already when the page has loaded, or not before the tap. Default: intent. */
  preload?: 'intent' | 'idle' | 'none' | undefined;
  /** Where to send a shopper when the panel cannot be had: mailto:, tel: or a page. */
  fallback?: string | undefined;
  /** How things come into the shop's cart: "event", "shopify", "woocommerce" or "url:" and a template. Default: nothing can be bought in the desk. */
  cart?: string | undefined;
  /** What the shopper agreed to: "analytics", or "personalization", which is known by name as well; "shopify", "google" or "tcf" ask the shop's consent tool, and "ask" lets the panel ask. Default: nothing, and nothing is collected. */
  consent?: string | undefined;
  /** A number on the button. While the page sets none, answers that come while the panel is closed are counted here. */
  unread?: number | `${number}` | undefined;
}

export interface FrontDeskEvents {
  /** The shopper sees the panel. */
  'fd-open': FdOpenEvent;
  /** The panel has gone. */
  'fd-close': FdCloseEvent;
  /** The shopper wants something in the cart; the page may put it there itself. */
  'fd-cart-add': FdCartAddEvent;
  /** Something is in the cart now. */
  'fd-cart-added': FdCartAddedEvent;
}

export interface FdReturnsAttributes {
  /** Where the backend answers, as in https://desk.shop.example. Left out, the page's own site. */
  api?: string | undefined;
  /** Which shop, where the backend serves several. */
  shop?: string | undefined;
  /** Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is. */
  identity?: string | undefined;
  /** The order to begin with, by its number. Default: the shopper chooses. */
  order?: string | undefined;
  /** BCP 47 language. Default: the page's lang. */
  locale?: string | undefined;
  /** Where to send a shopper when the page cannot be had: mailto:, tel: or a page. */
  fallback?: string | undefined;
  /** How things come into the shop's cart, as with the desk. Default: nothing can be bought here. */
  cart?: string | undefined;
}

export interface FdReturnsEvents {
  /** The shopper wants something in the cart; the page may put it there itself. */
  'fd-cart-add': FdCartAddEvent;
  /** Something is in the cart now. */
  'fd-cart-added': FdCartAddedEvent;
}

export interface FdOrderTrackerAttributes {
  /** Where the backend answers, as in https://desk.shop.example. Left out, the page's own site. */
  api?: string | undefined;
  /** Which shop, where the backend serves several. */
  shop?: string | undefined;
  /** Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is. */
  identity?: string | undefined;
  /** The order, by its number. Default: the shopper says which. */
  order?: string | undefined;
  /** BCP 47 language. Default: the page's lang. */
  locale?: string | undefined;
  /** Where to send a shopper when it cannot be had: mailto:, tel: or a page. */
  fallback?: string | undefined;
  /** How things come into the shop's cart, as with the desk. Default: nothing can be bought here. */
  cart?: string | undefined;
}

export interface FdOrderTrackerEvents {
  /** The shopper wants something in the cart; the page may put it there itself. */
  'fd-cart-add': FdCartAddEvent;
  /** Something is in the cart now. */
  'fd-cart-added': FdCartAddedEvent;
}

export interface FdWishlistButtonAttributes {
  /** The product's id at the shop. Needed. */
  product?: string | undefined;
  /** The variant's id. Left out, the heart is the product's, whatever it comes in. */
  variant?: string | undefined;
  /** What the product is called: the button is then named "Save Field coat". */
  name?: string | undefined;
  /** A round heart over a picture, one beside a button, or one with words. Default: round. */
  look?: 'round' | 'square' | 'wide' | undefined;
  /** Shows how many shoppers have saved it. All such buttons of a page cost one request. */
  counts?: boolean | undefined;
}

export interface FdWishlistButtonEvents {
  /** Before it is saved or taken off; may be stopped. */
  'fd-wishlist-change': FdWishlistChangeEvent;
}

export interface FdRecommendationsAttributes {
  /** Where it stands. Default: home. */
  placement?:
    | 'product'
    | 'cart'
    | 'home'
    | 'order'
    | 'after-change'
    | 'wishlist'
    | 'search-empty'
    | undefined;
  /** What it stands beside: product ids between commas, the latest last. */
  product?: string | undefined;
  /** What is in the cart: product ids between commas. */
  'in-cart'?: string | undefined;
  /** Its heading. Default: by the placement, in the shopper's language. */
  heading?: string | undefined;
  /** So many products at most, 1 to 24. Default: 12. */
  limit?: number | `${number}` | undefined;
  /** Where the backend answers. Default: as the desk of the page. */
  api?: string | undefined;
  /** Which shop, where the backend serves several. Default: as the desk of the page. */
  shop?: string | undefined;
  /** BCP 47 language. Default: the page's lang. */
  locale?: string | undefined;
  /** How things come into the shop's cart. Default: as the desk of the page; with neither nothing can be added from here. */
  cart?: string | undefined;
}

export interface FdRecommendationsEvents {
  /** The shopper wants something in the cart; the page may put it there itself. */
  'fd-cart-add': FdCartAddEvent;
  /** Something is in the cart now. */
  'fd-cart-added': FdCartAddedEvent;
}

/** The public elements, by their tags. */
export interface Elements {
  /** The round button in the corner, and behind it the whole desk. It is a plain element built with DOM calls, so that it passes Trusted Types and weighs next to nothing; the panel's code comes when a shopper shows interest. Before that there is no request and nothing stored. */
  'front-desk': { element: FrontDesk; attributes: FrontDeskAttributes; events: FrontDeskEvents };
  /** A page for returns: who is there, which order, what goes back, and what comes of it. The same rooms as behind the launcher, as a part of the shop's page. It weighs next to nothing until it comes into view; before that there is no request. */
  'fd-returns': { element: FdReturns; attributes: FdReturnsAttributes; events: FdReturnsEvents };
  /** Where an order is, on a page of the shop: for whoever is signed in, their order; for all others a form that finds it by its number and the e-mail or phone it was placed with. It weighs next to nothing until it comes into view; before that there is no request. */
  'fd-order-tracker': {
    element: FdOrderTracker;
    attributes: FdOrderTrackerAttributes;
    events: FdOrderTrackerEvents;
  };
  /** A heart for a product card or page. It works before anybody has signed in: what is saved lies on the shopper's device, and goes into their account once they sign in. */
  'fd-wishlist-button': {
    element: FdWishlistButton;
    attributes: FdWishlistButtonAttributes;
    events: FdWishlistButtonEvents;
  };
  /** Products that go with a page, each with its reason: a strip that scrolls sideways. It asks once it comes near the view, and takes no room where there is nothing to show. */
  'fd-recommendations': {
    element: FdRecommendations;
    attributes: FdRecommendationsAttributes;
    events: FdRecommendationsEvents;
  };
}
