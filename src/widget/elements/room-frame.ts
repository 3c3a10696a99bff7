import { html, type TemplateResult } from 'lit/html.js';
import { ReactiveElement } from '../host/reactive-element.ts';
import { StoreController } from '../host/store-controller.ts';
import { isOpen, openRoom } from '../rooms/open-room.ts';
import { findRoom, makeRoom, type Room } from '../rooms/rooms.ts';
import type { OwnedDesk } from '../stores/desk.ts';
import type { Place } from '../stores/route.ts';
import { stateBlock } from '../ui/state-block.ts';

/**
 * Shows the room that a desk is at, and where in it the shopper was. A room lasts as long as its place
 * is on the way here: back finds it as it was.
 */
export abstract class RoomFrame extends ReactiveElement {
  static override properties = ['desk'];
  /** Everything known; set once, before it is first shown. */
  declare desk: OwnedDesk;

  #place: Place | undefined;
  #depth = 1;
  #backwards = false;
  #rooms = new WeakMap<Place, HTMLElement>();
  #scrolled = new WeakMap<Place, number>();
  #failed: Room | undefined;

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

  /** What a shopper does not see takes no focus. */
  protected abstract get isSeen(): boolean;
  /** How far the room is scrolled, in px; NaN where the frame does not scroll by itself. */
  protected abstract scrolled: number;

  protected get body(): HTMLElement {
    return this.renderRoot.querySelector('.body')!;
  }

  protected async focusRoom(): Promise<void> {
    await this.updateComplete;
    const room = this.body.firstElementChild as Partial<ReactiveElement> & Element;
    await room.updateComplete;
    const inside = room.shadowRoot ?? room;
    const find = (selector: string) => inside.querySelector<HTMLElement>(selector);
    (find('[data-first]') ?? find('h1') ?? this.body).focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    const { route } = this.desk;
    const stack = route.$stack.get();
    if (this.#place && route.here() !== this.#place) {
      if (this.isSeen) this.#scrolled.set(this.#place, this.scrolled);
      this.#backwards = stack.length < this.#depth;
    }
    this.#depth = stack.length;
  }

  protected override updated(): void {
    const place = this.desk.route.here();
    const left = this.#place;
    if (place === left) return;
    this.#place = place;
    // at first it stands there anyway, and to say so would cost a layout
    if (!left) return;
    // not as it is rendered: the room that gives way would be styled once more
    this.body.classList.toggle('back', this.#backwards);
    const top = (this.#backwards && this.#scrolled.get(place)) || 0;
    // where it stands there already, to say so would cost a layout
    if (!this.isSeen || top !== this.#scrolled.get(left)) this.scrolled = top;
    if (!this.isSeen) return;
    void this.focusRoom();
    this.desk.tell({ type: 'room_opened', room: place.room });
  }

  #load(room: Room): void {
    openRoom(room, this.desk).then(
      async () => {
        this.requestUpdate();
        if (this.isSeen) await this.focusRoom();
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

  protected bodyPart(room: Room, place: Place): TemplateResult {
    return html`<div class="body" part="body" tabindex="-1">${this.#room(room, place)}</div>`;
  }
}
