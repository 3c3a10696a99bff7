import { html, type TemplateResult } from 'lit';
import { asProblem } from '../../client/problem.ts';
import { contactRows, createIdentity, parts, refusal } from '../identity-parts.ts';
import { RoomElement } from '../room-element.ts';
import { styles } from './fd-account.styles.ts';

/** @summary Account: who is signed in, and the way out. */
export class FdAccount extends RoomElement {
  static override styles = [RoomElement.styles, parts, styles];
  static override properties = {
    ...RoomElement.properties,
    busy: { state: true },
    error: { state: true },
  };
  declare private busy: boolean;
  declare private error: string;

  constructor() {
    super();
    this.busy = false;
    this.error = '';
  }

  protected override shown() {
    return [this.desk.session.$session];
  }

  protected override updated(): void {
    if (this.desk.session.$session.get().kind === 'anonymous') this.desk.route.enter('home');
  }

  #signOut = async () => {
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      await this.desk.use(createIdentity).signOut();
      this.desk.announce(this.words.text('signedOut'));
    } catch (error) {
      this.error = refusal(asProblem(error), this.words);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { text } = this.words;
    const who = this.desk.session.$session.get();
    const [name, more] =
      who.kind === 'customer'
        ? [`${who.customer.firstName} ${who.customer.lastName}`.trim(), who.customer.email]
        : [who.kind === 'guest' ? text('orderNumber', { number: who.order.number }) : '', ''];
    return html`<div class="stack">
        <p class="second">${text(who.kind === 'guest' ? 'following' : 'signedInAs')}</p>
        <h1 class="display" tabindex="-1"><bdi>${name || more}</bdi></h1>
        ${name && more ? html`<p class="second"><bdi>${more}</bdi></p>` : ''}
      </div>
      <div class="stack">
        <button class="btn quiet" aria-disabled=${this.busy} @click=${this.#signOut}>${text('signOut')}</button>
        <p class="small second" role="alert">${this.error}</p>
        <p class="small second">${text('signOutHow')}</p>
      </div>
      <div class="foot">${contactRows(this.desk)}</div>`;
  }
}
