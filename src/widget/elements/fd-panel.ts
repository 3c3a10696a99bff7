import { html, nothing, type TemplateResult } from 'lit/html.js';
import { watchBack } from '../host/back-gesture.ts';
import { ReactiveElement } from '../host/reactive-element.ts';
import { lockScroll } from '../host/scroll-lock.ts';
import { StoreController } from '../host/store-controller.ts';
import { isOpen, openRoom } from '../rooms/open-room.ts';
import { findRoom, makeRoom, tabsOf, type Room } from '../rooms/rooms.ts';
import type { OwnedDesk } from '../stores/desk.ts';
import type { Place } from '../stores/route.ts';
import type { SessionState } from '../stores/session.ts';
import { tokens } from '../theme/tokens.styles.ts';
import { base } from '../ui/base.styles.ts';
import { icon } from '../ui/icon.ts';
import { stateBlock } from '../ui/state-block.ts';
import { FdCloseEvent, FdOpenEvent } from './events.ts';
import { styles } from './fd-panel.styles.ts';

/** The element that has the focus, whatever shadow it stands in. */
function deepActive(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/** Narrower than this, the panel is a sheet over the page. */
const SHEET = '(width < 640px)';

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
export class FdPanel extends ReactiveElement {
  static override styles = [tokens, base, styles];
  static override properties = ['desk'];
  /** Everything known; set once, before it is first shown. */
  declare desk: OwnedDesk;

  #opener: HTMLElement | undefined;
  /** Ends what lasts as long as the panel is open. */
  #shown: AbortController | undefined;
  #place: Place | undefined;
  #depth = 1;
  #backwards = false;
  /** A room lasts as long as its place is on the way here: back finds it as it was. */
  #rooms = new WeakMap<Place, HTMLElement>();
  #scrolled = new WeakMap<Place, number>();
  #failed: Room | undefined;
  /** A link named this room: whoever must sign in for it does so first. */
  #wanted: Place | undefined;

  constructor() {
    super();
    new StoreController(this, () => {
      const { route, session, info, $online, $seen, $words, $announcement } = this.desk;
      const place = route.here();
      const title = findRoom(place.room, this.desk).titled?.(this.desk, place) ?? info.$state;
      return [
        route.$stack,
        session.$session,
        info.$state,
        $online,
        $seen,
        $words,
        $announcement,
        title,
      ];
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }
  get #body(): HTMLElement {
    return this.renderRoot.querySelector('.body')!;
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
    this.#show();
    this.desk.opened();
    void this.#focusRoom();
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
    this.#hide();
    this.desk.closed();
    if (hadFocus) this.#opener?.focus();
    this.dispatchEvent(new FdCloseEvent());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // the page was swapped under it: a dialog out of the page is closed
    this.close();
  }

  #show(): void {
    const dialog = this.#dialog;
    const { signal } = this.#shown!;
    const narrow = matchMedia(SHEET);
    const turned = new AbortController();
    signal.addEventListener('abort', () => turned.abort());
    if (narrow.matches) {
      dialog.popover = null;
      dialog.showModal();
      turned.signal.addEventListener('abort', lockScroll());
      const grabber = this.renderRoot.querySelector<HTMLElement>('.grab')!;
      import('../host/sheet.ts').then(
        ({ liftSheet }) => liftSheet(dialog, grabber, () => this.close(), turned.signal),
        () => {}, // it closes by its button all the same
      );
    } else {
      dialog.popover = 'manual';
      dialog.showPopover();
      turned.signal.addEventListener(
        'abort',
        watchBack(this.desk.route.back, () => this.close()),
      );
    }
    narrow.addEventListener(
      'change',
      () => {
        const active = deepActive();
        turned.abort();
        this.#hide();
        this.#show();
        active?.focus();
      },
      { signal: turned.signal },
    );
  }

  #hide(): void {
    const dialog = this.#dialog;
    if (dialog.popover && dialog.matches(':popover-open')) dialog.hidePopover();
    dialog.close();
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

  async #focusRoom(): Promise<void> {
    await this.updateComplete;
    const room = this.#body.firstElementChild as Partial<ReactiveElement> & Element;
    await room.updateComplete;
    const inside = room.shadowRoot ?? room;
    const find = (selector: string) => inside.querySelector<HTMLElement>(selector);
    (find('[autofocus]') ?? find('h1') ?? this.#body).focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    const { route, session } = this.desk;
    const stack = route.$stack.get();
    const place = route.here();
    if (this.#place && place !== this.#place) {
      if (this.#shown) this.#scrolled.set(this.#place, this.#body.scrollTop);
      this.#backwards = stack.length < this.#depth;
    }
    this.#depth = stack.length;

    const who = session.$session.get().kind;
    if (this.#wanted && this.#wanted !== place) this.#wanted = undefined;
    if (!this.#wanted || who === 'unknown') return;
    this.#wanted = undefined;
    if (who === 'anonymous' && findRoom(place.room, this.desk).personal) this.#signInFor(place);
  }

  #signInFor(place: Place): void {
    const { info, route } = this.desk;
    const can = info.$state.get().value?.capabilities;
    const room = can && !can.emailCode && can.guestTracking ? 'find' : 'sign-in';
    route.replace({ room, after: place });
  }

  protected override updated(): void {
    const place = this.desk.route.here();
    if (place === this.#place) return;
    const first = !this.#place;
    this.#place = place;
    // at first it stands there anyway, and to say so would cost a layout
    if (first) return;
    this.#body.scrollTop = (this.#backwards && this.#scrolled.get(place)) || 0;
    if (this.#shown) void this.#focusRoom();
  }

  #load(room: Room): void {
    openRoom(room, this.desk).then(
      async () => {
        this.requestUpdate();
        if (this.#shown) await this.#focusRoom();
      },
      () => {
        this.#failed = room;
        this.requestUpdate();
      },
    );
  }
  #retry(): void {
    this.#failed = undefined;
    this.requestUpdate();
  }

  #room(room: Room, place: Place): unknown {
    const { text } = this.desk.words;
    if (isOpen(room, this.desk)) {
      const known = this.#rooms.get(place);
      if (known?.localName === room.tag) return known;
      const made = makeRoom(room, this.desk, place);
      this.#rooms.set(place, made);
      return made;
    }
    if (room === this.#failed)
      return stateBlock({
        icon: 'refresh',
        failed: true,
        title: text('roomFailed'),
        text: text('checkLine'),
        actions: html`<button class="btn" @click=${this.#retry}>${text('retry')}</button>`,
      });
    this.#load(room);
    return html`<div class="stack late" role="status" aria-label=${text('loading')}>
      <i class="sk bone"></i><i class="sk bone"></i>
    </div>`;
  }

  #header(room: Room, place: Place): TemplateResult {
    const { route, session, info, words } = this.desk;
    const { text } = words;
    const inside = route.$stack.get().length > 1 || room.task;
    return html`<div class="bar" part="header">
      ${
        inside
          ? html`<button class="ib" aria-label=${text('back')} @click=${() => route.back() || route.enter('home')}>${icon('back')}</button>
              <p>${room.title?.(this.desk, place)}</p>`
          : html`<p class="mark"><slot name="brand">${info.$state.get().value?.name}</slot></p>${this.#person(session.$session.get())}`
      }
      <button class="ib" aria-label=${text('close')} @click=${this.close}>${icon('close')}</button>
    </div>`;
  }

  #person(who: SessionState): TemplateResult | typeof nothing {
    if (who.kind !== 'customer') return nothing;
    const { route, words } = this.desk;
    const { firstName, lastName, email = '' } = who.customer;
    const [first = ''] = firstName || email;
    const [last = ''] = lastName;
    return html`<button class="ib" aria-label=${words.text('account')} @click=${() => route.go('account')}>
      <span class="avatar" data-initials=${(first + last).toLocaleUpperCase()}></span>
    </button>`;
  }

  #offline(): TemplateResult | typeof nothing {
    const { $online, $seen, words } = this.desk;
    if ($online.get()) return nothing;
    const at = $seen.get()?.at;
    return html`<div class="note" role="status">
      ${icon('cloudoff', 's20')}<span>${at ? words.when('offlineSince', at) : words.text('offline')}</span>
    </div>`;
  }

  #tabs(): TemplateResult | typeof nothing {
    const { route, words } = this.desk;
    const tabs = tabsOf(this.desk);
    if (!tabs.length) return nothing;
    const [first] = route.$stack.get();
    return html`<nav class="tabs" part="tabs" aria-label=${words.text('rooms')}>
      ${tabs.map(
        (
          tab,
        ) => html`<button class="tab" aria-current=${tab.room === first?.room ? 'page' : 'false'}
          @click=${() => route.enter(tab.room)}>${icon(tab.icon)}${words.text(tab.word)}</button>`,
      )}
    </nav>`;
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { words } = desk;
    const place = desk.route.here();
    const room = findRoom(place.room, desk);
    // the language's direction is within: the card stands where the page's launcher does
    return html`<dialog part="panel" aria-label=${words.text('title')} @keydown=${this.#onKey}
      @cancel=${this.#onCancel} @close=${this.#onClose}>
      <div class="all" lang=${words.locale} dir=${words.rtl ? 'rtl' : 'ltr'}>
        <div class="grab"></div>
        ${this.#header(room, place)} ${this.#offline()}
        <div class="body ${this.#backwards ? 'back' : ''}" part="body" tabindex="-1">${this.#room(room, place)}</div>
        ${room.task ? nothing : this.#tabs()}
        <p class="hide" aria-live="polite">${desk.$announcement.get()}</p>
      </div>
    </dialog>`;
  }
}
