/** One page for every product: the HTML is the Field coat, `?id=` puts another in its place. */
import { addToBag } from './bag.js';
import { picture, priceOf, productCard, text } from './product-card.js';
import { findProduct, products } from './products.js';

const id = new URLSearchParams(location.search).get('id') ?? 'coat';
const product = findProduct(id) ?? products[0];
const find = (name) => document.querySelector(`[data-product="${name}"]`);

document.title = `${product.name} · Alder`;
document.querySelector('meta[name="description"]').content = product.text;
find('kind').textContent = product.kind;
find('kind').href = `./#${product.anchor}`;
find('name').textContent = product.name;
find('price').replaceChildren(priceOf(product));
find('text').textContent = product.text;
find('colour').textContent = product.colour;
find('with').textContent = `Goes with the ${product.name}`;
find('strip').setAttribute('product', product.id);
fillPictures();
fillSizes();
fillFacts();
fillHeart();
find('form').addEventListener('change', fillHeart);
find('cards').replaceChildren(...product.with.map((other) => productCard(findProduct(other))));

find('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const size = String(new FormData(event.target).get('size') ?? '');
  const kept = addToBag(product.id, size);
  const said = find('said');
  if (!kept) {
    said.textContent = 'Your browser keeps nothing for this page, so the cart stays empty.';
    return;
  }
  const link = text('a', 'See your cart');
  link.href = 'cart.html';
  said.replaceChildren(`${product.name}${size ? `, ${size},` : ''} is in your cart. `, link);
});

function fillPictures() {
  const main = picture(product.id);
  main.alt = `${product.name}, ${product.colour.toLowerCase()}`;
  const closer = product.details.map((view) => picture(product.id, view));
  const worn = product.with.slice(0, 2).map((other) => picture(other));
  find('pictures').replaceChildren(main, ...closer, ...worn);
}

function fillSizes() {
  const group = find('sizes');
  group.hidden = product.sizes.length === 0;
  const middle = product.sizes[Math.floor(product.sizes.length / 2)];
  const choices = product.sizes.map((size) => {
    const label = text('label', '', 'size');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: 'size', value: size, checked: size === middle });
    label.append(input, text('span', size));
    return label;
  });
  find('size-list').replaceChildren(...choices);
}

/** It saves the size that is chosen. */
function fillHeart() {
  const size = new FormData(find('form')).get('size');
  const heart = find('heart');
  heart.setAttribute('product', product.id);
  heart.setAttribute('variant', size ? `${product.id}-${size}` : product.id);
  heart.setAttribute('name', product.name);
}

function fillFacts() {
  const rows = product.facts.flatMap(([name, fact]) => [text('dt', name), text('dd', fact)]);
  find('facts').replaceChildren(...rows);
}
