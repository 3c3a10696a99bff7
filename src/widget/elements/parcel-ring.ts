import type { OrderSummary } from '../../contract/orders.ts';
import css from './parcel-ring.css?literal';

/**
 * Fills with the way of the parcel that arrives next; none on its way, no ring. It only repeats what
 * home says in words, so it has none of its own.
 */
export function drawRing(root: ShadowRoot, orders: readonly OrderSummary[]): void {
  const moving = orders.find(isMoving);
  const button = root.querySelector('button')!;
  if (!button.style.length) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  button.classList.toggle('ring', !!moving);
  button.style.setProperty('--done', `${((moving?.progress.progress ?? 0) / 4) * 100}%`);
}

const isMoving = ({ progress: { status, progress, needsYou } }: OrderSummary): boolean =>
  status !== 'cancelled' && progress >= 2 && progress < 4 && !needsYou;
