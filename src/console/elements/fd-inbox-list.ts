import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation, InboxPage, InboxView } from '../../contract/inbox.ts';
import type { Words } from '../words/words.ts';
import { DeskElement, icon, initials, key, nameOf } from './desk-element.ts';
import { listStyles } from './fd-inbox-list.styles.ts';
import { Ticking, waitingClock } from './waiting-clock.ts';

const views: readonly (readonly [InboxView, keyof Words])[] = [
  ['mine', 'mine'],
  ['unassigned', 'unassigned'],
  ['open', 'open'],
  ['waiting', 'waitingView'],
  ['snoozed', 'snoozed'],
  ['closed', 'closed'],
];

/** @summary The conversations of a view, what is due first on top, live. */
export class FdInboxList extends DeskElement {
  static override styles = [...DeskElement.styles, listStyles];

  constructor() {
    super();
    new Ticking(this);
  }

  protected override shown() {
    const { inbox, people, route, session } = this.desk;
    return [
      ...[inbox.$list, inbox.$view, inbox.$search],
      ...[people.$state, route.$place, session.$state],
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.inbox.renew();
    this.desk.people.need();
  }

  search(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const { inbox } = this.desk;
    const { value, is } = inbox.$list.get();
    const search = inbox.$search.get();
    return html`<section class="col" aria-label=${say.text('conversations')}>
      <div class="lh">
        <h1 class="sent" tabindex="-1">${value ? say.count('waiting', value.counts.open) : say.text('inbox')}</h1>
        <label class="search">${icon('search', 's16')}
          <input type="search" placeholder=${say.text('search')} aria-label=${say.text('search')} .value=${search}
            @input=${({ target }: Event) => inbox.find((target as HTMLInputElement).value)}>${key('/')}</label>
        <div class="tabs" role="group" aria-label=${say.text('conversations')}>${views.map((one) => this.#tab(one, value))}</div>
      </div>
      <div class="scroll">
        ${
          is === 'failed' && !value
            ? html`<p class="cerr" role="alert">${say.text('failed')}
                <button class="cb ctext" @click=${() => inbox.renew()}>${say.text('again')}</button></p>`
            : nothing
        }
        <ul>${value?.items.map((one) => html`<li>${this.#row(one)}</li>`)}</ul>
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

  #row(one: InboxConversation): TemplateResult {
    const { say } = this;
    const { open } = this.desk.route.$place.get();
    const name = nameOf(one.with, say);
    return html`<a class="rowi ${one.unseen ? 'new' : ''}" href="#inbox/${encodeURIComponent(one.id)}"
      aria-current=${open === one.id ? 'true' : nothing}>
      <span class="av" aria-hidden="true">${initials(name)}</span>
      <span>
        <span class="l1"><span class="clip">${name}</span><time class="plain second end" datetime=${one.changedAt}>${say.when(one.changedAt)}</time></span>
        <span class="l2 clip" dir="auto">${this.#preview(one)}</span>
        <span class="l3">${this.#clock(one)} ${this.#priority(one)}
          ${one.tags.slice(0, 1).map((tag) => html`<span class="mk bare">${tag}</span>`)}
          <span class="end h">${one.unseen ? html`<span class="n" aria-label=${say.text('unseen', { n: one.unseen })}>${one.unseen}</span>` : nothing}
          ${this.#owner(one)}</span></span>
      </span>
    </a>`;
  }

  #preview({ preview }: InboxConversation): string {
    if (!preview) return '';
    const { text } = this.say;
    if (preview.event)
      return text(preview.event === 'closed' ? 'talkClosed' : 'joined', {
        name: preview.name ?? '',
      });
    const words = preview.text || text('picture');
    return preview.from === 'shopper' ? words : `${preview.name ?? text('assistant')}: ${words}`;
  }

  #clock(one: InboxConversation): TemplateResult | typeof nothing {
    const { say } = this;
    const { snoozedUntil } = one;
    if (snoozedUntil)
      return html`<span class="mk bare">${icon('moon', 's16')}${say.text('snoozedUntil', { time: say.when(snoozedUntil) })}</span>`;
    return waitingClock(one, say);
  }

  #priority({ priority }: InboxConversation): TemplateResult | typeof nothing {
    if (priority === 'normal' || priority === 'low') return nothing;
    return html`<span class="mk bad">${icon('alert', 's16')}${this.say.text(priority)}</span>`;
  }

  #owner({ assignee }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const { session } = this.desk.session.$state.get();
    const name = this.desk.people.$state.get().value?.find(({ id }) => id === assignee)?.name;
    if (!name)
      return html`<span class="av small void" role="img" aria-label=${text('nobodys')}></span>`;
    const isMe = session?.kind === 'staff' && session.staff.id === assignee;
    return html`<span class="av small ${isMe ? 'me' : ''}" role="img" aria-label=${text('of', { name })}>${initials(name)}</span>`;
  }
}
