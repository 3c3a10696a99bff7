import { css } from '../theme/css.ts';

/** A product among others: its picture, its name, which is the way on, and its heart. */
export const cardStyles = css`
  .im { display: grid; place-items: center; aspect-ratio: 5 / 6; position: relative; border-radius: var(--radius); overflow: hidden; background: #ecedee; color: #868b90; }
  .im img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .im::after { content: ''; position: absolute; inset: 0; background: light-dark(transparent, rgb(0 0 0 / 0.1)); }
  .name { font: var(--t-label); }
  :is(a, button).name::after { content: ''; position: absolute; inset: 0; border-radius: var(--radius); }
  .heart { position: absolute; z-index: 1; inset-block-start: 2px; inset-inline-end: 2px; inline-size: 44px; block-size: 44px; display: grid; place-items: center; }
  .heart::before { content: ''; position: absolute; inset: 6px; border-radius: 50%; background: rgb(255 255 255 / 0.86); border: 1px solid transparent; }
  .heart .i { position: relative; inline-size: 18px; block-size: 18px; stroke-width: 1.9; color: #17191c; }
  .heart[aria-pressed='true'] .i { fill: oklch(0.58 0.2 22); stroke: oklch(0.58 0.2 22); }
`;
