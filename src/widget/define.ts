import {
  FdOrderTracker,
  FdRecommendations,
  FdReturns,
  FdWishlistButton,
  FrontDesk,
} from './index.ts';

if (!customElements.get('front-desk')) customElements.define('front-desk', FrontDesk);
if (!customElements.get('fd-wishlist-button'))
  customElements.define('fd-wishlist-button', FdWishlistButton);
if (!customElements.get('fd-returns')) customElements.define('fd-returns', FdReturns);
if (!customElements.get('fd-recommendations'))
  customElements.define('fd-recommendations', FdRecommendations);
if (!customElements.get('fd-order-tracker'))
  customElements.define('fd-order-tracker', FdOrderTracker);
