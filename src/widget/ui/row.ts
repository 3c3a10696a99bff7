import { html, nothing, type TemplateResult } from 'lit/html.js';
import { roomIcon } from './room-icon.ts';

export interface Row {
  /** Picture or icon at the start. */
  lead?: TemplateResult;
  title: string | TemplateResult;
  text?: string | TemplateResult | undefined;
  /** A sum at the end. */
  value?: string | undefined;
}

const inside = ({ lead, title, text, value }: Row): TemplateResult =>
  html`${lead}<span class="grow"><span class="strong">${title}</span>${
    text ? html`<span class="small second">${text}</span>` : nothing
  }</span>${value === undefined ? nothing : html`<span class="small second num">${value}</span>`}`;

/** A row that leads on: somewhere in the panel (`go`), or to another page. */
export const linkRow = (row: Row, href: string, go?: (event: Event) => void): TemplateResult =>
  html`<a class="li" href=${href} target=${href.startsWith('http') ? '_blank' : nothing} rel="noopener" @click=${go}
    >${inside(row)}${roomIcon('chev', 's20')}</a
  >`;

/** A row that opens the next screen of a task. */
export const stepRow = (row: Row, go: () => void): TemplateResult =>
  html`<button class="li go" @click=${go}>${inside(row)}${roomIcon('chev', 's20')}</button>`;

/** A row that only tells. */
export const plainRow = (row: Row): TemplateResult => html`<div class="li">${inside(row)}</div>`;
