import { html, type TemplateResult } from 'lit/html.js';
import { icon } from './icon.ts';

/** A thumb in its frame. The row beside it says what it is, so it has no words of its own. */
export const picture = (url: string | undefined, width = 56, height = 64): TemplateResult =>
  html`<span class="th">${
    url
      ? html`<img class="pic" src=${url} alt="" width=${width} height=${height} loading="lazy" decoding="async">`
      : icon('box')
  }</span>`;

/** Up to two thumbs, one over the other. */
export const pictures = (urls: readonly (string | undefined)[]): TemplateResult =>
  html`<span class="ths">${urls.slice(0, 2).map((url) => picture(url, 44, 52))}</span>`;
