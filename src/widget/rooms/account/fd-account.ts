import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SessionEntry } from '../../../contract/session.ts';
import type { SessionState } from '../../stores/session.ts';
import { createCustomer } from '../../stores/customer.ts';
import { createSessionsStore } from '../../stores/sessions.ts';
import { list } from '../../locales/figures.ts';
import { glyph } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { stepRow } from '../../ui/row.ts';
import { bone, failedPart } from '../absent.ts';
import { contactRows, createIdentity, parts } from '../identity-parts.ts';
import { TaskRoom } from '../task-room.ts';
import { deviceName, deviceRow } from './device-rows.ts';
import { styles } from './fd-account.styles.ts';

const OUT = 'M14.5 4H5v16h9.5M10 12h10.5m-4-4 4 4-4 4';

/** @summary Account: who is signed in, where else, and the ways out. */
export class FdAccount extends TaskRoom {
  static override styles = [...TaskRoom.styles, parts, styles];

  get #sessions() {
    return this.desk.use(createSessionsStore);
  }

  get #customer() {
    return this.desk.use(createCustomer);
  }

  protected override shown() {
    return [this.#sessions.list.$state, this.#customer.details.$state];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // back from giving a code: what it was for is done now
    const entry = this.#sessions.ending.taken();
    if (entry) void this.#end(entry);
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'customer') return;
    this.#sessions.list.need();
    this.#customer.details.need();
  }

  protected override updated(): void {
    if (this.who.kind === 'anonymous') this.desk.route.enter('home');
  }

  #leave(act: () => Promise<void>): Promise<void> {
    return this.do(async () => {
      await act();
      this.desk.announce(this.words.text('signedOut'));
    });
  }
  #signOut = () => this.#leave(() => this.desk.use(createIdentity).signOut());
  #signOutAll = () => this.#leave(() => this.#sessions.endAll());

  #end(entry: SessionEntry): Promise<void> {
    const { desk } = this;
    return this.do(async () => {
      if (!(await this.#sessions.ending.grant(entry))) return desk.route.go('sign-in/self');
      desk.announce(this.words.text('signedOutOf', { device: deviceName(entry, this.words) }));
    });
  }

  #who(who: SessionState): TemplateResult {
    const { text } = this.words;
    if (who.kind !== 'customer')
      return html`<div class="stack">
        <p class="second">${text('following')}</p>
        <h1 class="display" tabindex="-1"><bdi>${who.kind === 'guest' ? text('orderNumber', { number: who.order.number }) : ''}</bdi></h1>
      </div>`;
    const { firstName, lastName, email = '' } = who.customer;
    const name = `${firstName} ${lastName}`.trim();
    const [first = ''] = name || email;
    const [last = ''] = lastName;
    return html`<div class="who">
      <span class="avatar" aria-hidden="true">${(firstName ? first + last : first).toLocaleUpperCase()}</span>
      <div class="grow">
        <p class="hide">${text('signedInAs')}</p>
        <h1 class="title" tabindex="-1"><bdi>${name || email || text('account')}</bdi></h1>
        ${name && email ? html`<p class="second"><bdi>${email}</bdi></p>` : nothing}
      </div>
    </div>`;
  }

  /** Where orders go unless they say otherwise, and what the shop knows. */
  #address(): TemplateResult | typeof nothing {
    const { value } = this.#customer.details.$state.get();
    if (!value) return nothing;
    const { text } = this.words;
    const { lines, city } = value.address ?? { lines: [text('addressNone')], city: undefined };
    const title = text('ownAddress');
    const told = list(
      [...lines, city].filter((part): part is string => !!part),
      this.words,
    );
    const { route, shop } = this.desk;
    return html`<div class="list">
      ${stepRow({ lead: roomIcon('pin'), title, text: told }, () => route.go('address'))}
      ${
        shop?.capabilities.events
          ? stepRow({ lead: roomIcon('info'), title: text('knownTitle') }, () =>
              route.go('known-events'),
            )
          : nothing
      }
    </div>`;
  }

  #devices(): TemplateResult | typeof nothing {
    const { text } = this.words;
    const { is, value } = this.#sessions.list.$state.get();
    const end = (entry: SessionEntry) => () => void this.#end(entry);
    return html`<section class="sec" aria-labelledby="devices">
      <h2 class="head" id="devices">${text('signedInOn')}</h2>
      ${
        value
          ? html`<ul class="devices">${value.items.map((entry) =>
              deviceRow(entry, this.words, { busy: this.busy, end: end(entry) }),
            )}</ul>`
          : is === 'failed'
            ? failedPart('devicesFailed', this.#sessions.list.load, this.words)
            : bone('gap', this.words)
      }
    </section>`;
  }

  #way(word: 'signOut' | 'signOutAll', act: () => void): TemplateResult {
    return html`<button class="li act" aria-disabled=${this.busy} @click=${act}>
      ${glyph(OUT, 'flip')}<span class="strong">${this.words.text(word)}</span>
    </button>`;
  }

  protected override render(): TemplateResult {
    const { who } = this;
    const isCustomer = who.kind === 'customer';
    const count = this.#sessions.list.$state.get().value?.items.length ?? 0;
    return html`${this.#who(who)} ${isCustomer ? html`${this.#address()} ${this.#devices()}` : nothing}
      <div class="sec">
        <div class="list">
          ${this.#way('signOut', this.#signOut)}
          ${isCustomer && count > 1 ? this.#way('signOutAll', this.#signOutAll) : nothing}
        </div>
        ${count > 1 ? nothing : html`<p class="small second">${this.words.text('signOutHow')}</p>`}
        <p class="small bad" role="alert">${this.error}</p>
      </div>
      <div class="foot">${contactRows(this.desk)}</div>`;
  }
}
