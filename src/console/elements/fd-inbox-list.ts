import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation, InboxPage, InboxView } from '../../contract/inbox.ts';
import type { Words } from '../words/words.ts';
import { DeskElement, icon, key, nameOf } from './desk-element.ts';
import { listStyles } from './fd-inbox-list.styles.ts';
import { inboxRow } from './inbox-row.ts';
import { selectStyles } from './select.styles.ts';
import { Ticking } from './waiting-clock.ts';

const views: readonly (readonly [InboxView, keyof Words])[] = [
  ['mine', 'mine'],
  ['unassigned', 'unassigned'],
  ['open', 'open'],
  ['mentions', 'mentions'],
  ['waiting', 'waitingView'],
  ['snoozed', 'snoozed'],
  ['closed', 'closed'],
];

/** @summary The conversations of a view, what is due first on top, live. */
export class FdInboxList extends DeskElement {
  static override styles = [...DeskElement.styles, selectStyles, listStyles];

  constructor() {
    super();
    new Ticking(this);
  }

  protected override shown() {
    const { inbox, people, route, selection, session } = this.desk;
    return [
      ...[inbox.$list, inbox.$view, inbox.$search],
      ...[people.$state, route.$place, session.$state, selection.$ids],
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.inbox.renew();
    this.desk.people.need();
  }

  /** Ids, as they stand there. */
  get listed(): string[] {
    return this.desk.inbox.$list.get().value?.items.map(({ id }) => id) ?? [];
  }

  /** The one that has the focus. */
  get focused(): string | undefined {
    const row = this.renderRoot.querySelector('li:focus-within');
    return row ? this.listed[[...row.parentElement!.children].indexOf(row)] : undefined;
  }

  search(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const { inbox } = this.desk;
    const { value, is } = inbox.$list.get();
    const search = inbox.$search.get();
    const isChoosing = this.desk.selection.$ids.get().size > 0;
    return html`<section class="col" aria-label=${say.text('conversations')}>
      <div class="lh">
        <h1 class="sent" tabindex="-1">${value ? say.count('waiting', value.counts.open) : say.text('inbox')}</h1>
        <label class="search">${icon('search', 's16')}
          <input type="search" placeholder=${say.text('search')} aria-label=${say.text('search')} .value=${search}
            @input=${({ target }: Event) => inbox.find((target as HTMLInputElement).value)}>${key('/')}</label>
        ${
          isChoosing
            ? html`<fd-bulk-bar .desk=${this.desk} .listed=${this.listed}></fd-bulk-bar>`
            : html`<div class="tabs" role="group" aria-label=${say.text('conversations')}>${views.map((one) => this.#tab(one, value))}</div>`
        }
      </div>
      <div class="scroll">
        ${
          is === 'failed' && !value
            ? html`<p class="cerr" role="alert">${say.text('failed')}
                <button class="cb ctext" @click=${() => inbox.renew()}>${say.text('again')}</button></p>`
            : nothing
        }
        <ul class=${isChoosing ? 'choosing' : ''}>${value?.items.map((one) => html`<li>${this.#box(one)}${inboxRow(one, this.desk)}</li>`)}</ul>
        ${value && value.items.length === 0 ? html`<p class="group">${say.text('nothingHere')}</p>` : nothing}
        ${value?.next === undefined ? nothing : html`<button class="cb ctext" @click=${() => inbox.more()}>${say.text('more')}</button>`}
      </div>
    </section>`;
  }

  #tab(
    [view, word]: readonly [InboxView, keyof Words],
    page: InboxPage | undefined,
  ): TemplateResult {
    const { inbox } = this.desk;
    const isOn = inbox.$view.get() === view && !inbox.$search.get();
    const count = view === 'closed' ? undefined : page?.counts[view];
    return html`<button class="tab" aria-pressed=${isOn} @click=${() => inbox.look(view)}>${this.say.text(word)}
      ${count ? html`<span class="num">${count}</span>` : nothing}</button>`;
  }

  /** It stands over the picture of who writes. */
  #box({ id, with: shopper }: InboxConversation): TemplateResult {
    const { selection } = this.desk;
    const onClick = ({ shiftKey }: MouseEvent) =>
      shiftKey ? selection.reach(id, this.listed) : selection.toggle(id);
    return html`<input type="checkbox" class="sel" aria-label=${this.say.text('select', { name: nameOf(shopper, this.say) })}
      .checked=${live(selection.$ids.get().has(id))} @click=${onClick}>`;
  }
}
