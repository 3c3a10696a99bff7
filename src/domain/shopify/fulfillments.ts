import type { ShipmentRow } from '../../contract/import.ts';
import { TrackingStatus } from '../../contract/shipments.ts';
import type { ShopifyFulfillment } from '../../contract/shopify.ts';
import type { SendingTold } from '../news/row-news.ts';
import { linkOf, textOf } from './fields.ts';

/** A fulfilment as a sending: a parcel for each tracking number, or one that has none yet. */
export function sendingOf(from: ShopifyFulfillment, toldAt?: string): SendingTold {
  const numbers = listOf(from.tracking_numbers, from.tracking_number);
  const links = listOf(from.tracking_urls, from.tracking_url);
  const carrier = carrierCode(from.tracking_company);
  const parcels = (numbers.length ? numbers : [undefined]).map((text, at): ShipmentRow => {
    const number = textOf(text, 64);
    const url = linkOf(links[at]);
    return {
      id: at === 0 ? from.id : `${from.id}.${at + 1}`,
      ...(carrier !== undefined && { carrier }),
      ...(number !== undefined && { number }),
      ...(url !== undefined && { url }),
      status: statusOf(from),
      // which item is in which of several parcels Shopify does not say
      lines: at === 0 ? linesOf(from) : [],
      events: [],
    };
  });
  return { sending: from.id, order: from.order_id, parcels, updatedAt: from.updated_at, toldAt };
}

/** Whether it was called off or failed: its parcels never left. */
export const isCalledOff = ({ status }: ShopifyFulfillment): boolean =>
  status === 'cancelled' || status === 'error' || status === 'failure';

function statusOf(from: ShopifyFulfillment): TrackingStatus {
  if (isCalledOff(from)) return 'cancelled';
  const { success, data } = TrackingStatus.safeParse(from.shipment_status);
  return success ? data : 'unknown';
}

const linesOf = ({ line_items }: ShopifyFulfillment): ShipmentRow['lines'] => [
  ...new Map(
    (line_items ?? [])
      .filter(({ quantity }) => quantity > 0)
      .map(({ id, quantity }) => [id, { line: id, quantity }]),
  ).values(),
];

const MOST_NUMBERS = 20;

const listOf = (many: string[] | null | undefined, one: string | null | undefined): string[] =>
  (many?.length ? many : one ? [one] : []).filter((each) => each.trim()).slice(0, MOST_NUMBERS);

/** "Other" is Shopify’s word for a carrier it does not know. */
const carrierCode = (company: string | null | undefined): string | undefined =>
  company?.trim().toLowerCase() === 'other' ? undefined : textOf(company, 40);
