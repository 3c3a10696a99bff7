import { html, type TemplateResult } from 'lit/html.js';
import { findRoom, tabsOf } from '../rooms/rooms.ts';
import type { Place } from '../stores/route.ts';
import { tokens } from '../theme/tokens.styles.ts';
import { base } from '../ui/base.styles.ts';
import { icon } from '../ui/icon.ts';
import { FdCloseEvent, FdOpenEvent } from './events.ts';
import { frameStyles } from './room-frame.styles.ts';
import { backPart, isInside, offlinePart, personPart, tabsPart } from './frame-parts.ts';
import { hideDialog, showDialog } from './panel-dialog.ts';
import { RoomFrame } from './room-frame.ts';
import { styles } from './fd-panel.styles.ts';

/**
 * The panel: header, one room, tabs. A popover beside the page on wide screens, a modal sheet on
 * phones. It stays built once opened; a closed dialog takes no focus and no input.
 *
 * @summary The panel behind the launcher; the launcher makes it.
 * @csspart panel - The card or sheet.
 * @csspart header - The bar with the shop's name or the room's title.
 * @csspart body - What scrolls: the room.
 * @csspart tabs - The tabs.
 * @fires {FdOpenEvent} fd-open - The shopper sees the panel.
 * @fires {FdCloseEvent} fd-close - The panel has gone.
 */
export class FdPanel extends RoomFrame {
  static override styles = [tokens, base, frameStyles, styles];

  #opener: HTMLElement | undefined;
  /** Ends what lasts as long as the panel is open. */
  #shown: AbortController | undefined;
  /** A link named this room: whoever must sign in for it does so first. */
  #wanted: Place | undefined;

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }
  protected get isSeen(): boolean {
    return !!this.#shown;
  }
  protected get scrolled(): number {
    return this.body.scrollTop;
  }
  protected set scrolled(top: number) {
    this.body.scrollTop = top;
  }

  /** `moving`: it comes in; else a skeleton has stood here already. */
  async open(room: string | undefined, opener: HTMLElement, moving: boolean): Promise<void> {
    const { route } = this.desk;
    if (room) {
      route.enter(room);
      this.#wanted = route.here();
      if (!this.#isTop(this.#wanted)) {
        route.enter('home');
        route.go(this.#wanted);
      }
    }
    this.#opener = opener;
    await this.updateComplete;
    if (this.#shown || !this.isConnected) return;
    this.#shown = new AbortController();
    this.#dialog.classList.toggle('rise', moving);
    showDialog(
      {
        dialog: this.#dialog,
        grabber: this.renderRoot.querySelector<HTMLElement>('.grab')!,
        back: route.back,
        close: () => this.close(),
      },
      this.#shown.signal,
    );
    this.desk.opened();
    void this.focusRoom();
    this.dispatchEvent(new FdOpenEvent(route.here().room));
  }

  /** Home and the tabs; from any other room back leads somewhere. */
  #isTop({ room }: Place): boolean {
    return room === 'home' || tabsOf(this.desk).some((tab) => tab.room === room);
  }

  close(): void {
    if (!this.#shown) return;
    const active = document.activeElement;
    const hadFocus = !!this.shadowRoot!.activeElement || !active || active === document.body;
    this.#shown.abort();
    this.#shown = undefined;
    hideDialog(this.#dialog);
    this.desk.closed();
    if (hadFocus) this.#opener?.focus();
    this.dispatchEvent(new FdCloseEvent());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // the page was swapped under it: a dialog out of the page is closed
    this.close();
  }

  /** The back gesture on a sheet; Esc closes it, wherever the shopper is. */
  #onCancel(event: Event): void {
    event.preventDefault();
    if (!this.desk.route.back()) this.close();
  }
  /** The browser closed it by itself. */
  #onClose(): void {
    if (!this.#dialog.matches(':modal, :popover-open')) this.close();
  }
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { route, session } = this.desk;
    const place = route.here();
    const who = session.$session.get().kind;
    if (this.#wanted && this.#wanted !== place) this.#wanted = undefined;
    if (!this.#wanted || who === 'unknown') return;
    this.#wanted = undefined;
    if (who === 'anonymous' && findRoom(place.room, this.desk).personal) this.#signInFor(place);
  }

  #signInFor(place: Place): void {
    const { shop, route } = this.desk;
    const can = shop?.capabilities;
    const room = can && !can.emailCode && can.guestTracking ? 'find' : 'sign-in';
    route.replace({ room, after: place });
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { words, shop } = desk;
    const place = desk.route.here();
    const room = findRoom(place.room, desk);
    const bar = isInside(desk, room)
      ? backPart(desk, room, place)
      : html`<p class="mark"><slot name="brand">${shop?.name}</slot></p>${personPart(desk)}`;
    // the language's direction is within: the card stands where the page's launcher does
    return html`<dialog part="panel" aria-label=${words.text('title')} @keydown=${this.#onKey}
      @cancel=${this.#onCancel} @close=${this.#onClose}>
      <div class="all" lang=${words.locale} dir=${words.rtl ? 'rtl' : 'ltr'}>
        <div class="grab"></div>
        <div class="bar" part="header">
          ${bar}<button class="ib" aria-label=${words.text('close')} @click=${this.close}>${icon('close')}</button>
        </div>
        ${offlinePart(desk)} ${this.bodyPart(room, place)} ${room.task ? '' : tabsPart(desk)}
        <p class="hide" aria-live="polite">${desk.$announcement.get()}</p>
      </div>
    </dialog>`;
  }
}
