import { html, nothing, type TemplateResult } from 'lit/html.js';
import { tokens } from '../../widget/theme/tokens.styles.ts';
import { createDesk } from '../stores/desk.ts';
import { rooms, type Room } from '../stores/route.ts';
import { deskTokens } from '../styles/desk.styles.ts';
import { DeskElement, icon, initials, key } from './desk-element.ts';
import { consoleStyles } from './fd-console.styles.ts';
import type { FdInboxList } from './fd-inbox-list.ts';
import type { FdReturnsDesk } from './fd-returns-desk.ts';
import type { FdThread } from './fd-thread.ts';

const roomIcons = { inbox: 'chat', returns: 'returns', settings: 'settings' } as const;

/** @summary The console: signing in, then the inbox, the returns desk and the settings, by pointer and by keys. */
export class FdConsole extends DeskElement {
  static override styles = [tokens, deskTokens, ...DeskElement.styles, consoleStyles];
  static override properties = [...DeskElement.properties, 'isBesideOpen'];
  /** On narrow windows the shopper is a drawer. */
  declare private isBesideOpen: boolean;
  #away: AbortController | undefined;
  #isRoomNext = false;

  constructor() {
    super();
    this.desk = createDesk(window);
    this.isBesideOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const { signal } = this.#away;
    const page = this.ownerDocument;
    page.documentElement.lang = this.say.language;
    page.documentElement.dir = this.say.direction;
    page.addEventListener('keydown', this.#onKey, { signal });
    void this.desk.session.read();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away?.abort();
    this.desk.listen(false);
  }

  protected override shown() {
    const { session, route, inbox, returns } = this.desk;
    return [session.$state, route.$place, inbox.$list, returns.$state];
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
    const { room, open } = this.desk.route.$place.get();
    return html`<div class="app ${open === undefined || room === 'settings' ? '' : 'is-open'}">
      ${this.#rail(room)}
      ${this.#room(room, open)}
      ${this.#keys()}
    </div>`;
  }

  #room(room: Room, open: string | undefined): TemplateResult {
    if (room === 'inbox') return this.#inbox(open);
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
      <button class="push" @click=${() => this.#dialog?.showModal()}>${icon('key')}${text('keys')}</button>
      <button title=${text('signOut')} @click=${() => session.leave('here')}><span class="av me" aria-hidden="true">${initials(name)}</span>${text('signOut')}</button>
    </nav>`;
  }

  #inbox(open: string | undefined): TemplateResult {
    const { text } = this.say;
    return html`<main class="work">
      <fd-inbox-list .desk=${this.desk}></fd-inbox-list>
      <div class="paper ${open === undefined ? '' : 'two'} ${this.isBesideOpen ? 'beside' : ''}">${
        open === undefined
          ? html`<div class="empty"><span class="ic">${icon('bell')}</span><h2 class="sent">${text('choose')}</h2><p class="second">${text('chooseWhat')}</p></div>`
          : html`<fd-thread .desk=${this.desk} .conversation=${open} .beside=${() => (this.isBesideOpen = true)}></fd-thread>
              <aside aria-label=${text('shopper')}><button class="cib who" aria-label=${text('close')} @click=${() => (this.isBesideOpen = false)}>${icon('close')}</button><fd-shopper .desk=${this.desk} .conversation=${open}></fd-shopper></aside>`
      }</div>
    </main>`;
  }

  #keys(): TemplateResult {
    const { text } = this.say;
    const rows = [
      [text('keysMove'), 'J', 'K'],
      [text('keysOpen'), 'Esc'],
      [text('reply'), 'R'],
      [text('note'), 'N'],
      [text('done'), 'E'],
      [text('keysAssign'), 'I'],
      [text('keysSearch'), '/'],
      [text('shopper'), 'C'],
      [text('keysRooms'), 'G', '1–3'],
      [text('keysSend'), '⌘', '↵'],
    ] as const;
    return html`<dialog aria-label=${text('keys')}>
      <div class="h"><h2 class="sent grow">${text('keys')}</h2><button class="cib" aria-label=${text('close')} @click=${() => this.#dialog?.close()}>${icon('close')}</button></div>
      <dl class="km">${rows.map(([what, ...keys]) => html`<div><dt>${what}</dt><dd class="h">${key(...keys)}</dd></div>`)}</dl>
      <div class="h"><p class="csmall second grow">${text('keysRest')}</p>
        <button class="cb ctext" @click=${() => this.desk.session.leave('everywhere')}>${text('signOutAll')}</button></div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
  get #thread(): FdThread | null {
    return this.renderRoot.querySelector('fd-thread');
  }

  /** Letters rest while somebody types, and leave the browser's own keys alone. */
  #onKey = (event: KeyboardEvent): void => {
    if (!this.#isIn || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    const isTyping =
      target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape') return this.#leave(isTyping ? (target as HTMLElement) : undefined);
    if (isTyping || this.#dialog?.open) return;
    if (this.#pressed(event.key)) event.preventDefault();
  };

  #leave(field: HTMLElement | undefined): void {
    if (this.#dialog?.open) return;
    if (field) field.blur();
    else if (this.isBesideOpen) this.isBesideOpen = false;
    else this.desk.route.go({ room: this.desk.route.$place.get().room });
  }

  #pressed(pressed: string): boolean {
    const { route } = this.desk;
    const { room } = route.$place.get();
    const isRoom = this.#isRoomNext;
    this.#isRoomNext = pressed === 'g';
    const next = isRoom ? rooms[Number(pressed) - 1] : undefined;
    if (next) {
      route.go({ room: next });
      return true;
    }
    const act: Record<string, () => void> = {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      '?': () => this.#dialog?.showModal(),
      ...(room === 'inbox' && {
        '/': () => this.renderRoot.querySelector<FdInboxList>('fd-inbox-list')?.search(),
        r: () => this.#thread?.write('reply'),
        n: () => this.#thread?.write('note'),
        c: () => void (this.isBesideOpen = !this.isBesideOpen),
        e: () => void this.#done(),
        i: () => void this.#take(),
      }),
    };
    act[pressed]?.();
    return pressed in act;
  }

  #step(by: 1 | -1): void {
    const { route, inbox } = this.desk;
    const { room, open } = route.$place.get();
    if (room === 'settings') return;
    if (room === 'returns')
      return this.renderRoot.querySelector<FdReturnsDesk>('fd-returns-desk')?.step(by);
    const ids = inbox.$list.get().value?.items.map(({ id }) => id) ?? [];
    const at = open === undefined ? -1 : ids.indexOf(open);
    const next = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
    if (next !== undefined) route.go({ room: 'inbox', open: next });
  }

  /** Done with this one: on to the next. */
  async #done(): Promise<void> {
    const { open } = this.desk.route.$place.get();
    if (open === undefined) return;
    const { change } = this.desk.thread(open);
    this.#step(1);
    await change({ state: 'closed' });
  }

  async #take(): Promise<void> {
    const { open } = this.desk.route.$place.get();
    const { session } = this.desk.session.$state.get();
    if (open === undefined || session?.kind !== 'staff') return;
    await this.desk.thread(open).change({ assignee: session.staff.id });
  }
}
