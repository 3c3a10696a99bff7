import { html, type TemplateResult } from 'lit/html.js';
import type { Product, Variant } from '../../../contract/products.ts';
import { createProducts } from '../../stores/products.ts';
import { money } from '../change-parts.ts';
import { productOf } from '../product-of.ts';
import type { Settled } from './return-draft.ts';
import type { OutcomeView } from './return-screen.ts';

/** Of which product something is wanted in exchange. */
export const wantedOf = ({ line, answers }: Settled): string => answers.product ?? line.product;

/** What there is in exchange for one line, in the words in which its variants differ. */
export function variantChips(
  { line, answers }: Pick<Settled, 'line' | 'answers'>,
  isNamed: boolean,
  { desk, words, about }: Pick<OutcomeView, 'desk' | 'words' | 'about'>,
  of = line.product,
): TemplateResult {
  const { text } = words;
  const found = productOf({ desk, words }, of, 'bones');
  if ('instead' in found) return found.instead;
  const { product: value } = found;
  const others = value.variants.filter(({ id }) => id !== line.variant);
  if (!others.length) return html`<p class="second">${text('noOtherOne')}</p>`;
  const chip = (variant: Variant) => {
    const isDearer = variant.price.amount !== line.unitPrice.amount;
    const name = differing(variant, value).join(' · ') || value.name;
    return html`<label class="chip">
      <input class="hide" type="radio" name="variant ${line.id}" .value=${variant.id} ?disabled=${!variant.available}
        .checked=${variant.id === answers.variant} @change=${() => about(line.id, { variant: variant.id, product: of === line.product ? undefined : of })}>
      <span><bdi>${name}</bdi>${isDearer ? html` ${money(variant.price, words)}` : ''}${
        variant.available ? '' : html`<span class="hide">${text('soldOut')}</span>`
      }</span>
    </label>`;
  };
  return html`<fieldset class="stack">
    <legend class=${isNamed ? 'label' : 'hide'}>${isNamed ? line.name : text('whichInstead')}</legend>
    <div class="chips">${others.map(chip)}</div>
  </fieldset>`;
}

/** What was chosen in exchange; undefined before it is, or where it is not known yet. */
export function optionsIn(one: Settled, { desk }: OutcomeView): string | undefined {
  const { line, answers } = one;
  const { value } = desk.use(createProducts)(wantedOf(one)).$state.get();
  const variant = value?.variants.find(({ id }) => id === answers.variant);
  if (!value || !variant) return undefined;
  const isOther = value.id !== line.product;
  return [...(isOther ? [value.name] : []), ...differing(variant, value)].join(' · ');
}

const differing = ({ options }: Variant, { variants }: Product): string[] =>
  options
    .filter(({ name, value }) =>
      variants.some((other) =>
        other.options.some((option) => option.name === name && option.value !== value),
      ),
    )
    .map(({ value }) => value);
