/**
 * The script tag's file: the launcher and nothing else. It runs as a classic script or as a module,
 * from any origin. A tag with `data-api` makes a desk; without it only the element is defined.
 */
import { FrontDesk } from './elements/front-desk.ts';

type Call = [name: string, ...rest: unknown[]];
interface Page {
  /** Calls made before this file came; after that, the way to make more. */
  FrontDesk?: Call[] | { desk: FrontDesk; push(call: Call): void };
}

const script = document.currentScript as HTMLScriptElement | null;
/** A classic script of another origin has no address of its own to import from. */
const at = (chunk: string) => (script?.src ? new URL(chunk, script.src).href : chunk);

function start(page: Page): void {
  if (!customElements.get('front-desk')) {
    FrontDesk.sources = {
      panel: () => import(at(__PANEL__)),
      phrases: (language) => import(at(__LOCALES__[language] ?? __LOCALES__['en']!)),
    };
    customElements.define('front-desk', FrontDesk);
  }
  const tag = script ?? document.querySelector('script[data-api]');
  const before = page.FrontDesk;
  const queue = Array.isArray(before) ? before : [];
  // the same tag a second time is the same desk, unless that was destroyed
  if (!tag?.hasAttribute('data-api') || (before && 'desk' in before && !before.desk.gone)) return;

  const desk = document.querySelector('front-desk') ?? document.createElement('front-desk');
  for (const { name, value } of tag.attributes) {
    const [, attribute] = /^data-(.+)/.exec(name) ?? [];
    if (attribute && !desk.hasAttribute(attribute)) desk.setAttribute(attribute, value);
  }
  desk.stay();

  const push = ([name, ...rest]: Call): void => {
    if (name === 'on') desk.addEventListener(`fd-${String(rest[0])}`, rest[1] as EventListener);
    else if (name === 'unread') desk.setAttribute(name, String(rest[0]));
    else if (/^(open|close|toggle|destroy)$/.test(name))
      desk[name as 'open'](...(rest as [string]));
    else console.warn(`FrontDesk: no "${name}"`);
  };
  page.FrontDesk = { desk, push };
  queue.forEach(push);
}

start(window as Page);
