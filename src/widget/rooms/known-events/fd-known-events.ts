import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EventType } from '../../../contract/event-names.ts';
import type { KnownEvent, KnownEvents } from '../../../contract/events.ts';
import type { Say } from '../../locales/words.ts';
import { createKnownEvents } from '../../stores/known-events.ts';
import { icon } from '../../ui/icon.ts';
import { bone, failedBlock } from '../absent.ts';
import { errorLine } from '../identity-parts.ts';
import { TaskRoom } from '../task-room.ts';
import { askPart, styles as parts } from './known-part.ts';
import { styles } from './fd-known-events.styles.ts';

/** What was done, and what was done with a thing. */
const deeds = {
  searched: 'knownSearched',
  room_opened: 'knownOpened',
  solved: 'knownSolved',
} as const;
const dealings = {
  product_viewed: 'knownViewed',
  cart_added: 'knownAdded',
  cart_removed: 'knownTaken',
  wished: 'knownWished',
  unwished: 'knownUnwished',
  purchased: 'knownBought',
  returned: 'knownReturned',
} as const satisfies Record<Exclude<EventType, keyof typeof deeds>, string>;

const sentence = ({ type, product }: KnownEvent, { text }: Say): string =>
  type in deeds
    ? text(deeds[type as keyof typeof deeds])
    : text(dealings[type as keyof typeof dealings], { what: product?.name ?? '' });

/**
 * @summary What we know: what the shop keeps of what the shopper did, day by day, each of it and all of
 * it to be removed, and whether anything more is kept.
 */
export class FdKnownEvents extends TaskRoom {
  static override styles = [...TaskRoom.styles, ...parts, styles];

  get #known() {
    return this.desk.use(createKnownEvents);
  }

  protected override shown() {
    const { session, $online } = this.desk;
    return [session.$session, $online, this.#known.list.$state];
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'unknown') this.#known.list.need();
  }

  #remove(known: KnownEvents, id?: string): Promise<void> {
    return this.do(async () => {
      await this.#known.remove(known, id);
      this.desk.announce(this.words.text('knownGone'));
    });
  }

  #row(known: KnownEvents, event: KnownEvent): TemplateResult {
    const { text, time } = this.words;
    const said = sentence(event, this.words);
    return html`<li class="li">
      <span class="grow"><span class="strong">${said}</span><span class="small second">${time(event.at)}</span></span>
      <button class="ib" aria-label=${`${text('removeLetter')}: ${said}`} aria-disabled=${this.busy}
        @click=${() => this.#remove(known, event.id)}>${icon('close', 's20')}</button>
    </li>`;
  }

  #days(known: KnownEvents): TemplateResult[] {
    const days = new Map<string, TemplateResult[]>();
    for (const event of known.items) {
      const day = this.words.when('chatDay', event.at);
      days.set(day, [...(days.get(day) ?? []), this.#row(known, event)]);
    }
    return [...days].map(
      ([day, rows]) =>
        html`<section class="sec"><h2 class="head">${day}</h2><ul class="list">${rows}</ul></section>`,
    );
  }

  #list(): TemplateResult {
    const { desk, words } = this;
    const { text } = words;
    const { list, more } = this.#known;
    const { is, value } = list.$state.get();
    if (!value)
      return is === 'failed'
        ? failedBlock(desk, { title: 'picksFailed', heading: false, again: list.load })
        : bone('gap', words);
    const { items, next } = value;
    if (!items.length) return html`<p class="second">${text('knownNone')}</p>`;
    return html`${this.#days(value)}
      <div class="stack">
        ${errorLine(this.error)}
        ${
          next === undefined
            ? nothing
            : html`<button class="btn quiet" aria-disabled=${this.busy} @click=${() => this.do(() => more(value, next))}>${text('showMore')}</button>`
        }
        <button class="btn quiet" aria-disabled=${this.busy} @click=${() => this.#remove(value)}>${text('removeKnown')}</button>
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
