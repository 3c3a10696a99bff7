import { html, nothing, type TemplateResult } from 'lit/html.js';
import { findRoom } from '../rooms/rooms.ts';
import { tokens } from '../theme/tokens.styles.ts';
import { base } from '../ui/base.styles.ts';
import { backPart, isInside, offlinePart, personPart } from './frame-parts.ts';
import { frameStyles } from './room-frame.styles.ts';
import { RoomFrame } from './room-frame.ts';
import { reset, styles } from './fd-page.styles.ts';

/**
 * Rooms as a part of the shop's own page: no launcher, no dialog; the page scrolls.
 *
 * @summary What stands in `<fd-returns>` and `<fd-order-tracker>`; they make it.
 * @csspart header - The way back, and where this is.
 * @csspart body - The room.
 */
export class FdPage extends RoomFrame {
  static override styles = [reset, tokens, base, frameStyles, styles];
  /** The shopper has been in here: until then the page's own focus and place are left alone. */
  #isEntered = false;

  constructor() {
    super();
    for (const sign of ['focusin', 'pointerdown'])
      this.addEventListener(sign, () => (this.#isEntered = true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.opened();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.closed();
  }

  /** Elsewhere on the page the focus is somebody else's. */
  protected get isSeen(): boolean {
    const active = document.activeElement;
    const isOurs = this.matches(':focus-within') || !active || active === document.body;
    return this.#isEntered && isOurs;
  }
  protected get scrolled(): number {
    return NaN;
  }
  /** Each room begins where it can be read. */
  protected set scrolled(_: number) {
    if (this.isSeen && this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  #bar(bar: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    return bar === nothing ? nothing : html`<div class="bar" part="header">${bar}</div>`;
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { words } = desk;
    const place = desk.route.here();
    const room = findRoom(place.room, desk);
    const isTracker = desk.config.home === 'find';
    return html`<section aria-label=${words.text(isTracker ? 'findOrder' : 'returnTitle')} lang=${words.locale} dir=${words.rtl ? 'rtl' : 'ltr'}>
      ${this.#bar(place.room !== 'home' && isInside(desk, room) ? backPart(desk, room, place) : personPart(desk))}
      ${offlinePart(desk)} ${this.bodyPart(room, place)}
      <p class="hide" aria-live="polite">${desk.$announcement.get()}</p>
    </section>`;
  }
}
