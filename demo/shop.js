/** On every page: how many things are in the bag, and what the front desk puts there. */
import { addToBag, watchBag } from './bag.js';
import { findProduct } from './products.js';

const link = document.querySelector('[data-bag]');
const badge = link.querySelector('.bag-count');

watchBag((lines) => {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  badge.hidden = count === 0;
  badge.textContent = String(count);
  link.setAttribute('aria-label', count === 0 ? 'Cart, empty' : `Cart, ${count}`);
});

// Buying again: the desk asks the page, which has a bag of its own.
document.addEventListener('fd-cart-add', (event) => {
  const refused = event.detail.lines
    .filter(({ product, variant, quantity }) => {
      const size = variant.slice(product.length + 1);
      return !findProduct(product) || !addToBag(product, size, quantity);
    })
    .map(({ variant }) => ({ variants: [variant], reason: 'refused' }));
  event.waitUntil(Promise.resolve({ refused, url: 'cart.html' }));
});
