import { html } from 'lit/html.js';
import { createProductSearch } from '../../stores/product-search.ts';
import { createProducts } from '../../stores/products.ts';
import { picture } from '../order-lines.ts';
import { productPicker } from '../product-picker.ts';
import type { ReturnScreen } from './return-screen.ts';
import { variantChips, wantedOf } from './return-variants.ts';

/** Which other product is wanted in exchange. */
export const shop: ReturnScreen = {
  shown: ({ desk }) => [desk.use(createProductSearch)],
  render(view, about) {
    const line = about?.line.id ?? '';
    return productPicker(view, view.words.text('anythingElse'), ({ id, only }) => {
      view.about(line, { product: id, variant: only });
      view.go(`which/${line}`);
    });
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
