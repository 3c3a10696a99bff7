/** The bag as a page: lines, counts, the sum. */
import { setCount, watchBag } from './bag.js';
import { picture, text } from './product-card.js';
import { euros, findProduct } from './products.js';

const freeFrom = 10000;
const postage = 590;
const find = (name) => document.querySelector(`[data-cart="${name}"]`);

watchBag((lines) => {
  const known = lines.filter((line) => findProduct(line.id));
  find('empty').hidden = known.length > 0;
  find('full').hidden = known.length === 0;
  find('lines').replaceChildren(...known.map(lineRow));
  fillSums(known);
  find('strip').setAttribute('in-cart', known.map(({ id }) => id).join());
});

find('check-out').addEventListener('click', () => {
  find('said').textContent = 'Alder is a demonstration: nothing is sold here.';
});

function lineRow({ id, size, count }) {
  const product = findProduct(id);
  const row = text('li', '', 'line');
  const frame = text('span', '', 'line-picture');
  frame.append(picture(id));

  const words = text('div', '', 'line-words');
  const name = text('a', product.name);
  name.href = `product.html?id=${id}`;
  words.append(name, text('p', [product.colour, size].filter(Boolean).join(' · '), 'quiet'));

  const remove = text('button', 'Remove', 'link');
  remove.type = 'button';
  remove.setAttribute('aria-label', `Remove ${nameOf(product, size)}`);
  remove.addEventListener('click', () => {
    setCount(id, size, 0);
    find('title').focus();
  });
  const tools = text('div', '', 'line-tools');
  tools.append(countField(product, size, count), remove);
  row.append(frame, words, text('p', euros(product.price * count), 'line-sum'), tools);
  return row;
}

function nameOf(product, size) {
  return size ? `${product.name}, ${size}` : product.name;
}

function countField(product, size, count) {
  const field = document.createElement('select');
  field.setAttribute('aria-label', `How many: ${nameOf(product, size)}`);
  for (let n = 1; n <= 9; n += 1)
    field.add(new Option(String(n), String(n), n === count, n === count));
  field.addEventListener('change', () => {
    setCount(product.id, size, Number(field.value));
    // The row was drawn again: bring the keyboard back to the field it was on.
    document.querySelector(`select[aria-label="${field.getAttribute('aria-label')}"]`)?.focus();
  });
  return field;
}

function fillSums(lines) {
  const items = lines.reduce((sum, { id, count }) => sum + findProduct(id).price * count, 0);
  const delivery = items >= freeFrom ? 0 : postage;
  find('items').textContent = euros(items);
  find('delivery').textContent = delivery === 0 ? 'Free' : euros(delivery);
  find('total').textContent = euros(items + delivery);
  const short = freeFrom - items;
  find('short').textContent = short > 0 ? `${euros(short)} more and delivery is free.` : '';
}
