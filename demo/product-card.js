import { shelfPrice } from './products.js';

export function picture(id, view) {
  const image = new Image(200, 240);
  // A close-up is the same file looked at through a smaller window.
  image.src = view ? `pics/${id}.svg#svgView(viewBox(${view.join(',')}))` : `pics/${id}.svg`;
  image.alt = '';
  return image;
}

export function text(tag, words, name = '') {
  const element = document.createElement(tag);
  element.textContent = words;
  element.className = name;
  return element;
}

export function priceOf(product, name) {
  const line = text('span', '', name);
  if (!product.was) {
    line.textContent = shelfPrice(product.price);
    return line;
  }
  line.append(text('span', 'Now ', 'unseen'), text('b', shelfPrice(product.price), 'sale'), ' ');
  line.append(text('span', 'before ', 'unseen'), text('s', shelfPrice(product.was)));
  return line;
}

/** The same card that the home page has in its HTML. */
export function productCard(product) {
  const link = text('a', '', 'card');
  link.href = `product.html?id=${product.id}`;
  const frame = text('span', '', 'card-picture');
  frame.append(picture(product.id));
  link.append(frame, text('span', product.name, 'card-name'), priceOf(product, 'card-price'));
  const card = text('div', '', 'card-box');
  card.append(link, heart({ product: product.id, name: product.name }));
  return card;
}

/** The desk's own element: it saves a product, or one size of it. */
export function heart(attributes) {
  const element = document.createElement('fd-wishlist-button');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
