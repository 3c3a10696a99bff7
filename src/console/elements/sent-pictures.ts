import { html, nothing, type TemplateResult } from 'lit/html.js';
import { until } from 'lit/directives/until.js';
import type { SentDocument } from '../../contract/uploads.ts';
import type { Say } from '../words/say.ts';
import { icon } from './desk-element.ts';

/** Documents that were sent: to be saved, as what strangers sent is never a page of the console. */
export const sentDocuments = (
  documents: readonly SentDocument[] = [],
  file: (id: string) => Promise<string>,
  say: Say,
): TemplateResult | typeof nothing =>
  documents.length
    ? html`<span class="att">${documents.map(({ id, name, size }) => {
        const label = html`${icon('clip', 's16')}<bdi class="clip">${name}</bdi>${size ? html`<span class="num">${say.size(size)}</span>` : nothing}`;
        return until(
          file(id).then(
            (url) => html`<a class="mk" href=${url} download=${name}>${label}</a>`,
            () => html`<span class="mk">${label}</span>`,
          ),
          html`<span class="mk">${label}</span>`,
        );
      })}</span>`
    : nothing;

/** Pictures that were sent; one that does not come is told in words. */
export const sentPictures = (
  ids: readonly string[] = [],
  picture: (id: string) => Promise<string>,
  word: string,
): TemplateResult | typeof nothing =>
  ids.length
    ? html`<span class="att">${ids.map((id) =>
        until(
          picture(id).then(
            (url) => html`<a href=${url} target="_blank"><img src=${url} alt=${word}></a>`,
            () => word,
          ),
          // as large as it will be: what is in sight stays there
          html`<i></i>`,
        ),
      )}</span>`
    : nothing;
