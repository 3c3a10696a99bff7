import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductSummary } from '../../../contract/products.ts';
import { createProductSearch, type ProductSearch } from '../../stores/product-search.ts';
import { createProducts } from '../../stores/products.ts';
import { field } from '../../ui/field.ts';
import { stepRow } from '../../ui/row.ts';
import { money } from '../change-parts.ts';
import { picture } from '../order-lines.ts';
import type { Going } from './return-draft.ts';
import type { ReturnScreen, ReturnView } from './return-screen.ts';
import { variantChips, wantedOf } from './return-variants.ts';

/** Which other product is wanted in exchange: all there is, or what is looked for. */
export const shop: ReturnScreen = {
  shown: ({ desk }) => [desk.use(createProductSearch)],
  render(view, about) {
    const { desk, words } = view;
    const { text } = words;
    const search = desk.use(createProductSearch);
    const { is, value } = search.$state.get();
    const typed = (event: InputEvent) => search.look((event.target as HTMLInputElement).value);
    return html`<h1 class="title" tabindex="-1">${text('anythingElse')}</h1>
      ${field({ name: 'q', label: text('lookFor'), value: search.words, error: '', onInput: typed })}
      ${is === 'failed' ? failed(search, view) : nothing}
      ${value ? html`<div class="list pics">${value.items.map((one) => row(one, about, view))}</div>` : nothing}
      <p class="second" role="status">${is === 'ready' && !value.items.length ? text('nothingFound') : is === 'loading' ? text('loading') : ''}</p>
      ${
        value?.next && is === 'ready'
          ? html`<button class="btn quiet" @click=${() => void search.more()}>${text('showMore')}</button>`
          : nothing
      }`;
  },
};

/** Which of its variants, and what that comes to. */
export const which: ReturnScreen = {
  shown: ({ desk, going }) => going.map((one) => desk.use(createProducts)(wantedOf(one))),
  render(view, about) {
    const { words, desk, sums, foot, on } = view;
    if (!about) return html``;
    const id = wantedOf(about);
    const { value } = desk.use(createProducts)(id).$state.get();
    return html`<div class="row">
        ${picture(value?.picture?.url, 72, 84)}
        <h1 class="title grow" tabindex="-1"><bdi>${value?.name ?? words.text('whichInstead')}</bdi></h1>
      </div>
      ${variantChips(about, false, view, id)} ${sums()} ${foot(words.text('useThis'), on)}`;
  },
};

function row(
  { id, name, category, picture: shown, from, only }: ProductSummary,
  about: Going | undefined,
  { words, about: answer, go }: ReturnView,
): TemplateResult {
  const line = about?.line.id ?? '';
  return stepRow(
    {
      lead: picture(shown?.url),
      title: html`<bdi>${name}</bdi>`,
      text: category && html`<bdi>${category}</bdi>`,
      value: money(from, words),
    },
    () => {
      answer(line, { product: id, variant: only });
      go(`which/${line}`);
    },
  );
}

const failed = ({ load }: ProductSearch, { words: { text } }: ReturnView): TemplateResult =>
  html`<div class="stack">
    <p class="second" role="alert">${text('variantsFailed')}</p>
    <button class="btn quiet" @click=${() => void load()}>${text('retry')}</button>
  </div>`;
