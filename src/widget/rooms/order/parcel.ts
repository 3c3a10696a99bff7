import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../../contract/orders.ts';
import type { Parcel, Shipment } from '../../../contract/shipments.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import { glyph, icon } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { linkRow } from '../../ui/row.ts';
import { timeline } from '../../ui/timeline.ts';
import { eventWords, list, pictures } from '../order-parts.ts';
import { copy, share } from '../share.ts';

const SHARE = 'M12 14.5V4M7.8 8 12 3.8 16.2 8M6 11.5H5V20h14v-8.5h-1';
/** Steps shown before the shopper asks for all. */
const FEW = 5;

export interface ParcelView {
  parcel: Parcel | Shipment;
  /** The order's lines; none for a guest. */
  lines: readonly Line[];
  isAll: boolean;
  showAll(): void;
  desk: Desk;
}

/** One parcel: what is in it, who brings it, what has happened to it. */
export const parcelPart = (view: ParcelView): TemplateResult =>
  html`${header(view)} ${steps(view)} ${carrierLink(view.parcel, view.desk.words)}`;

function header({ parcel, lines, desk }: ParcelView): TemplateResult | typeof nothing {
  const { words } = desk;
  const { text } = words;
  const inside =
    'lines' in parcel
      ? parcel.lines.flatMap((part) => lines.find(({ id }) => id === part.line) ?? [])
      : [];
  const { carrier, number, url } = parcel;
  if (!inside.length && !carrier && !number) return nothing;
  const title = inside.length
    ? list(
        inside.map(({ name }) => name),
        words,
      )
    : carrier?.name;
  return html`<div class="row">
    ${inside.length ? pictures(inside.map((line) => line.picture?.url)) : icon('box')}
    <div class="grow">
      <p class="strong two-lines">${title}</p>
      ${
        number
          ? html`<button class="copy" @click=${() => copy(desk, number)}><span class="hide">${text('copyNumber')} </span>${
              inside.length && carrier ? html`<bdi>${carrier.name}</bdi> ` : nothing
            }<bdi dir="ltr">${number}</bdi></button>`
          : inside.length && carrier
            ? html`<p class="small second">${carrier.name}</p>`
            : nothing
      }
    </div>
    ${
      url || number
        ? html`<button class="ib" aria-label=${text('share')} @click=${() => share(desk, url ? { url } : { text: number ?? '' })}>${glyph(SHARE)}</button>`
        : nothing
    }
  </div>`;
}

function steps({ parcel, isAll, showAll, desk }: ParcelView): TemplateResult {
  const { words } = desk;
  const { text, when } = words;
  const { events, action } = parcel;
  if (!events.length) return html`<p class="second">${text('noSteps')}</p>`;
  const shown = isAll ? events : events.slice(0, FEW);
  const hidden = events.length - shown.length;
  return html`${timeline(
    text('steps'),
    shown.map((event) => ({
      at: event.at,
      when: when('eventAt', event.at),
      text: eventWords(event, words),
      more: event.place && !event.text.includes(event.place) ? event.place : undefined,
    })),
    !!action,
  )}
  ${hidden ? html`<button class="btn text" @click=${showAll}>${text('allSteps', { n: hidden })}</button>` : nothing}`;
}

function carrierLink({ url, carrier }: Parcel, { text }: Say): TemplateResult | typeof nothing {
  if (!url) return nothing;
  const title =
    carrier && carrier.code !== 'other'
      ? text('followAt', { carrier: carrier.name })
      : text('follow');
  return html`<div class="list">${linkRow({ lead: roomIcon('truck'), title }, url)}</div>`;
}
