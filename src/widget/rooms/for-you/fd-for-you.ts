import { html, nothing, type TemplateResult } from 'lit/html.js';
import { createPicks } from '../../stores/picks.ts';
import { createWishlists } from '../../stores/wishlists.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { bone, failedBlock } from '../absent.ts';
import { productsOf } from '../contact.ts';
import type { knownPart } from '../known-events/known-part.ts';
import { FdPicks } from '../picks/fd-picks.ts';
import { RoomElement } from '../room-element.ts';
import { styles } from './fd-for-you.styles.ts';

/** The first are shown large; the others follow in a strip. */
const LARGE = [0, 4];
const OTHERS = [4];
/** @summary For you: what may suit the shopper, each with its reason, and what goes with what they saved. */
export class FdForYou extends RoomElement {
  static override styles = [...RoomElement.styles, styles];
  static override properties = [...RoomElement.properties, 'saved', 'known'];
  /** What was saved when the room was opened: ids between commas. */
  declare private saved: string | undefined;
  /** What is said here of what is known; it comes beside. */
  declare private known: { knownPart: typeof knownPart } | undefined;

  constructor() {
    super();
    if (!customElements.get('fd-picks')) customElements.define('fd-picks', FdPicks);
  }

  get #read() {
    return this.desk.use(createPicks).strip('home');
  }

  protected override shown() {
    return [this.#read.$state];
  }

  async #getKnown(): Promise<void> {
    this.known = await this.bring(import('../known-events/known-part.ts'));
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'unknown') this.#read.need();
    const can = this.desk.shop?.capabilities;
    // what the shop has may be known later than the room is there
    if (this.saved !== undefined || !can) return;
    const ids = can.wishlists && this.desk.use(createWishlists).box.living();
    this.saved = productsOf(ids || []);
    if (can.events) void this.#getKnown();
  }

  #room(): TemplateResult {
    const { desk, words, saved } = this;
    const { text } = words;
    const { value, problem } = this.#read.$state.get();
    if (!value)
      return problem
        ? failedBlock(desk, {
            ...{ title: 'picksFailed', problem, heading: false, again: this.#read.load },
          })
        : bone('big', words);
    if (!value.items.length)
      return stateBlock({
        ...{ icon: 'spark', title: text('noPicks'), text: text('noPicksHow'), heading: false },
      });
    return html`<fd-picks .desk=${desk} .placement=${'home'} .some=${LARGE}></fd-picks>
      ${saved && this.desk.use(createPicks).mayLead() ? html`<fd-picks .desk=${desk} .placement=${'wishlist'} .product=${saved} .heading=${'likeSaved'}></fd-picks>` : nothing}
      <fd-picks .desk=${desk} .placement=${'home'} .some=${OTHERS} .heading=${'morePicks'}></fd-picks>`;
  }

  protected override render(): TemplateResult {
    return html`<h1 class="display" tabindex="-1">${this.words.text('forYou')}</h1>
      ${this.#room()} ${this.known?.knownPart(this) ?? nothing}`;
  }
}
