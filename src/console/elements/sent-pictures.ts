import { html, nothing, type TemplateResult } from 'lit/html.js';
import { until } from 'lit/directives/until.js';

/** Documents that a shopper sent: to be saved, as what strangers sent is never a page of the console. */
export const sentDocuments = (
  ids: readonly string[] = [],
  file: (id: string) => Promise<string>,
): TemplateResult | typeof nothing =>
  ids.length
    ? html`<span class="att">${ids.map((id) =>
        until(
          file(id).then(
            (url) => html`<a class="mk" href=${url} download="document.pdf">PDF</a>`,
            () => 'PDF',
          ),
          nothing,
        ),
      )}</span>`
    : nothing;

/** Pictures that a shopper sent; one that does not come is told in words. */
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
          nothing,
        ),
      )}</span>`
    : nothing;
