import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StaffReturn } from '../../contract/inbox.ts';
import type { ReturnState } from '../../contract/returns.ts';
import { picture } from '../../widget/ui/picture.ts';
import { DeskElement, icon, nameOf } from './desk-element.ts';
import { listStyles } from './fd-inbox-list.styles.ts';
import { returnsStyles } from './fd-returns-desk.styles.ts';

type Tab = 'decide' | 'onTheWay' | 'arrived' | 'all';

const tabs: Readonly<Record<Tab, readonly ReturnState[] | undefined>> = {
  decide: ['requested'],
  onTheWay: ['approved', 'label_sent', 'in_transit'],
  arrived: ['received', 'inspected'],
  all: undefined,
};

/** @summary Returns, and what the shop decides about them. */
export class FdReturnsDesk extends DeskElement {
  static override styles = [...DeskElement.styles, listStyles, returnsStyles];
  static override properties = [...DeskElement.properties, 'open', 'tab'];
  declare open: string | undefined;
  declare private tab: Tab;

  constructor() {
    super();
    this.tab = 'decide';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.desk.returns.load();
  }

  protected override shown() {
    return [this.desk.returns.$state];
  }

  /** Another one of the list. */
  step(by: 1 | -1): void {
    const ids = this.#listed().map((one) => one.return.id);
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(this.open ?? '') + by))];
    if (next !== undefined) this.desk.route.go({ room: 'returns', open: next });
  }

  #listed(): StaffReturn[] {
    const states = tabs[this.tab];
    const all = this.desk.returns.$state.get().value ?? [];
    return all.filter((one) => !states || states.includes(one.return.state));
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const { value, is } = this.desk.returns.$state.get();
    const waiting = value?.filter((one) => one.return.state === 'requested').length ?? 0;
    const shown = value?.find((one) => one.return.id === this.open);
    return html`<div class="work ${shown ? 'is-open' : ''}">
      <section class="col list" aria-label=${say.text('returns')}>
        <div class="lh"><h1 class="sent" tabindex="-1">${value ? say.count('returnsWaiting', waiting) : say.text('returns')}</h1>
          <div class="tabs" role="group" aria-label=${say.text('returns')}>${Object.keys(tabs).map((one) => this.#tab(one as Tab))}</div></div>
        <div class="scroll">
          ${is === 'failed' && !value ? html`<p class="cerr" role="alert">${say.text('failed')}</p>` : nothing}
          <ul>${this.#listed().map((one) => html`<li>${this.#row(one)}</li>`)}</ul>
          ${value && this.#listed().length === 0 ? html`<p class="group">${say.text('nothingHere')}</p>` : nothing}
        </div>
      </section>
      <div class="paper">${
        shown
          ? html`<fd-return-sheet .desk=${this.desk} .value=${shown}></fd-return-sheet>`
          : html`<div class="empty"><span class="ic">${icon('returns')}</span><h2 class="sent">${say.text('chooseReturn')}</h2></div>`
      }</div>
    </div>`;
  }

  #tab(tab: Tab): TemplateResult {
    return html`<button class="tab" aria-pressed=${this.tab === tab} @click=${() => (this.tab = tab)}>${this.say.text(tab)}</button>`;
  }

  #row({ return: one, with: shopper, lines }: StaffReturn): TemplateResult {
    const { say } = this;
    return html`<a class="rowi" href="#returns/${encodeURIComponent(one.id)}" aria-current=${this.open === one.id ? 'true' : nothing}>
      ${picture(lines[0]?.picture?.url, 36, 44)}
      <span><span class="l1"><span class="clip">${nameOf(shopper, say)}</span><span class="num end csmall">${say.money(one.total)}</span></span>
        <span class="l2 clip">${one.number} · <bdi>${lines[0]?.name}</bdi></span>
        <span class="l3"><span class="mk ${one.state === 'requested' ? 'warn' : 'bare'}">${say.text(`state_${one.state}`)}</span></span></span></a>`;
  }
}
