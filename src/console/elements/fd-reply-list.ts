import { html, nothing, type TemplateResult } from 'lit/html.js';
import { MOST_CHOICES } from '../../contract/inbox-limits.ts';
import type { SavedReply } from '../../contract/saved-replies.ts';
import { field } from '../../widget/ui/field.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { settingParts } from './fd-settings.styles.ts';

/** Told as they are written. */
const variables = { name: '{name}', order: '{order}', me: '{me}' };

/** @summary The saved answers, one under the other: added, changed and taken away. */
export class FdReplyList extends DeskElement {
  static override styles = [...DeskElement.styles, fieldStyles, settingParts];
  static override properties = [...DeskElement.properties, 'edited'];
  /** What is being written: a new one has no id. */
  declare private edited:
    | { id?: string; name: string; text: string; choices?: string[] | undefined }
    | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.desk.replies.list.load();
  }

  protected override shown() {
    return [this.desk.replies.list.$state, this.desk.replies.$work];
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { value } = this.desk.replies.list.$state.get();
    const { problem } = this.desk.replies.$work.get();
    return html`<div class="page">
      <header><h1 class="sent" tabindex="-1">${text('savedReplies')}</h1><p class="second">${text('saveReplies', variables)}</p></header>
      ${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${value?.length === 0 ? html`<p class="second">${text('noReplies')}</p>` : nothing}
      ${value?.length ? html`<ul class="rows">${value.map((one) => html`<li>${this.edited?.id === one.id ? this.#form() : this.#row(one)}</li>`)}</ul>` : nothing}
      ${this.edited && this.edited.id === undefined ? this.#form() : nothing}
      ${this.edited ? nothing : html`<div><button class="cb" @click=${() => (this.edited = { name: '', text: '' })}>${text('addReply')}</button></div>`}
    </div>`;
  }

  #row(one: SavedReply): TemplateResult {
    const { text } = this.say;
    return html`<span class="grow"><span class="strong clip"><bdi>${one.name}</bdi></span><span class="csmall second clip"><bdi>${one.text}</bdi></span></span>
      <span class="acts"><button class="cb ctext" aria-label="${text('edit')}: ${one.name}" @click=${() => (this.edited = { ...one })}>${text('edit')}</button>
        <button class="cb no" aria-label="${text('remove')}: ${one.name}" @click=${() => this.desk.replies.remove(one.id)}>${text('remove')}</button></span>`;
  }

  #form(): TemplateResult | typeof nothing {
    const { text } = this.say;
    const { edited } = this;
    if (!edited) return nothing;
    const onText = ({ target }: Event) =>
      (this.edited = { ...edited, text: (target as HTMLTextAreaElement).value });
    const onChoices = ({ target }: Event) =>
      (this.edited = { ...edited, choices: (target as HTMLTextAreaElement).value.split('\n') });
    const onSubmit = async (event: Event) => {
      event.preventDefault();
      if (!edited.name.trim() || !edited.text.trim()) return;
      const { id, name, text: words, choices = [] } = edited;
      const offered = choices
        .map((one) => one.trim())
        .filter(Boolean)
        .slice(0, MOST_CHOICES);
      await this.desk.replies.save({
        ...{ id, name: name.trim(), text: words.trim() },
        ...(offered.length && { choices: offered }),
      });
      if (!this.desk.replies.$work.get().problem) this.edited = undefined;
    };
    return html`<form class="grow wide" @submit=${onSubmit} novalidate>
      ${field({
        ...{ name: 'name', label: text('replyName'), value: edited.name, capitals: true },
        type: (name) => (this.edited = { ...edited, name }),
      })}
      <div class="f"><label class="label" for="text">${text('replyText')}</label>
        <textarea class="in" id="text" rows="4" dir="auto" maxlength="4000" .value=${edited.text} @input=${onText}></textarea></div>
      <div class="f"><label class="label" for="choices">${text('replyChoices')}</label>
        <textarea class="in" id="choices" rows="2" dir="auto" .value=${(edited.choices ?? []).join('\n')} @input=${onChoices}></textarea></div>
      <div class="acts"><button class="cb go">${text('save')}</button>
        <button type="button" class="cb ctext" @click=${() => (this.edited = undefined)}>${text('cancel')}</button></div>
    </form>`;
  }
}
