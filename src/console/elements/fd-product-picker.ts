import type { ReadableAtom } from 'nanostores';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductSummary } from '../../contract/products.ts';
import { ReactiveElement } from '../../widget/host/reactive-element.ts';
import { StoreController } from '../../widget/host/store-controller.ts';
import { base } from '../../widget/ui/base.styles.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { picture } from '../../widget/ui/picture.ts';
import type { Products, ProductSearch } from '../stores/products.ts';
import { deskParts } from '../styles/desk.styles.ts';
import type { Say } from '../words/say.ts';
import { pickerStyles } from './fd-product-picker.styles.ts';
import { settingParts } from './fd-settings.styles.ts';

/** @summary Finds a product by some letters of its name, and hands it on. */
export class FdProductPicker extends ReactiveElement {
  static override styles = [base, deskParts, fieldStyles, settingParts, pickerStyles];
  static override properties = ['say', 'products', 'label', 'choose', 'at'];
  declare say: Say;
  declare products: Products;
  declare label: string;
  declare choose: (product: ProductSummary) => void;
  /** Which of what was found. */
  declare private at: number;
  #own: ProductSearch | undefined;

  constructor() {
    super();
    this.at = 0;
    new StoreController(this, (): ReadableAtom<unknown>[] => [
      this.#search.$words,
      this.#search.$found,
    ]);
  }

  get #search(): ProductSearch {
    return (this.#own ??= this.products.search());
  }

  protected override render(): TemplateResult {
    const { $words, $found } = this.#search;
    const words = $words.get();
    const { is, value = [] } = $found.get();
    const found = words.trim() ? value : [];
    const isNone = is === 'ready' && words.trim().length > 1 && found.length === 0;
    const at = Math.min(this.at, found.length - 1);
    const onInput = ({ target }: Event) => {
      this.at = 0;
      this.#search.find((target as HTMLInputElement).value);
    };
    return html`<div class="f"><label class="label" for="find">${this.label}</label>
      <input class="in" id="find" role="combobox" dir="auto" autocomplete="off" spellcheck="false" maxlength="100" aria-expanded=${found.length > 0} aria-controls="found" aria-autocomplete="list"
        aria-activedescendant=${found.length ? `found-${at}` : nothing} placeholder=${this.say.text('nameOfProduct')} .value=${words} @input=${onInput} @keydown=${(event: KeyboardEvent) => this.#onKey(event, found, at)}></div>
      <ul id="found" role="listbox" aria-label=${this.label}>${found.map((one, nth) => this.#row(one, nth, nth === at))}</ul>
      <p class="csmall second" role="status">${is === 'failed' ? this.say.text('failed') : isNone ? this.say.text('nothingHere') : nothing}</p>`;
  }

  #row(one: ProductSummary, nth: number, isAt: boolean): TemplateResult {
    return html`<li id="found-${nth}" role="option" class="h" aria-selected=${isAt} @click=${() => this.#take(one)}>
      ${picture(one.picture?.url, 32, 38)}<span class="label clip grow"><bdi>${one.name}</bdi></span><span class="csmall num">${this.say.money(one.from)}</span></li>`;
  }

  #onKey(event: KeyboardEvent, found: readonly ProductSummary[], at: number): void {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key];
    const chosen = found[at];
    // what stands around it is not sent, and not closed, by a search
    if (event.key === 'Enter') {
      if (chosen) this.#take(chosen);
    } else if (by !== undefined && chosen) this.at = (at + by) % found.length;
    else if (event.key === 'Escape' && this.#search.$words.get()) this.#search.find('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #take(product: ProductSummary): void {
    this.#search.find('');
    this.choose(product);
    this.focus();
  }
}
