/** On every page: how many things are in the bag. */
import { watchBag } from './bag.js';

const link = document.querySelector('[data-bag]');
const badge = link.querySelector('.bag-count');

watchBag((lines) => {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  badge.hidden = count === 0;
  badge.textContent = String(count);
  link.setAttribute('aria-label', count === 0 ? 'Bag, empty' : `Bag, ${count}`);
});
