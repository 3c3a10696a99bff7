import { html, nothing, type TemplateResult } from 'lit/html.js';
import type * as Contact from '../contact.ts';
import { isOpen, openRoom, type Opening } from '../open-room.ts';
import { RoomElement } from '../room-element.ts';
import { ordersSilent } from '../silence.ts';
import { styles } from './fd-home.styles.ts';

/** Who is nobody yet has no orders: what shows them comes once somebody is known. */
const orders: Opening = {
  tag: 'fd-home-orders',
  load: async () => (await import('./fd-home-orders.ts')).FdHomeOrders,
};

/** @summary Home: a greeting, what can be done here, and how to reach a person. */
export class FdHome extends RoomElement {
  static override styles = [...RoomElement.styles, styles];
  static override properties = [...RoomElement.properties, 'lost', 'contact'];
  /** The part with the orders did not come. */
  declare private lost: boolean;
  /** How to reach a person; comes beside the shop's answer, which says where. */
  declare private contact: typeof Contact | undefined;
  #asked = false;
  #strip: Contact.StripBelow | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#getContact();
  }

  /** Its rows, and how they look, come beside the shop's answer, which says where to turn. */
  async #getContact(): Promise<void> {
    this.contact ??= await this.bring(
      Promise.all([import('../contact.ts'), this.desk.getAllWords()]).then(([rows]) => rows),
    );
    if (this.contact) this.#strip ??= new this.contact.StripBelow(this);
  }

  #getOrders(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.lost = false;
    openRoom(orders, this.desk).then(
      () => this.requestUpdate(),
      () => {
        this.#asked = false;
        this.lost = true;
      },
    );
  }

  #greeting(): string {
    const { who } = this;
    const name = who.kind === 'customer' && who.customer.firstName;
    if (!name) return this.words.text('hello');
    const hour = new Date().getHours();
    return this.words.text(hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening', { name });
  }

  /** The one tinted card, for nobody: both ways to an order, as far as the shop has them. */
  #nobody(): TemplateResult | typeof nothing {
    const { text } = this.words;
    const can = this.desk.shop?.capabilities;
    const codes = !can || can.emailCode;
    const guests = !can || can.guestTracking;
    if (!codes && !guests) return nothing;
    return html`<section class="card tint ask">
      <h2 class="title">${text('haveOrder')}</h2>
      <p class="second">${text(codes ? 'signInWhy' : 'trackWhy')}</p>
      <div class="two">
        ${codes ? html`<button class="btn" @click=${this.to('sign-in')}>${text('signIn')}</button>` : nothing}
        ${
          guests
            ? html`<button class="btn ${codes ? 'quiet on-tint' : ''}" @click=${this.to('find')}>${text('trackGuest')}</button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #orders(): TemplateResult | typeof nothing {
    const { session } = this.desk;
    const { who } = this;
    if (who.kind === 'anonymous') return this.#nobody();
    if (who.kind === 'unknown' && who.problem)
      return ordersSilent(this.desk, who.problem, session.refresh);
    if (who.kind !== 'unknown') {
      if (isOpen(orders, this.desk))
        return html`<fd-home-orders .desk=${this.desk}></fd-home-orders>`;
      if (this.lost) return ordersSilent(this.desk, undefined, () => this.#getOrders());
      this.#getOrders();
    }
    const { text } = this.words;
    const isSlow = who.kind === 'unknown' && who.slow;
    return html`<div class="sk bone" role="status" aria-label=${text('loading')}></div>
      ${isSlow ? html`<p class="second" role="status">${text('slow')}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return html`<h1 class="display" tabindex="-1">${this.#greeting()}</h1>
      ${this.#orders()} ${this.contact?.contactRows(this.desk)} ${this.who.kind === 'customer' ? this.#strip?.at('home') : nothing}`;
  }
}
