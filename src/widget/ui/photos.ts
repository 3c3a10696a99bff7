import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';
import { glyph } from './icon.ts';

const PLUS = 'M12 5v14M5 12h14';
const CROSS = 'm6 6 12 12m0-12L6 18';

export interface Photo {
  name: string;
  /** Absent: it is not there yet. */
  thumbnail: Node | undefined;
  /** How much of it has gone, 0 to 1. */
  part?: number | undefined;
  /** How far it is, or what went wrong. */
  said?: string | undefined;
  failed?: boolean;
  remove: { label: string; act(): void };
  retry?: { label: string; act(): void } | undefined;
}

export interface PhotoField {
  label: string;
  hint: string;
  photos: readonly Photo[];
  /** Absent: there are as many as there may be. */
  add?: { label: string; choose(files: readonly File[]): void } | undefined;
}

/** Pictures with a button for one more: on a phone, it opens the camera as well. */
export const photoField = ({ label, hint, photos, add }: PhotoField): TemplateResult => {
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    add?.choose([...(input.files ?? [])]);
    // the same file again is a choice as well
    input.value = '';
  };
  return html`<div class="f" role="group" aria-label=${label}>
    <p class="label">${label} <span class="second">${hint}</span></p>
    ${photos.length ? html`<ul class="stack">${photos.map(row)}</ul>` : nothing}
    ${
      add
        ? html`<label class="btn quiet shot"><input class="hide" type="file" accept="image/*" multiple @change=${onChange}>${glyph(PLUS, 's20')}${add.label}</label>`
        : nothing
    }
  </div>`;
};

const row = ({ name, thumbnail, part, said, failed, remove, retry }: Photo): TemplateResult =>
  html`<li class="ph">
    ${thumbnail ?? html`<i class=${failed ? 'gap' : 'sk'}></i>`}
    <div class="grow"><p class="strong">${name}</p><p class="small ${failed ? 'bad' : 'second'}" role="status">${said}</p>${part ? html`<progress .value=${part} aria-label=${name}></progress>` : nothing}${
      retry
        ? html`<button class="link" type="button" @click=${retry.act}>${retry.label}</button>`
        : nothing
    }</div>
    <button class="ib" type="button" aria-label=${remove.label} @click=${remove.act}>${glyph(CROSS, 's20')}</button>
  </li>`;

export const photoStyles = css`
  .ph:last-child { margin-block-end: 6px; }
  .ph { display: flex; align-items: center; gap: 12px; }
  .ph > :is(canvas, i) { inline-size: 56px; block-size: 56px; flex: none; border-radius: var(--r-xs); object-fit: cover; }
  .ph progress { inline-size: 100%; block-size: 4px; accent-color: var(--primary); }
  .gap { background: var(--fill); }
  .ph .bad { color: var(--bad); }
  .ph .link { display: inline-block; margin-block: 0 -13px; }
  .shot { cursor: pointer; position: relative; }
  .shot:has(:focus-visible) { outline: 2px solid var(--accent-ink); outline-offset: 2px; }
`;
