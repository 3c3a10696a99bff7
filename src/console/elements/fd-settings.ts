import { html, nothing, type TemplateResult } from 'lit/html.js';
import { DeskElement } from './desk-element.ts';
import { settingsStyles } from './fd-settings.styles.ts';

const pages = ['access'] as const;
type Page = (typeof pages)[number];

/** @summary The settings: a page each, of whoever is in and of the shop. */
export class FdSettings extends DeskElement {
  static override styles = [...DeskElement.styles, settingsStyles];
  static override properties = [...DeskElement.properties, 'open'];
  declare open: string | undefined;

  protected override shown() {
    return [this.desk.session.$state];
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const current = pages.find((page) => page === this.open) ?? pages[0];
    return html`<nav aria-label=${text('settings')}>
        <p class="sent">${text('settings')}</p>
        ${pages.map((page) => html`<a href="#settings/${page}" aria-current=${page === current ? 'page' : nothing}>${text(page)}</a>`)}
      </nav>
      <div class="paper">${this.#page(current)}</div>`;
  }

  #page(page: Page): TemplateResult {
    const drawn = {
      access: () => html`<fd-passkeys .desk=${this.desk}></fd-passkeys>`,
    };
    return drawn[page]();
  }
}
