import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isLasting, type Attachment, type Attachments } from '../stores/attachments.ts';
import type { Say } from '../words/say.ts';
import { icon, sentence } from './desk-element.ts';

/** What goes with an answer or a note: how far each file is, and out again. */
export const composerFiles = (files: Attachments, say: Say): TemplateResult | typeof nothing => {
  const all = files.$state.get();
  return all.length
    ? html`<ul class="files" aria-label=${say.text('attachments')}>${all.map((one) => row(one, files, say))}</ul>`
    : nothing;
};

function row(one: Attachment, files: Attachments, say: Say): TemplateResult {
  const { name, size, thumbnail, problem } = one;
  return html`<li>${thumbnail ?? html`<span class="cib">${icon('clip')}</span>`}
    <span class="grow"><bdi class="clip">${name}</bdi>
      <span class="second ${problem ? 'fault' : ''}" role="status">${problem ? sentence(problem, say) : standing(one, say, say.size(size))}</span></span>
    ${problem && !isLasting(problem) ? html`<button type="button" class="cb ctext" @click=${() => files.retry(one)}>${say.text('again')}</button>` : nothing}
    <button type="button" class="cib" aria-label=${say.text('takeOut', { name })} @click=${() => files.remove(one)}>${icon('close')}</button>
  </li>`;
}

/** All of it gone and no answer yet: somebody looks it over. */
const standing = ({ id, part }: Attachment, say: Say, size: string): string =>
  id !== undefined
    ? size
    : part === 1
      ? say.text('checking')
      : say.text('sendingPart', { part: Math.round(part * 100) });

/** Files by the button. */
export const fileButton = (files: Attachments, say: Say): TemplateResult => {
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    files.add([...(input.files ?? [])]);
    // the same file again is a choice as well
    input.value = '';
  };
  return html`<label class="cib pick" title=${say.text('attach')}><input class="hide" type="file" multiple accept="image/*,application/pdf" aria-label=${say.text('attach')} @change=${onChange}>${icon('clip')}</label>`;
};

/** Files by paste and drop. */
export const filesFrom =
  (files: Attachments) =>
  (event: ClipboardEvent | DragEvent): void => {
    const brought = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
    if (!brought?.files.length) return;
    event.preventDefault();
    files.add(brought.files);
  };
