import { html, nothing, type TemplateResult } from 'lit/html.js';

/** The heading of a screen: what it is about, or asks. The focus begins here. */
export const h1 = (title: string): TemplateResult =>
  html`<h1 class="title" tabindex="-1">${title}</h1>`;

/** The same with a sentence below it, where there is one. */
export const heading = (title: string, told?: string): TemplateResult =>
  html`<div class="stack tight">
    ${h1(title)}${told ? html`<p class="second">${told}</p>` : nothing}
  </div>`;
