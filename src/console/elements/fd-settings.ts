import { html, nothing, type TemplateResult } from 'lit/html.js';
import { DeskElement } from './desk-element.ts';
import { settingsStyles } from './fd-settings.styles.ts';

const pages = ['access', 'audit'] as const;
type Page = (typeof pages)[number];
const ofAdmins: ReadonlySet<Page> = new Set(['audit']);

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
    const mine = pages.filter((page) => this.#isAdmin || !ofAdmins.has(page));
    const current = mine.find((page) => page === this.open) ?? pages[0];
    return html`<nav aria-label=${text('settings')}>
        <p class="sent">${text('settings')}</p>
        ${mine.map((page) => html`<a href="#settings/${page}" aria-current=${page === current ? 'page' : nothing}>${text(page)}</a>`)}
      </nav>
      <div class="paper">${this.#page(current)}</div>`;
  }

  get #isAdmin(): boolean {
    const { session } = this.desk.session.$state.get();
    return session?.kind === 'staff' && session.staff.role === 'admin';
  }

  #page(page: Page): TemplateResult {
    const drawn = {
      audit: () => html`<fd-audit .desk=${this.desk}></fd-audit>`,
      access: () => html`<fd-passkeys .desk=${this.desk}></fd-passkeys>`,
    };
    return drawn[page]();
  }
}
