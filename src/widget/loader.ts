/**
 * The script tag's file: the launcher and nothing else. It runs as a classic script or as a module,
 * from any origin. A tag with `data-api` makes a desk; without it only the element is defined. A
 * second tag changes nothing.
 */
import { FrontDesk } from './elements/front-desk.ts';
import { beside, withWords } from './loader/beside.ts';
import type { Call } from './loader/call.ts';

const script = document.currentScript as HTMLScriptElement | null;

if (!customElements.get('front-desk')) {
  const at = beside(script?.src);
  FrontDesk.load = withWords(at, 'panel');
  FrontDesk.events = () => import(at('events'));
  customElements.define('front-desk', FrontDesk);
  const tag = script ?? document.querySelector('script[data-api]');
  if (tag?.hasAttribute('data-api')) {
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
      if (name in desk) desk[name as 'open'](value as string);
      else desk.setAttribute(name, value as string);
    };
    window.FrontDesk?.forEach?.(push);
    window.FrontDesk = { push };
  }
}
