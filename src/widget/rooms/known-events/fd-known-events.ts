import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EventType } from '../../../contract/event-names.ts';
import type { EventRemoval, KnownEvents } from '../../../contract/events.ts';
import { createKnownEvents } from '../../stores/known-events.ts';
import { icon } from '../../ui/icon.ts';
import { bone, failedBlock } from '../absent.ts';
import { errorLine } from '../identity-parts.ts';
import { TaskRoom } from '../task-room.ts';
import { askPart, styles as parts } from './known-part.ts';
import { styles } from './fd-known-events.styles.ts';

const sentences = {
  product_viewed: 'knownViewed',
  searched: 'knownSearched',
  cart_added: 'knownAdded',
  cart_removed: 'knownTaken',
  wished: 'knownWished',
  unwished: 'knownUnwished',
  purchased: 'knownBought',
  returned: 'knownReturned',
  room_opened: 'knownOpened',
  solved: 'knownSolved',
} as const satisfies Record<EventType, string>;

/**
 * @summary What we know: what the shop keeps of what the shopper did, day by day, each of it, all of a
 * kind and all of it to be removed, and whether anything more is kept.
 */
export class FdKnownEvents extends TaskRoom {
  static override styles = [...TaskRoom.styles, ...parts, styles];

  get #known() {
    return this.desk.use(createKnownEvents);
  }

  protected override shown() {
    return [this.#known.list.$state];
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'unknown') this.#known.list.need();
  }

  #remove(known: KnownEvents, what: EventRemoval['remove']): Promise<void> {
    return this.do(async () => {
      await this.#known.remove(known, what);
      this.desk.announce(this.words.text('knownGone'));
    });
  }

  /** `what` was done with: a product, or products. */
  #row(
    known: KnownEvents,
    remove: EventRemoval['remove'],
    type: EventType,
    what: string,
    small: string,
  ) {
    const { text } = this.words;
    const said = text(sentences[type], { what });
    const label = text('id' in Object(remove) ? 'removeLetter' : 'removeKnown');
    return html`<li class="li">
      <span class="grow"><span class="strong">${said}</span><span class="small second">${small}</span></span>
      <button class="ib" aria-label=${`${label}: ${said}`} aria-disabled=${this.busy}
        @click=${() => this.#remove(known, remove)}>${icon('close', 's20')}</button>
    </li>`;
  }

  /** What was done more than once by its kind, then everything by its day. */
  #sections(known: KnownEvents): TemplateResult[] {
    const { text, time, when } = this.words.here;
    const rows = new Map<string, TemplateResult[]>();
    const add = (title: string, row: TemplateResult) =>
      rows.set(title, [...(rows.get(title) ?? []), row]);
    for (const { type, count } of known.counts)
      if (count > 1)
        add(
          text('knownKinds'),
          this.#row(known, { type }, type, text('knownThings'), text('knownTimes', { n: count })),
        );
    for (const { type, at, id, product } of known.items)
      add(when('chatDay', at), this.#row(known, { id }, type, product?.name ?? '', time(at)));
    return [...rows].map(
      ([title, of]) =>
        html`<section class="sec"><h2 class="head">${title}</h2><ul class="list">${of}</ul></section>`,
    );
  }

  #list(): TemplateResult {
    const { desk, words } = this;
    const { text } = words;
    const { list, more } = this.#known;
    const { value, problem } = list.$state.get();
    if (!value)
      return problem
        ? failedBlock(desk, { title: 'picksFailed', problem, heading: false, again: list.load })
        : bone('gap', words);
    const { items, next } = value;
    if (!items.length && next === undefined)
      return html`<p class="second">${text('knownNone')}</p>`;
    return html`${this.#sections(value)}
      <div class="stack">
        ${errorLine(this.error)}
        ${
          next === undefined
            ? nothing
            : html`<button class="btn quiet" aria-disabled=${this.busy} @click=${() => this.do(() => more(value, next))}>${text('showMore')}</button>`
        }
        <button class="btn quiet" aria-disabled=${this.busy} @click=${() => this.#remove(value, 'all')}>${text('removeKnown')}</button>
      </div>`;
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    return html`<div class="stack tight">
        <h1 class="display" tabindex="-1">${text('knownTitle')}</h1>
        <p class="second">${text('knownHow')}</p>
      </div>
      ${askPart(this, true)} ${this.#list()}`;
  }
}
