import { html, nothing, type TemplateResult } from 'lit/html.js';
import { until } from 'lit/directives/until.js';

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
