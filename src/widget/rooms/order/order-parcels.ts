import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Order, OrderTracking } from '../../../contract/orders.ts';
import type { Parcel } from '../../../contract/shipments.ts';
import type { segments } from '../../ui/segments.ts';
import { leadOf } from './order-story.ts';
import { parcelPart, type ParcelView } from './parcel.ts';

export const parcelsOf = (order: Order | OrderTracking): readonly Parcel[] =>
  'shipments' in order ? order.shipments : order.parcels;

export interface ParcelsView extends Pick<ParcelView, 'desk' | 'isAll' | 'showAll'> {
  /** The parcel that was chosen; before that the one the headline speaks of. */
  chosen: number | undefined;
  choose(nth: number): void;
  /** Draws the tabs, once it has come. */
  tabs: typeof segments | undefined;
}

/** The parcels of an order: one is shown, the others have tabs. */
export function orderParcels(
  order: Order | OrderTracking,
  view: ParcelsView,
): TemplateResult | typeof nothing {
  const { words } = view.desk;
  const parcels = parcelsOf(order);
  const chosen = Math.min(view.chosen ?? leadOf(order.progress, parcels), parcels.length - 1);
  const parcel = parcels[chosen];
  if (!parcel) return nothing;
  const tabs = parcels.length > 1 && view.tabs;
  const names = parcels.map(({ events, estimate, status }, n) => {
    const at = status === 'delivered' || status === 'picked_up' ? events[0]?.at : estimate?.to;
    return at ? words.when('parcelOn', at, { n: n + 1 }) : words.text('parcel', { n: n + 1 });
  });
  return html`${tabs ? tabs(words.text('parcels'), names, chosen, view.choose) : nothing}
    <section class="parcel" id="panel" role=${tabs ? 'tabpanel' : nothing} aria-labelledby=${tabs ? `tab-${chosen}` : nothing}>
      ${parcelPart({ ...view, parcel, lines: 'lines' in order ? order.lines : [] })}
    </section>`;
}
