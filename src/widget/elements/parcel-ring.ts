import type { OrderSummary } from '../../contract/orders.ts';

/** Around the launcher at rest, 3 px wide, from the top with the clock. */
const ring = `
  .ring:not(:hover, :focus-visible, [aria-expanded='true'])::before {
    content: '';
    position: absolute;
    inset: -7px;
    padding: 3px;
    border-radius: calc(var(--r) * 3 + 7px);
    background: conic-gradient(var(--p) var(--done), color-mix(in oklab, var(--p) 18%, #ccc) 0);
    mask: linear-gradient(#000 0 0) content-box exclude, linear-gradient(#000 0 0);
    pointer-events: none;
  }
`;

/**
 * Fills with the way of the parcel that arrives next; none on its way, no ring. It only repeats what
 * home says in words, so it has none of its own.
 */
export function drawRing(root: ShadowRoot, orders: readonly OrderSummary[]): void {
  const moving = orders.find(isMoving);
  const button = root.querySelector('button')!;
  if (!button.style.length) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ring);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  button.classList.toggle('ring', !!moving);
  button.style.setProperty('--done', `${((moving?.progress.progress ?? 0) / 4) * 100}%`);
}

const isMoving = ({ progress: { status, progress, needsYou } }: OrderSummary): boolean =>
  status !== 'cancelled' && progress >= 2 && progress < 4 && !needsYou;
