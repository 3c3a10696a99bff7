import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Staff } from '../../contract/staff.ts';
import { suggested, withName } from '../stores/mentions.ts';
import type { Thread } from '../stores/thread.ts';
import { DeskElement, initials } from './desk-element.ts';
import { noteFieldStyles } from './fd-note-field.styles.ts';

/** @summary Where a note is written: an @ offers colleagues to name. */
export class FdNoteField extends DeskElement {
  static override styles = [...DeskElement.styles, noteFieldStyles];
  static override properties = [...DeskElement.properties, 'conversation', 'caret', 'at'];
  /** Its id. */
  declare conversation: string;
  /** Where one writes; undefined while nobody is offered. */
  declare private caret: number | undefined;
  /** Which of those that are offered. */
  declare private at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected override shown() {
    return [this.desk.people.$state, this.#thread.$thread];
  }

  get #thread(): Thread {
    return this.desk.thread(this.conversation);
  }
  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }
  get #offered(): Staff[] {
    if (this.caret === undefined) return [];
    const people = this.desk.people.$state.get().value ?? [];
    return suggested(this.#thread.draft.note, this.caret, people);
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#field?.focus());
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const words = this.#thread.draft.note;
    const offered = this.#offered;
    const at = Math.min(this.at, offered.length - 1);
    return html`${
      offered.length
        ? html`<ul id="people" role="listbox" aria-label=${text('colleagues')}>${offered.map(
            (one, nth) =>
              html`<li id="person-${nth}" role="option" class="h" aria-selected=${nth === at} @pointerdown=${(event: Event) => (event.preventDefault(), this.#choose(one))}><span class="av mid" aria-hidden="true">${initials(one.name)}</span><span class="clip">${one.name}</span></li>`,
          )}</ul>`
        : nothing
    }<textarea rows="2" dir=${words ? 'auto' : nothing} aria-label=${text('noteHint')} placeholder=${text('noteHint')} .value=${words}
      aria-autocomplete="list" aria-controls=${offered.length ? 'people' : nothing} aria-activedescendant=${offered.length ? `person-${at}` : nothing}
      @input=${this.#onInput} @keydown=${this.#onKey} @blur=${() => (this.caret = undefined)}></textarea>`;
  }

  #onInput = ({ target }: Event): void => {
    const field = target as HTMLTextAreaElement;
    this.#thread.write('note', field.value);
    this.caret = field.selectionStart;
    this.at = 0;
    this.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => {
    const offered = this.#offered;
    if (!offered.length || event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: offered.length - 1 }[event.key];
    if (by !== undefined) this.at = (this.at + by) % offered.length;
    else if (event.key === 'Escape') this.caret = undefined;
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab')
      this.#choose(offered[this.at] ?? offered[0]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #choose(one: Staff): void {
    const { text, caret } = withName(this.#thread.draft.note, this.caret ?? 0, one);
    this.#thread.write('note', text);
    this.caret = undefined;
    const field = this.#field;
    if (!field) return;
    field.value = text;
    field.setSelectionRange(caret, caret);
  }
}
