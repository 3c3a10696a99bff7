/**
 * The file of a page that has `<fd-order-tracker>` on it: defines the element, and nothing else. It runs as
 * a classic script or as a module, from any origin. A second tag changes nothing.
 */
import { FdOrderTracker } from './elements/fd-order-tracker.ts';
import { beside, withWords } from './loader/beside.ts';

if (!customElements.get('fd-order-tracker')) {
  const script = document.currentScript as HTMLScriptElement | null;
  FdOrderTracker.load = withWords(beside(script?.src), 'task-page');
  customElements.define('fd-order-tracker', FdOrderTracker);
}
