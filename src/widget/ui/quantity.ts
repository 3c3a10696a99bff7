import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';
import { glyph } from './icon.ts';

const LESS = 'M6 12h12';
const MORE = 'M6 12h12M12 6v12';

export interface Quantity {
  label: string;
  less: string;
  more: string;
  count: number;
  most: number;
  set(count: number): void;
}

/** How many: one less, one more. What cannot be done says so and keeps the focus. */
export const quantity = ({ label, less, more, count, most, set }: Quantity): TemplateResult => {
  const step = (name: string, path: string, next: number) => {
    const isOff = next < 1 || next > most;
    return html`<button class="ib" type="button" aria-label=${name} aria-disabled=${isOff}
      @click=${() => isOff || set(next)}>${glyph(path, 's20')}</button>`;
  };
  return html`<div class="qty" role="group" aria-label=${label}>
    ${step(less, LESS, count - 1)}<output class="strong num">${count}</output>${step(more, MORE, count + 1)}
  </div>`;
};

export const quantityStyles = css`
  .qty { display: inline-flex; align-items: center; border-radius: var(--r-full); background: var(--fill); border: 1px solid transparent; flex: none; }
  .on .qty { background: var(--bg); }
  .qty output { min-inline-size: 24px; text-align: center; }
  .qty [aria-disabled='true'] { color: var(--ink-3); cursor: default; }
  .qty .ib:hover { background: var(--fill-2); }
  @media (forced-colors: active) {
    .qty [aria-disabled='true'] { color: GrayText; }
  }
`;
