import { html, type TemplateResult } from 'lit/html.js';
import { createShared } from '../../stores/shared.ts';
import { TaskRoom } from '../task-room.ts';
import { errorLine, fieldStyles, footStyles } from '../saved-parts.ts';
import { heading } from '../../ui/heading.ts';

/** @summary Ends mails about something saved, by the link in one of them; nobody signs in. */
export class FdMails extends TaskRoom {
  static override styles = [...TaskRoom.styles, fieldStyles, footStyles];
  static override properties = [...TaskRoom.properties, 'order', 'done'];
  /** The mail's token. */
  declare order: string;
  declare private done: boolean;

  constructor() {
    super();
    this.done = false;
  }

  #stop = () =>
    this.do(async () => {
      await this.desk.use(createShared).endMails(this.order);
      this.done = true;
    });

  protected override render(): TemplateResult {
    const { text } = this.words;
    return html`${heading(text(this.done ? 'mailsStopped' : 'stopMails'))}
      <div class="ft">${errorLine(this.error)}
        ${
          this.done
            ? html`<button class="btn quiet" @click=${() => this.desk.route.enter('home')}>${text('done')}</button>`
            : html`<button class="btn" @click=${this.#stop}>${text('stopThem')}</button>`
        }
      </div>`;
  }
}
