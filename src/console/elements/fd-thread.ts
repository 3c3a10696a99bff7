import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation, InboxThread } from '../../contract/inbox.ts';
import type { SavedReply } from '../../contract/saved-replies.ts';
import { priorities } from '../../contract/priorities.ts';
import type { Problem } from '../../widget/client/problem.ts';
import { filledReply } from '../stores/replies.ts';
import type { Thread, Writing } from '../stores/thread.ts';
import { DeskElement, icon, key, nameOf, sentence } from './desk-element.ts';
import { threadStyles } from './fd-thread.styles.ts';
import { threadLog } from './thread-log.ts';
import { Ticking, waitingClock } from './waiting-clock.ts';

/** @summary One conversation: what was said, notes between, and a place to write. */
export class FdThread extends DeskElement {
  static override styles = [...DeskElement.styles, threadStyles];
  static override properties = [
    ...DeskElement.properties,
    'conversation',
    'beside',
    'writing',
    'isChoosing',
  ];
  /** Its id. */
  declare conversation: string;
  /** Shows the shopper, where there is no room beside. */
  declare beside: (() => void) | undefined;
  declare private writing: Writing;
  declare private isChoosing: boolean;
  #thread: Thread | undefined;
  #shown = '';

  constructor() {
    super();
    this.writing = 'reply';
    this.isChoosing = false;
    new Ticking(this);
  }

  protected override shown() {
    const { people, session } = this.desk;
    const thread = this.desk.thread(this.conversation);
    return [people.$state, session.$state, thread.$thread, thread.$work, thread.$typing];
  }

  protected override willUpdate(): void {
    this.#thread = this.desk.thread(this.conversation);
  }

  protected override updated(): void {
    const { value } = this.#thread!.$thread.get();
    const shown = `${this.conversation} ${value?.conversation.last} ${value?.notes.length}`;
    if (!value || shown === this.#shown) return;
    this.#shown = shown;
    const log = this.renderRoot.querySelector('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  /** To the field, for words to the shopper or to colleagues. */
  write(writing: Writing): void {
    this.writing = writing;
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  protected override render(): TemplateResult {
    const { value, is } = this.#thread!.$thread.get();
    if (!value)
      return html`<div class="empty">${is === 'failed' ? html`<p role="alert">${this.say.text('failed')}</p>` : nothing}</div>`;
    const name = nameOf(value.conversation.with, this.say);
    return html`<section class="col" aria-label=${this.say.text('thread', { name })}>
      ${this.#head(value.conversation, name)}
      ${threadLog(value, {
        say: this.say,
        me: this.#me(),
        name,
        isTyping: this.#thread!.$typing.get(),
        picture: (id) => this.desk.picture(id),
        older: () => this.#thread!.older(),
      })}
      ${this.#foot(value, name)}
    </section>`;
  }

  #me(): string | undefined {
    const { session } = this.desk.session.$state.get();
    return session?.kind === 'staff' ? session.staff.name : undefined;
  }

  #head(one: InboxConversation, name: string): TemplateResult {
    const { say } = this;
    const { change } = this.#thread!;
    const isDone = one.state === 'closed';
    const tomorrow = () => {
      const until = new Date();
      until.setDate(until.getDate() + 1);
      until.setHours(9, 0, 0, 0);
      void change({ state: 'snoozed', until: until.toISOString() });
    };
    return html`<header class="top">
      <a class="cib back" href="#inbox" aria-label=${say.text('back')}>${icon('back')}</a>
      <div class="grow"><h1 class="sent clip" tabindex="-1">${name}</h1>
        <p class="csmall second h">${this.#standing(one)}</p></div>
      ${this.#assignee(one)} ${this.#priority(one)}
      <button class="cib narrow" aria-label=${say.text('shopper')} @click=${() => this.beside?.()}>${icon('user')}</button>
      <button class="cib wide" aria-label=${say.text('snooze')} title=${say.text('snooze')} @click=${tomorrow}>${icon('moon')}</button>
      <button class="cb" @click=${() => change({ state: isDone ? 'open' : 'closed' })}>${icon('check', 's16')}<span class="word">${say.text(isDone ? 'reopen' : 'done')}</span><span class="wide" aria-hidden="true">${key('E')}</span></button>
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

  #assignee({ assignee }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const people = this.desk.people.$state.get().value ?? [];
    const onChange = ({ target }: Event) => {
      const chosen = (target as HTMLSelectElement).value;
      void this.#thread!.change({ assignee: chosen || null });
    };
    return html`<select class="pick" aria-label=${text('assignee')} @change=${onChange}>
      <option value="" .selected=${assignee === undefined}>${text('nobody')}</option>
      ${people.map(({ id, name }) => html`<option value=${id} .selected=${id === assignee}>${name}</option>`)}
    </select>`;
  }

  #priority({ priority }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const onChange = ({ target }: Event) => {
      const chosen = priorities.find((one) => one === (target as HTMLSelectElement).value);
      if (chosen) void this.#thread!.change({ priority: chosen });
    };
    return html`<select class="pick wide" aria-label=${text('priority')} @change=${onChange}>
      ${priorities.map((one) => html`<option value=${one} .selected=${one === priority}>${text(one)}</option>`)}
    </select>`;
  }

  #foot({ conversation }: InboxThread, name: string): TemplateResult {
    const { text } = this.say;
    const { draft } = this.#thread!;
    const { busy, problem } = this.#thread!.$work.get();
    const { writing } = this;
    const isNote = writing === 'note';
    const onInput = ({ target }: Event) =>
      this.#thread!.write(writing, (target as HTMLTextAreaElement).value);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      void this.#send();
    };
    const tab = (one: Writing) =>
      html`<button type="button" aria-pressed=${writing === one} @click=${() => this.write(one)}>${text(one)}</button>`;
    return html`<form class="foot" @submit=${(event: Event) => (event.preventDefault(), void this.#send())}>
      ${problem ? this.#refused(problem) : nothing}
      ${this.#tags(conversation)}
      ${this.isChoosing ? this.#replies(conversation) : nothing}
      <div class="comp ${isNote ? 'noted' : ''}">
        <div class="hd">${tab('reply')}${tab('note')}</div>
        <textarea rows="2" dir=${draft[writing] ? 'auto' : nothing} aria-label=${isNote ? text('noteHint') : text('replyHint', { name })}
          placeholder=${isNote ? text('noteHint') : text('replyHint', { name })} .value=${draft[writing]} @input=${onInput} @keydown=${onKey}></textarea>
        <div class="bar"><button type="button" class="cib" aria-label=${text('savedReplies')} title=${text('savedReplies')} aria-expanded=${this.isChoosing} @click=${() => (this.isChoosing = !this.isChoosing)}>${icon('book')}</button><button class="cb go end" aria-disabled=${busy}>${text(isNote ? 'keepNote' : 'send')}<span class="wide h" aria-hidden="true">${key('⌘', '↵')}</span></button></div>
      </div>
      <p class="keys" aria-hidden="true"><span>${key('J', 'K')} ${text('keysMove')}</span><span>${key('E')} ${text('done')}</span>
        <span>${key('R')} ${text('reply')}</span><span>${key('N')} ${text('note')}</span><span>${key('I')} ${text('keysAssign')}</span></p>
    </form>`;
  }

  #replies({ with: shopper }: InboxConversation): TemplateResult {
    const choose = ({ text }: SavedReply) => {
      const { reply } = this.#thread!.draft;
      const story = shopper.id === undefined ? undefined : this.desk.story(shopper.id).$state.get();
      const words = filledReply(text, {
        name: shopper.name?.split(' ')[0],
        order: story?.value?.orders[0]?.number,
        me: this.#me(),
      });
      this.#thread!.write('reply', reply.trim() ? `${reply.trimEnd()}\n${words}` : words);
      this.isChoosing = false;
      this.write('reply');
    };
    return html`<fd-saved-replies .desk=${this.desk} .draft=${this.#thread!.draft.reply} .choose=${choose}></fd-saved-replies>`;
  }

  #refused(problem: Problem): TemplateResult {
    const { text } = this.say;
    return problem.code === 'answered_meanwhile'
      ? html`<p class="cerr" role="alert">${icon('alert', 's16')}<span><b>${text('answeredFirst')}.</b> ${text('answeredFirstWhat')}</span></p>`
      : html`<p class="cerr" role="alert">${icon('alert', 's16')}<span>${sentence(problem, this.say)}</span></p>`;
  }

  #tags({ tags }: InboxConversation): TemplateResult {
    const { text } = this.say;
    const { change } = this.#thread!;
    const onAdd = (event: KeyboardEvent) => {
      const input = event.target as HTMLInputElement;
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const tag = input.value.trim().replaceAll(',', ' ');
      if (tag && !tags.includes(tag)) void change({ tags: [...tags, tag] });
      input.value = '';
    };
    return html`<div class="tags" role="group" aria-label=${text('tags')}>
      ${tags.map((tag) => html`<button type="button" class="mk" aria-label=${text('removeTag', { tag })} @click=${() => change({ tags: tags.filter((one) => one !== tag) })}>${tag} ${icon('close', 's16')}</button>`)}
      <input class="csmall" maxlength="40" placeholder="+ ${text('addTag')}" aria-label=${text('addTag')} @keydown=${onAdd}>
    </div>`;
  }

  async #send(): Promise<void> {
    if (this.#thread!.$work.get().busy) return;
    if (await this.#thread!.send(this.writing)) this.requestUpdate();
  }
}
