import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Placement } from '../../../contract/placements.ts';
import type { Controller } from '../../host/reactive-element.ts';
import type { PlainKey } from '../../locales/words.ts';
import { openRoom, type Opening } from '../open-room.ts';
import type { RoomElement } from '../room-element.ts';

const picks: Opening = {
  tag: 'fd-picks',
  load: async () => (await import('./fd-picks.ts')).FdPicks,
};

type Room = Pick<RoomElement, 'addController' | 'desk' | 'renderRoot' | 'requestUpdate'>;

/**
 * What may suit somebody, last in a room that is about something else. Neither code nor products come
 * before its place is seen; where they do not come, the room is whole without.
 */
export class StripBelow implements Controller {
  readonly #room: Room;
  readonly #view = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) this.#bring();
  });
  #isThere = false;

  constructor(room: Room) {
    this.#room = room;
    room.addController(this);
  }

  hostUpdated(): void {
    const place = this.#room.renderRoot.querySelector('.later');
    if (place) this.#view.observe(place);
  }
  hostDisconnected(): void {
    this.#view.disconnect();
  }

  #bring(): void {
    openRoom(picks, this.#room.desk).then(() => {
      this.#isThere = true;
      this.#room.requestUpdate();
    }, console.error);
  }

  /** `product`: what it goes with, ids between commas. */
  at(
    placement: Placement,
    product?: string,
    heading: PlainKey = 'morePicks',
  ): TemplateResult | typeof nothing {
    const { desk } = this.#room;
    if (!desk.shop?.capabilities.recommendations) return nothing;
    return this.#isThere
      ? html`<fd-picks .desk=${desk} .placement=${placement} .product=${product} .heading=${heading}></fd-picks>`
      : html`<i class="later"></i>`;
  }
}

/** So many lead on; the last named the most. */
const MOST = 30;

/** As a strip is told them: each product once, what comes first named last. */
export const productsOf = (some: readonly { product: string }[]): string =>
  [...new Set(some.map(({ product }) => product))].slice(0, MOST).reverse().join();
