import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation } from '../../contract/inbox.ts';
import { priorities } from '../../contract/priorities.ts';
import type { Wish } from '../stores/acts.ts';
import type { Thread } from '../stores/thread.ts';
import { DeskElement, icon, key, nameOf } from './desk-element.ts';
import { threadHeadStyles } from './fd-thread-head.styles.ts';
import { tomorrow } from './tomorrow.ts';
import { Ticking, waitingClock } from './waiting-clock.ts';

/** @summary Whose a conversation is, how it stands, and what is to become of it. */
export class FdThreadHead extends DeskElement {
  static override styles = [...DeskElement.styles, threadHeadStyles];
  static override properties = [...DeskElement.properties, 'conversation', 'beside'];
  /** Its id. */
  declare conversation: string;
  /** Shows the shopper, where there is no room beside. */
  declare beside: (() => void) | undefined;

  constructor() {
    super();
    new Ticking(this);
  }

  protected override shown() {
    return [this.desk.people.$state, this.#thread.$thread];
  }

  get #thread(): Thread {
    return this.desk.thread(this.conversation);
  }

  protected override render(): TemplateResult | typeof nothing {
    const one = this.#thread.$thread.get().value?.conversation;
    if (!one) return nothing;
    const { say } = this;
    const isDone = one.state === 'closed';
    const act = (wish: Wish) => () => void this.desk.acts.act([one.id], wish);
    return html`<header class="top">
      <a class="cib back" href="#inbox" aria-label=${say.text('back')}>${icon('back')}</a>
      <div class="grow"><h1 class="sent clip" tabindex="-1">${nameOf(one.with, say)}</h1>
        <p class="csmall second h">${this.#standing(one)}</p></div>
      ${this.#assignee(one)} ${this.#priority(one)}
      <button class="cib narrow" aria-label=${say.text('shopper')} @click=${() => this.beside?.()}>${icon('user')}</button>
      <button class="cib wide" aria-label=${say.text('snooze')} title=${say.text('snooze')} @click=${act({ state: 'snoozed', until: tomorrow() })}>${icon('moon')}</button>
      <button class="cb" @click=${act({ state: isDone ? 'open' : 'closed' })}>${icon('check', 's16')}<span class="word">${say.text(isDone ? 'reopen' : 'done')}</span><span class="wide" aria-hidden="true">${key('E')}</span></button>
    </header>`;
  }

  #standing(one: InboxConversation): TemplateResult {
    const { say } = this;
    const { askedAt, state, snoozedUntil, rating, mailed, changedAt } = one;
    return html`${
      askedAt
        ? waitingClock(one, say)
        : snoozedUntil
          ? html`<span>${say.text('snoozedUntil', { time: say.when(snoozedUntil) })}</span>`
          : html`<span>${say.text(state === 'closed' ? 'talkClosed' : 'waitingView')} · ${say.when(changedAt)}</span>`
    }
    ${rating ? html`<span>${say.text('rated', { n: rating })}</span>` : nothing}
    ${mailed ? html`<span class="clip">${say.text('answersByMail')}</span>` : nothing}`;
  }

  #assignee({ id, assignee }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const people = this.desk.people.$state.get().value ?? [];
    const onChange = ({ target }: Event) => {
      const chosen = (target as HTMLSelectElement).value;
      void this.desk.acts.act([id], { assignee: chosen || null });
    };
    return html`<select class="pick" aria-label=${text('assignee')} @change=${onChange}>
      <option value="" .selected=${assignee === undefined}>${text('nobody')}</option>
      ${people.map((each) => html`<option value=${each.id} .selected=${each.id === assignee}>${each.name}</option>`)}
    </select>`;
  }

  #priority({ priority }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const onChange = ({ target }: Event) => {
      const chosen = priorities.find((one) => one === (target as HTMLSelectElement).value);
      if (chosen) void this.#thread.change({ priority: chosen });
    };
    return html`<select class="pick wide" aria-label=${text('priority')} @change=${onChange}>
      ${priorities.map((one) => html`<option value=${one} .selected=${one === priority}>${text(one)}</option>`)}
    </select>`;
  }
}
