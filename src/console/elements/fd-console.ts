import { html, nothing, type TemplateResult } from 'lit/html.js';
import { tokens } from '../../widget/theme/tokens.styles.ts';
import { rooms, type Place, type Room } from '../stores/route.ts';
import { deskTokens } from '../styles/desk.styles.ts';
import { deskCommands, type Stage } from './desk-commands.ts';
import { DeskElement, icon, initials } from './desk-element.ts';
import { consoleStyles } from './fd-console.styles.ts';
import type { FdPalette } from './fd-palette.ts';
import type { FdHelp } from './fd-help.ts';
import { KeyPresses } from './key-presses.ts';

const roomIcons = { inbox: 'chat', returns: 'returns', settings: 'settings' } as const;

/** @summary The console: signing in, then the inbox, the returns desk and the settings, by pointer and by keys. */
export class FdConsole extends DeskElement {
  static override styles = [tokens, deskTokens, ...DeskElement.styles, consoleStyles];
  static override properties = [...DeskElement.properties, 'isBesideOpen'];
  /** On narrow windows the shopper is a drawer. */
  declare private isBesideOpen: boolean;

  constructor() {
    super();
    this.isBesideOpen = false;
    new KeyPresses(this, {
      isOn: () => this.#isIn && !this.#help?.isOpen && !this.#palette?.isOpen && !this.#hasSheet,
      by: () => Object.assign({}, ...deskCommands(this.#stage()).map(({ on }) => on)),
      leave: (field) => this.#leave(field),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.ownerDocument;
    page.documentElement.lang = this.say.language;
    page.documentElement.dir = this.say.direction;
    void this.desk.session.read();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.listen(false);
  }

  protected override shown() {
    const { session, route, inbox, returns, orders } = this.desk;
    const { $order, $open } = orders;
    return [session.$state, route.$place, inbox.$list, returns.$state, $order, $open];
  }

  get #isIn(): boolean {
    const { session } = this.desk.session.$state.get();
    return session?.kind === 'staff' && !session.recoveryCodes;
  }

  protected override updated(): void {
    const { session } = this.desk.session.$state.get();
    this.desk.listen(this.#isIn);
    if (session) this.ownerDocument.title = this.#title(session.shop);
  }

  #title(shop: string): string {
    const waiting = this.desk.inbox.$list.get().value?.counts.open ?? 0;
    return `${waiting && this.#isIn ? `(${waiting}) ` : ''}${shop} · Front Desk`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this.desk.session.$state.get();
    if (!session) return nothing;
    if (!this.#isIn) return html`<fd-sign-in .desk=${this.desk}></fd-sign-in>`;
    const { room, open, customer, order } = this.desk.route.$place.get();
    const isOpen = [open, customer, order].some((one) => one !== undefined) && room !== 'settings';
    return html`<div class="app ${isOpen ? 'is-open' : ''}">
      ${this.#rail(room)}
      ${this.#room(this.desk.route.$place.get())}
      <fd-help .desk=${this.desk} .commands=${deskCommands(this.#stage())}></fd-help>
      <fd-palette .desk=${this.desk} .commands=${deskCommands(this.#stage())}></fd-palette>
      <fd-order-sheet .desk=${this.desk}></fd-order-sheet>
      <fd-toast .desk=${this.desk}></fd-toast>
    </div>`;
  }

  #room(place: Place): TemplateResult {
    const { room, open } = place;
    if (room === 'inbox') return this.#inbox(place);
    return html`<main>${
      room === 'returns'
        ? html`<fd-returns-desk .desk=${this.desk} .open=${open}></fd-returns-desk>`
        : html`<fd-settings .desk=${this.desk} .open=${open}></fd-settings>`
    }</main>`;
  }

  #rail(current: Room): TemplateResult {
    const { text } = this.say;
    const { inbox, returns, session } = this.desk;
    const counts = {
      inbox: inbox.$list.get().value?.counts.open ?? 0,
      returns:
        returns.$state.get().value?.filter((one) => one.return.state === 'requested').length ?? 0,
      settings: 0,
    };
    const me = session.$state.get().session;
    const name = me?.kind === 'staff' ? me.staff.name : '';
    return html`<nav class="rail" aria-label=${text('rooms')}>
      <span class="logo" aria-hidden="true">${icon('bell')}</span>
      ${rooms.map(
        (
          room,
        ) => html`<a href="#${room}" aria-current=${room === current ? 'page' : nothing}>${icon(roomIcons[room])}${text(room)}
          ${counts[room] ? html`<span class="n">${counts[room]}</span>` : nothing}</a>`,
      )}
      <button class="push" @click=${() => this.#help?.show()}>${icon('key')}${text('keys')}</button>
      <button title=${text('signOut')} @click=${() => session.leave('here')}><span class="av me" aria-hidden="true">${initials(name)}</span>${text('signOut')}</button>
    </nav>`;
  }

  #inbox({ open, customer, order }: Place): TemplateResult {
    const { text } = this.say;
    return html`<main class="work">
      <fd-inbox-list .desk=${this.desk}></fd-inbox-list>
      <div class="paper ${open === undefined ? '' : 'two'} ${this.isBesideOpen ? 'beside' : ''}">${
        customer !== undefined || order !== undefined
          ? html`<section class="col" aria-label=${text('shopper')}>${this.desk.orders.$open.get() === undefined ? html`<a class="cib back alone" href="#inbox" aria-label=${text('back')}>${icon('back')}</a>` : nothing}${customer === undefined ? html`<fd-order-view .desk=${this.desk}></fd-order-view>` : html`<fd-shopper .desk=${this.desk} .customer=${customer}></fd-shopper>`}</section>`
          : open === undefined
            ? html`<div class="empty"><span class="ic">${icon('bell')}</span><h2 class="sent">${text('choose')}</h2><p class="second">${text('chooseWhat')}</p></div>`
            : html`<fd-thread .desk=${this.desk} .conversation=${open} .beside=${() => (this.isBesideOpen = true)}></fd-thread>
              <aside aria-label=${text('shopper')}><button class="cib who" aria-label=${text('close')} @click=${() => (this.isBesideOpen = false)}>${icon('close')}</button><fd-shopper .desk=${this.desk} .conversation=${open}></fd-shopper></aside>`
      }</div>
    </main>`;
  }

  get #help(): FdHelp | null {
    return this.renderRoot.querySelector('fd-help');
  }

  get #palette(): FdPalette | null {
    return this.renderRoot.querySelector('fd-palette');
  }

  get #hasSheet(): boolean {
    return this.desk.orders.$act.get() !== undefined;
  }

  /** What commands work on. */
  #stage(): Stage {
    return {
      desk: this.desk,
      thread: () => this.renderRoot.querySelector('fd-thread'),
      list: () => this.renderRoot.querySelector('fd-inbox-list'),
      returns: () => this.renderRoot.querySelector('fd-returns-desk'),
      toggleBeside: () => (this.isBesideOpen = !this.isBesideOpen),
      showHelp: () => this.#help?.show(),
      showPalette: () => this.#palette?.show(),
    };
  }

  #leave(field: HTMLElement | undefined): void {
    const { route, selection, orders } = this.desk;
    if (this.#help?.isOpen || this.#palette?.isOpen || this.#hasSheet) return;
    const { order, customer } = route.$place.get();
    const isAlone = order !== undefined && customer === undefined;
    if (field) field.blur();
    else if (orders.$open.get() !== undefined && !isAlone) orders.open(undefined);
    else if (selection.$ids.get().size) selection.clear();
    else if (this.isBesideOpen) this.isBesideOpen = false;
    else route.go({ room: route.$place.get().room });
  }
}
