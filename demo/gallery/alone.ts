import { find } from './hands.ts';

const root = new URL('..', location.href);
const titles: Record<string, string> = {
  'fd-order-tracker': 'Track an order',
  'fd-returns': 'Return an order',
};

/** A page of the shop that has the element on it and no desk, until the element shows a room. */
export async function standAlone(
  name: string,
  { shop, order, isHeld }: { shop: string; order: string; isHeld: boolean },
): Promise<void> {
  const main = document.createElement('main');
  main.className = 'section band';
  const heading = document.createElement('h1');
  heading.className = 'small';
  heading.textContent = titles[name] ?? name;
  const element = document.createElement(name);
  const attributes = { api: '', shop, cart: 'event', fallback: 'mailto:help@alder.example' };
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (order) element.setAttribute('order', order);
  element.style.setProperty('--fd-scheme', document.documentElement.style.colorScheme);
  element.style.maxInlineSize = '560px';
  element.style.marginBlockStart = '32px';
  main.append(heading, element);
  document.querySelector('main')?.replaceWith(main);
  const tag = document.createElement('script');
  tag.src = new URL(`${name}.js`, root).href;
  document.head.append(tag);
  await find(isHeld ? '.sk' : 'h1');
}
