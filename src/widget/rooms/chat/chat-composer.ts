import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Card } from '../../../contract/message-parts.ts';
import type { ChosenFile } from '../../host/chosen-file.ts';
import type { Desk } from '../../stores/desk.ts';
import { glyph } from '../../ui/icon.ts';
import { chosenFiles } from './chat-pictures.ts';

const SEND = 'M12 19.5v-15m-6 6 6-6 6 6';
const DOWN = 'm6 9.5 6 6 6-6';
const CLIP =
  'm19.5 11.5-7.7 7.7a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.6 1.6 0 0 1-2.2-2.2l7.2-7.2';

export interface Composer {
  desk: Desk;
  draft: string;
  /** Why what was written or chosen does not go. */
  said: string;
  pictures: readonly ChosenFile[];
  /** Absent: the shop takes no files. */
  choose: ((files: Iterable<File>) => void) | undefined;
  take(file: ChosenFile): void;
  /** What is asked about. */
  about: Card | undefined;
  forget(): void;
  /** Absent: the newest is in sight. */
  jump: (() => void) | undefined;
  keep(): void;
  write(event: Event): void;
  /** No conversation is shown above. */
  isStart: boolean;
}

/** Where the shopper writes, with pictures from the camera, a file, the clipboard or another window. */
export function composer(part: Composer): TemplateResult {
  const { desk, draft, said, pictures, choose, take, about, forget } = part;
  const { jump, keep, write, isStart } = part;
  const { text } = desk.words;
  const onKey = (event: KeyboardEvent) => {
    const { key, shiftKey, isComposing } = event;
    if (key === 'Enter' && !shiftKey && !isComposing) write(event);
  };
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    choose?.([...(input.files ?? [])]);
    // the same file again is a choice as well
    input.value = '';
  };
  const onFiles = (event: ClipboardEvent | DragEvent) => {
    const { files } = ('dataTransfer' in event ? event.dataTransfer : event.clipboardData) ?? {};
    if (!choose || !files?.length) return;
    event.preventDefault();
    choose(files);
  };
  return html`<form class="stack foot ${isStart ? 'start' : ''}" @submit=${write} @paste=${onFiles} @drop=${onFiles}
      @dragover=${(event: Event) => choose && event.preventDefault()}>
    ${
      jump
        ? html`<button class="ib jump" type="button" aria-label=${text('jump')} @click=${jump}>${glyph(DOWN, 's20')}</button>`
        : nothing
    }
    ${said ? html`<p class="meta" role="alert">${said}</p>` : nothing}
    ${chosenFiles(desk, pictures, take)}
    ${about ? html`<p class="meta">${text('orderNumber', { number: about.title })} <button class="link" type="button" @click=${forget}>${text('removeLetter')}</button></p>` : nothing}
    <div class="comp">
      ${
        choose
          ? html`<label class="ib clip-on"><input class="hide" type="file" accept="image/*,application/pdf" multiple aria-label=${text('attach')} @change=${onChange}>${glyph(CLIP)}</label>`
          : nothing
      }
      <textarea rows="1" maxlength="4000" enterkeyhint="send" dir="auto" .value=${draft}
        aria-label=${text('writeMessage')} placeholder=${text('writeMessage')}
        @input=${keep} @keydown=${onKey}></textarea>
      <button class="ib send" aria-label=${text('send')} aria-disabled=${!draft.trim() && !pictures.length && !about}>${glyph(SEND, 's20')}</button>
    </div>
  </form>`;
}
