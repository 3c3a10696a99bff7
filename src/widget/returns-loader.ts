/**
 * The file of a page that has `<fd-returns>` on it: defines the element, and nothing else. It runs as
 * a classic script or as a module, from any origin. A second tag changes nothing.
 */
import { FdReturns } from './elements/fd-returns.ts';
import { beside, withWords } from './loader/beside.ts';

if (!customElements.get('fd-returns')) {
  const script = document.currentScript as HTMLScriptElement | null;
  FdReturns.load = withWords(beside(script?.src), 'task-page');
  customElements.define('fd-returns', FdReturns);
}
