import type { ProductSummary } from '../../contract/products.ts';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Command } from './desk-commands.ts';
import { showCard } from './shown-beside.ts';
import { DeskElement, icon, key, nameOf } from './desk-element.ts';
import { paletteStyles } from './fd-palette.styles.ts';

interface Choice {
  label: string;
  more?: string | undefined;
  keys?: readonly string[];
  icon: Parameters<typeof icon>[0];
  run(): void;
}

/** @summary What can be done here, and where one can go, by some letters of its name. */
export class FdPalette extends DeskElement {
  static override styles = [...DeskElement.styles, paletteStyles];
  static override properties = [...DeskElement.properties, 'commands', 'at'];
  declare commands: readonly Command[];
  /** Which of the choices. */
  declare private at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected override shown() {
    return [this.desk.finder.$words, this.desk.finder.$found];
  }

  show(): void {
    this.at = 0;
    this.desk.finder.find('');
    if (!this.isOpen) this.#dialog?.showModal();
  }
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }
  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const choices = this.#choices();
    const at = Math.min(this.at, choices.length - 1);
    const onInput = ({ target }: Event) => {
      this.at = 0;
      this.desk.finder.find((target as HTMLInputElement).value);
    };
    return html`<dialog aria-label=${text('palette')}>
      <label class="find">${icon('search')}<input role="combobox" aria-expanded="true" aria-controls="choices" aria-autocomplete="list"
        aria-activedescendant=${choices.length ? `choice-${at}` : nothing} aria-label=${text('paletteHint')} placeholder=${text('paletteHint')}
        .value=${this.desk.finder.$words.get()} @input=${onInput} @keydown=${(event: KeyboardEvent) => this.#onKey(event, choices, at)}></label>
      <ul id="choices" role="listbox" aria-label=${text('palette')}>${choices.map((one, nth) => this.#row(one, nth, nth === at))}</ul>
      ${choices.length ? nothing : html`<p class="csmall second none" role="status">${text('nothingHere')}</p>`}
    </dialog>`;
  }

  #row(one: Choice, nth: number, isAt: boolean): TemplateResult {
    return html`<li id="choice-${nth}" role="option" class="h" aria-selected=${isAt} @click=${() => this.#run(one)}>
      ${icon(one.icon)}<span class="label clip">${one.label}</span>${one.more === undefined ? nothing : html`<span class="csmall clip more" dir="auto">${one.more}</span>`}
      <span class="end h" aria-hidden="true">${key(...(one.keys ?? []))}</span></li>`;
  }

  #onKey(event: KeyboardEvent, choices: readonly Choice[], at: number): void {
    const by = { ArrowDown: 1, ArrowUp: choices.length - 1 }[event.key];
    if (by !== undefined && choices.length) this.at = (at + by) % choices.length;
    else if (event.key === 'Enter' && !event.isComposing && choices[at]) this.#run(choices[at]);
    else return;
    event.preventDefault();
  }

  #run({ run }: Choice): void {
    this.#dialog?.close();
    run();
  }

  /** A product is shown to the shopper whose conversation is open. */
  #products(products: readonly ProductSummary[]): Choice[] {
    const { open } = this.desk.route.$place.get();
    if (open === undefined) return [];
    return products.map(({ id, name }) => ({
      ...{ label: name, more: this.say.text('showShopper'), icon: 'tag' },
      run: () => showCard(this.desk.thread(open), { kind: 'product', id, title: name }),
    }));
  }

  #choices(): Choice[] {
    const words = this.desk.finder.$words.get().trim().toLowerCase();
    const { route } = this.desk;
    const { say } = this;
    const found = this.desk.finder.$found.get().value;
    const acts = this.commands
      .filter((one) => one.inPalette)
      .map(({ word, keys, on }): Choice => {
        return { label: say.text(word), keys, icon: 'key', run: () => Object.values(on)[0]?.() };
      })
      .filter(({ label }) => label.toLowerCase().includes(words));
    if (!words || !found) return acts;
    return [
      ...acts,
      ...found.conversations.map((one): Choice => ({
        ...{ label: nameOf(one.with, say), more: one.preview?.text, icon: 'chat' },
        run: () => route.go({ room: 'inbox', open: one.id }),
      })),
      ...found.customers.map((one): Choice => ({
        ...{ label: nameOf(one, say), more: one.email, icon: 'user' },
        run: () => route.go({ room: 'inbox', customer: one.id ?? '' }),
      })),
      ...found.orders.map(({ id, number, placedAt, customer }): Choice => ({
        ...{ label: say.text('order', { number }), more: say.when(placedAt), icon: 'box' },
        run: () => route.go({ room: 'inbox', customer, order: id }),
      })),
      ...this.#products(found.products),
    ];
  }
}
