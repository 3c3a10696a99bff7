import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation, Shopper, ShopperStory } from '../../contract/inbox.ts';
import type { Card } from '../../contract/message-parts.ts';
import type { OrderSummary } from '../../contract/orders.ts';
import { picture } from '../../widget/ui/picture.ts';
import type { Say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { DeskElement, icon, initials, nameOf } from './desk-element.ts';
import { showCard } from './shown-beside.ts';
import { shopperStyles } from './fd-shopper.styles.ts';

/** Of what is open there is no more to say than when it was. */
const stateOf = (state: InboxConversation['state'], say: Say): string[] =>
  state === 'open' ? [] : [say.text(state === 'waiting' ? 'waitingView' : state)];

/** @summary The shopper beside the thread: who they are, orders, returns, wishes, past conversations. */
export class FdShopper extends DeskElement {
  static override styles = [...DeskElement.styles, shopperStyles];
  static override properties = [...DeskElement.properties, 'conversation', 'customer'];
  /** Whose conversation is open, or who they are. */
  declare conversation: string | undefined;
  declare customer: string | undefined;
  #wasOpen: string | undefined;

  protected override shown() {
    const customer = this.#who()?.id;
    return [
      ...(this.conversation === undefined ? [] : [this.desk.thread(this.conversation).$thread]),
      ...(customer === undefined ? [] : [this.desk.story(customer).$state]),
      this.desk.orders.$open,
    ];
  }

  protected override updated(): void {
    const open = this.desk.orders.$open.get();
    const closed = open === undefined ? this.#wasOpen : undefined;
    this.#wasOpen = open;
    if (closed === undefined) return;
    // back where one came from
    this.renderRoot.querySelector<HTMLElement>(`[data-order="${CSS.escape(closed)}"]`)?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const who = this.#who();
    if (!who) return nothing;
    if (this.desk.orders.$open.get() !== undefined)
      return html`<fd-order-view .desk=${this.desk}></fd-order-view>`;
    const { text } = this.say;
    const story = who.id === undefined ? undefined : this.desk.story(who.id).$state.get().value;
    const name = nameOf(who, this.say);
    return html`<div class="side" tabindex="0">
      <section class="sec"><div class="h">
        <span class="av big me" aria-hidden="true">${initials(name)}</span>
        <div class="grow"><h2 class="head">${name}</h2>
          ${[who.email, story?.phone, story?.place].map((line) => (line ? html`<p class="csmall second clip"><bdi>${line}</bdi></p>` : nothing))}
        </div></div>
        ${who.id === undefined ? html`<p class="csmall second">${text('unknownShopper')}</p>` : nothing}
      </section>
      ${story ? this.#story(story) : nothing}
    </div>`;
  }

  #who(): Shopper | undefined {
    if (this.conversation !== undefined)
      return this.desk.thread(this.conversation).$thread.get().value?.conversation.with;
    if (this.customer === undefined) return undefined;
    return this.desk.story(this.customer).$state.get().value?.with ?? { id: this.customer };
  }

  #story({ orders, returns, wishes, conversations }: ShopperStory): TemplateResult {
    const { say } = this;
    const past = conversations.filter(({ id }) => id !== this.conversation);
    return html`
      ${this.#section(
        'orders',
        orders.map((one) => this.#order(one)),
      )}
      ${this.#section(
        'returns',
        returns.map(
          (
            one,
          ) => html`<div class="h"><a class="mini grow" href="#returns/${encodeURIComponent(one.id)}">
            <span class="grow"><span class="label clip">${one.number}</span><span class="plain second">${say.text(`state_${one.state}`)}</span></span>
            <span class="csmall num">${say.money(one.total)}</span></a>${this.#show({ kind: 'return', id: one.id, title: one.number })}</div>`,
        ),
      )}
      ${this.#section(
        'saved',
        wishes
          .slice(0, 6)
          .map(
            (one) =>
              html`<span class="mini">${picture(one.picture?.url, 32, 38)}<span class="label clip grow">${one.name}</span>${this.#show({ kind: 'product', id: one.product, title: one.name })}</span>`,
          ),
      )}
      ${this.#section(
        'past',
        past.map((one) => this.#talk(one)),
      )}`;
  }

  #section(title: keyof Words, rows: readonly TemplateResult[]): TemplateResult {
    const { text } = this.say;
    return html`<section class="sec"><h3 class="label">${text(title)}</h3>
      ${rows.length ? html`<div>${rows}</div>` : html`<p class="csmall second">${text('none')}</p>`}</section>`;
  }

  /** Puts it into the answer that is being written. */
  #show(card: Card): TemplateResult | typeof nothing {
    const { conversation, desk } = this;
    if (conversation === undefined) return nothing;
    const label = `${this.say.text('showShopper')}: ${card.title}`;
    return html`<button class="cib" aria-label=${label} title=${this.say.text('showShopper')} @click=${() => showCard(desk.thread(conversation), card)}>${icon('chat', 's16')}</button>`;
  }

  #order({
    id,
    number,
    placedAt,
    total,
    itemCount,
    pictures,
    title,
  }: OrderSummary): TemplateResult {
    const { say } = this;
    return html`<div class="h"><button class="mini grow" data-order=${id} @click=${() => this.desk.orders.open(id)}>${picture(pictures[0]?.url, 32, 38)}
      <span class="grow"><span class="label">${number} · ${say.when(placedAt)}</span><span class="plain second"><bdi>${title}</bdi> · ${say.count('items', itemCount)}</span></span>
      <span class="csmall num">${say.money(total)}</span></button>${this.#show({ kind: 'order', id, title: number })}</div>`;
  }

  #talk({ id, changedAt, preview, state }: InboxConversation): TemplateResult {
    const { say } = this;
    return html`<a class="mini" href="#inbox/${encodeURIComponent(id)}">${icon('chat')}
      <span class="grow"><span class="label clip" dir="auto">${preview?.text || say.text('picture')}</span><span class="plain second">${[say.when(changedAt), ...stateOf(state, say)].join(' · ')}</span></span></a>`;
  }
}
