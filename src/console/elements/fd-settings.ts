import { html, nothing, type TemplateResult } from 'lit/html.js';
import { DeskElement } from './desk-element.ts';
import { settingsStyles } from './fd-settings.styles.ts';

const pages = [
  'access',
  'alerts',
  'savedReplies',
  'policy',
  'answering',
  'brand',
  'audit',
] as const;
type Page = (typeof pages)[number];
/** The others are everybody’s. */
const ofAdmins: ReadonlySet<Page> = new Set(['policy', 'answering', 'brand', 'audit']);
const ofLeads: ReadonlySet<Page> = new Set(['savedReplies']);

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
    const mine = pages.filter((page) => this.#mayOpen(page));
    const current = mine.find((page) => page === this.open) ?? pages[0];
    return html`<nav aria-label=${text('settings')}>
        <p class="sent">${text('settings')}</p>
        ${mine.map((page) => html`<a href="#settings/${page}" aria-current=${page === current ? 'page' : nothing}>${text(page)}</a>`)}
      </nav>
      <div class="paper">${this.#page(current)}</div>`;
  }

  #mayOpen(page: Page): boolean {
    const { session } = this.desk.session.$state.get();
    const role = session?.kind === 'staff' ? session.staff.role : 'agent';
    return role === 'admin' || (!ofAdmins.has(page) && (role === 'lead' || !ofLeads.has(page)));
  }

  #page(page: Page): TemplateResult {
    const drawn = {
      savedReplies: () => html`<fd-reply-list .desk=${this.desk}></fd-reply-list>`,
      policy: () => html`<fd-policy .desk=${this.desk}></fd-policy>`,
      answering: () => html`<fd-answering .desk=${this.desk}></fd-answering>`,
      brand: () => html`<fd-brand .desk=${this.desk}></fd-brand>`,
      audit: () => html`<fd-audit .desk=${this.desk}></fd-audit>`,
      alerts: () => html`<fd-alerts .desk=${this.desk}></fd-alerts>`,
      access: () => html`<fd-passkeys .desk=${this.desk}></fd-passkeys>`,
    };
    return drawn[page]();
  }
}
