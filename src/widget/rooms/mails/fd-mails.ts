import { html, type TemplateResult } from 'lit/html.js';
import { createShared } from '../../stores/shared.ts';
import { RoomElement } from '../room-element.ts';
import { errorLine, fieldStyles, footStyles } from '../saved-parts.ts';

/** @summary Ends mails about something saved, by the link in one of them; nobody signs in. */
export class FdMails extends RoomElement {
  static override styles = [...RoomElement.styles, fieldStyles, footStyles];
  static override properties = [...RoomElement.properties, 'order', 'done', 'error'];
  /** The mail's token. */
  declare order: string;
  declare private done: boolean;
  declare private error: string;

  constructor() {
    super();
    this.done = false;
    this.error = '';
  }

  #stop = async () => {
    this.error = '';
    try {
      await this.desk.use(createShared).endMails(this.order);
      this.done = true;
    } catch {
      this.error = this.words.text('alertFailed');
    }
  };

  protected override render(): TemplateResult {
    const { text } = this.words;
    return html`<h1 class="title" tabindex="-1">${text(this.done ? 'mailsStopped' : 'stopMails')}</h1>
      <div class="ft">${errorLine(this.error)}
        ${
          this.done
            ? html`<button class="btn quiet" @click=${() => this.desk.route.enter('home')}>${text('done')}</button>`
            : html`<button class="btn" @click=${this.#stop}>${text('stopThem')}</button>`
        }
      </div>`;
  }
}
