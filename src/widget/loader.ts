/**
 * The script tag's file: the launcher and nothing else. It runs as a classic script or as a module,
 * from any origin. A tag with `data-api` makes a desk; without it only the element is defined. A
 * second tag changes nothing.
 */
import { FrontDesk } from './elements/front-desk.ts';

type Call = [name: 'open' | 'close' | 'toggle' | 'destroy' | 'unread', value?: unknown];
interface Page {
  /** Calls made before this file came; after that, the way to make more. */
  FrontDesk?: { push(call: Call): void; forEach?: Call[]['forEach'] };
}

const script = document.currentScript as HTMLScriptElement | null;
/** A classic script of another origin has no address of its own to import from. */
const at = (chunk: string) => (script?.src ? new URL(chunk, script.src).href : chunk);

function start(page: Page): void {
  FrontDesk.load = (language) =>
    Promise.all([import(at(__PANEL__)), import(at(__LOCALES__[language] ?? __LOCALES__['en']!))]);
  customElements.define('front-desk', FrontDesk);
  const tag = script ?? document.querySelector('script[data-api]');
  if (!tag?.hasAttribute('data-api')) return;

  const desk = new FrontDesk();
  for (const { name, value } of tag.attributes)
    if (name.startsWith('data-')) desk.setAttribute(name.slice(5), value);
  // beside the body: a router that swaps the body leaves it alone, and the shop's own elements too
  const settle = () => {
    if (document.body) document.documentElement.append(desk);
    else setTimeout(settle);
  };
  settle();

  const push = ([name, value]: Call): void => {
    if (name === 'unread') desk.setAttribute(name, `${value}`);
    else desk[name](value as string);
  };
  page.FrontDesk?.forEach?.(push);
  page.FrontDesk = { push };
}

if (!customElements.get('front-desk')) start(window as Page);
