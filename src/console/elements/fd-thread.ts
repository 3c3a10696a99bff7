import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Thread, Writing } from '../stores/thread.ts';
import { DeskElement, nameOf } from './desk-element.ts';
import type { FdComposer } from './fd-composer.ts';
import { threadStyles } from './fd-thread.styles.ts';
import { threadLog } from './thread-log.ts';

/** @summary One conversation: what was said, notes between, and a place to write. */
export class FdThread extends DeskElement {
  static override styles = [...DeskElement.styles, threadStyles];
  static override properties = [...DeskElement.properties, 'conversation', 'beside'];
  /** Its id. */
  declare conversation: string;
  /** Shows the shopper, where there is no room beside. */
  declare beside: (() => void) | undefined;
  #thread: Thread | undefined;
  #shown = '';
  #wish: Writing | undefined;

  protected override shown() {
    const thread = this.desk.thread(this.conversation);
    return [this.desk.people.$state, this.desk.session.$state, thread.$thread, thread.$typing];
  }

  protected override willUpdate(): void {
    this.#thread = this.desk.thread(this.conversation);
  }

  protected override updated(): void {
    this.#write();
    const { value } = this.#thread!.$thread.get();
    const shown = `${this.conversation} ${value?.conversation.last} ${value?.notes.length}`;
    if (!value || shown === this.#shown) return;
    this.#shown = shown;
    const log = this.renderRoot.querySelector('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  /** To the field, for words to the shopper or to colleagues. */
  write(writing: Writing): void {
    this.#wish = writing;
    this.#write();
  }

  /** Once there is a field: the conversation may still be on its way. */
  #write(): void {
    const composer = this.renderRoot.querySelector<FdComposer>('fd-composer');
    if (!composer || !this.#wish) return;
    composer.write(this.#wish);
    this.#wish = undefined;
  }

  protected override render(): TemplateResult {
    const { desk, say, conversation } = this;
    const { value, is } = this.#thread!.$thread.get();
    if (!value)
      return html`<div class="empty">${is === 'failed' ? html`<p role="alert">${say.text('failed')}</p>` : nothing}</div>`;
    const name = nameOf(value.conversation.with, say);
    const { session } = desk.session.$state.get();
    return html`<section class="col" aria-label=${say.text('thread', { name })}>
      <fd-thread-head .desk=${desk} .conversation=${conversation} .beside=${this.beside}></fd-thread-head>
      ${threadLog(value, {
        ...{ say, name, isTyping: this.#thread!.$typing.get() },
        me: session?.kind === 'staff' ? session.staff.name : undefined,
        people: desk.people.$state.get().value ?? [],
        picture: (id) => desk.picture(id),
        older: () => this.#thread!.older(),
      })}
      <fd-composer .desk=${desk} .conversation=${conversation}></fd-composer>
    </section>`;
  }
}
