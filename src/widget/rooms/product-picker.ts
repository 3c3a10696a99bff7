import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductSummary } from '../../contract/products.ts';
import { money } from '../locales/figures.ts';
import type { Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import { createProductSearch } from '../stores/product-search.ts';
import { field } from '../ui/field.ts';
import { picture } from '../ui/picture.ts';
import { stepRow } from '../ui/row.ts';
import { failedPart } from './absent.ts';
import { heading } from '../ui/heading.ts';

/** What the shop has, to pick one: all there is, or what is looked for. */
export function productPicker(
  { desk, words }: { desk: Desk; words: Say },
  title: string,
  pick: (product: ProductSummary) => void,
): TemplateResult {
  const { text } = words;
  const search = desk.use(createProductSearch);
  const { is, value } = search.$state.get();
  return html`${heading(title)}
    ${field({ name: 'q', label: text('lookFor'), value: search.words, type: search.look })}
    ${is === 'failed' ? failedPart('variantsFailed', search.load, words) : nothing}
    ${value ? html`<div class="list pics">${value.items.map((one) => row(one, words, () => pick(one)))}</div>` : nothing}
    <p class="second" role="status">${is === 'ready' && !value.items.length ? text('nothingFound') : is === 'loading' ? text('loading') : ''}</p>
    ${
      value?.next && is === 'ready'
        ? value.failed
          ? failedPart('variantsFailed', search.more, words)
          : html`<button class="btn quiet" @click=${() => void search.more()}>${text('showMore')}</button>`
        : nothing
    }`;
}

function row(
  { name, category, picture: shown, from }: ProductSummary,
  words: Say,
  go: () => void,
): TemplateResult {
  return stepRow(
    {
      lead: picture(shown?.url),
      title: html`<bdi>${name}</bdi>`,
      text: category && html`<bdi>${category}</bdi>`,
      value: money(from, words),
    },
    go,
  );
}
