import { exponentOf } from '../../contract/exponents.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import { naming, reasonIn, type StripWords } from './strip-words.ts';

/** What a shopper may do with a card. */
export interface CardActs {
  /** Undefined where nothing comes into a cart from here; answers whether it is in it now. */
  add: ((item: Recommendation, variant: string) => Promise<boolean>) | undefined;
  dismiss(product: string): void;
  undo(product: string): void;
}

const WEB = /^(https?:\/\/|\/(?!\/))/;

/** A product of a strip: picture, why, name, price, and what can be done. */
export function stripCard(
  item: Recommendation,
  words: StripWords,
  locale: string,
  acts: CardActs,
): HTMLLIElement {
  const { product } = item;
  const card = document.createElement('li');
  const url = product.url !== undefined && WEB.test(product.url) ? product.url : undefined;
  const link = made(url === undefined ? 'div' : 'a', '');
  if (link instanceof HTMLAnchorElement) link.href = url!;
  link.append(
    pictureOf(item),
    made('span', 'why', reasonIn(words, item.reason)),
    made('span', 'name', product.name),
    made('span', 'price', priceOf(item, locale)),
  );
  const rest = made('div', 'do');
  const variant = product.only;
  if (acts.add && variant !== undefined)
    rest.append(addButton(words, () => acts.add!(item, variant)));
  const dismiss = button('dismiss', words.dismiss, () => {
    acts.dismiss(product.id);
    const undo = button('', words.undo, () => {
      acts.undo(product.id);
      card.className = '';
      card.replaceChildren(link, rest);
      dismiss.focus();
    });
    card.className = 'gone';
    card.replaceChildren(made('p', '', naming(words.dismissed, product.name)), undo);
    undo.focus();
  });
  dismiss.ariaLabel = `${words.dismiss}: ${product.name}`;
  rest.append(dismiss);
  card.append(link, rest);
  return card;
}

function addButton(words: StripWords, add: () => Promise<boolean>): DocumentFragment {
  const said = made('p', 'said');
  said.role = 'status';
  const here = button('add', words.add, async () => {
    if (here.ariaDisabled) return;
    here.ariaDisabled = 'true';
    here.textContent = words.adding;
    const isIn = await add();
    here.textContent = isIn ? words.added : words.add;
    said.textContent = isIn ? '' : words.notAdded;
    if (!isIn) here.ariaDisabled = null;
  });
  const both = document.createDocumentFragment();
  both.append(here, said);
  return both;
}

function pictureOf({ product: { picture } }: Recommendation): HTMLElement {
  if (!picture || !WEB.test(picture.url)) return made('span', 'none');
  const image = document.createElement('img');
  // the name stands below
  Object.assign(image, { alt: '', width: 200, height: 240, loading: 'lazy', decoding: 'async' });
  image.src = picture.url;
  return image;
}

const priceOf = ({ product: { from } }: Recommendation, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: from.currency }).format(
    from.amount / 10 ** exponentOf(from.currency),
  );

function made(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function button(className: string, text: string, act: () => unknown): HTMLButtonElement {
  const element = document.createElement('button');
  Object.assign(element, { type: 'button', className, textContent: text });
  element.addEventListener('click', () => void act());
  return element;
}
