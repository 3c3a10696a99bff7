/**
 * The file of a page that has `<fd-wishlist-button>` on it: the element with all it needs, and
 * nothing else. It runs as a classic script or as a module, from any origin. A second tag changes
 * nothing.
 */
import { FdWishlistButton } from './elements/fd-wishlist-button.ts';

if (!customElements.get('fd-wishlist-button'))
  customElements.define('fd-wishlist-button', FdWishlistButton);
