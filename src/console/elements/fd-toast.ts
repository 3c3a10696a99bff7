import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LastAct, Wish } from '../stores/acts.ts';
import { DeskElement, icon, key, sentence } from './desk-element.ts';
import { toastStyles } from './fd-toast.styles.ts';

/** @summary What was just done to conversations, and the way back. */
export class FdToast extends DeskElement {
  static override styles = [...DeskElement.styles, toastStyles];

  protected override shown() {
    return [this.desk.acts.$last, this.desk.people.$state];
  }

  protected override render(): TemplateResult {
    const last = this.desk.acts.$last.get();
    return html`<div role="status">${last ? this.#told(last) : nothing}</div>`;
  }

  #told(last: LastAct): TemplateResult {
    const { acts } = this.desk;
    const { text } = this.say;
    return html`<div class="box"><p>${this.#words(last)}</p>
      ${last.is === 'done' && last.n ? html`<button class="cb" @click=${() => acts.undo()}>${text('undo')}<span class="wide" aria-hidden="true">${key('Z')}</span></button>` : nothing}
      <button class="cib" aria-label=${text('close')} @click=${() => acts.forget()}>${icon('close', 's16')}</button></div>`;
  }

  #words(last: LastAct): string {
    const { say } = this;
    if (last.is === 'failed') return sentence(last.problem, say);
    if (last.is === 'done')
      return `${this.#did(last.wish)}${last.n === 1 ? '' : ` · ${say.count('talks', last.n)}`}`;
    return last.n < last.of ? say.text('undonePart') : say.text('undone');
  }

  #did({ state, until, assignee, tag }: Wish): string {
    const { say } = this;
    if (state === 'closed') return say.text('talkClosed');
    if (state === 'open') return say.text('reopened');
    if (until !== undefined) return say.text('snoozedUntil', { time: say.when(until) });
    if (tag !== undefined) return say.text('tagged', { tag });
    const people = this.desk.people.$state.get().value ?? [];
    const name = people.find(({ id }) => id === assignee)?.name;
    return name === undefined ? say.text('nobodys') : say.text('of', { name });
  }
}
