import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SavedReply } from '../../contract/saved-replies.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { repliesStyles } from './fd-saved-replies.styles.ts';

/** Told as they are written. */
const variables = { name: '{name}', order: '{order}', me: '{me}' };

/** @summary What is written often, to be put into an answer; who leads saves and removes. */
export class FdSavedReplies extends DeskElement {
  static override styles = [...DeskElement.styles, repliesStyles];
  static override properties = [
    ...DeskElement.properties,
    'draft',
    'choices',
    'choose',
    'words',
    'name',
  ];
  /** What is written at the moment, and could be saved. */
  declare draft: string;
  /** The answers to choose from that go with it. */
  declare choices: readonly string[];
  declare choose: ((reply: SavedReply) => void) | undefined;
  declare private words: string;
  declare private name: string;

  constructor() {
    super();
    this.draft = '';
    this.choices = [];
    this.words = '';
    this.name = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.replies.list.need();
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override shown() {
    const { replies, session } = this.desk;
    return [replies.list.$state, replies.$work, session.$state];
  }

  get #leads(): boolean {
    const { session } = this.desk.session.$state.get();
    return session?.kind === 'staff' && session.staff.role !== 'agent';
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const all = this.desk.replies.list.$state.get().value ?? [];
    const words = this.words.toLowerCase();
    const found = all.filter((one) => `${one.name} ${one.text}`.toLowerCase().includes(words));
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (found[0]) this.choose?.(found[0]);
    };
    return html`<section class="box" aria-label=${text('savedReplies')}>
      <input class="in" type="search" aria-label=${text('findReply')} placeholder=${text('findReply')} .value=${this.words}
        @input=${({ target }: Event) => (this.words = (target as HTMLInputElement).value)} @keydown=${onKey}>
      <ul>${found.map((one) => html`<li class="h">${this.#row(one)}</li>`)}</ul>
      ${found.length === 0 ? html`<p class="csmall second">${text('noReplies')}</p>` : nothing}
      ${this.#leads ? this.#saving() : nothing}
    </section>`;
  }

  #row(one: SavedReply): TemplateResult {
    const { text } = this.say;
    return html`<button type="button" class="reply grow" @click=${() => this.choose?.(one)}><span class="label clip">${one.name}</span><span class="csmall second clip" dir="auto">${one.text}</span></button>
      ${
        this.#leads
          ? html`<button type="button" class="cib" aria-label=${text('removeTag', { tag: one.name })} @click=${() => this.desk.replies.remove(one.id)}>${icon('close', 's16')}</button>`
          : nothing
      }`;
  }

  #saving(): TemplateResult {
    const { text } = this.say;
    const { problem } = this.desk.replies.$work.get();
    const onSubmit = async (event: Event) => {
      event.preventDefault();
      if (!this.name.trim() || !this.draft.trim()) return;
      const { choices } = this;
      await this.desk.replies.save({
        ...{ name: this.name.trim(), text: this.draft.trim() },
        ...(choices.length && { choices: [...choices] }),
      });
      this.name = '';
    };
    return html`<form class="h" @submit=${onSubmit}>
      <input class="in grow" maxlength="80" aria-label=${text('replyName')} placeholder=${text('replyName')} .value=${this.name}
        @input=${({ target }: Event) => (this.name = (target as HTMLInputElement).value)}>
      <button class="cb" aria-disabled=${!this.draft.trim()}>${text('saveReply')}</button></form>
      <p class="plain second">${problem ? sentence(problem, this.say) : text('replyHow', variables)}</p>`;
  }
}
