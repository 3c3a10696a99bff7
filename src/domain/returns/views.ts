import type { LabelFailure, Return, ReturnState } from '../../contract/returns.ts';
import type { Parcel, TrackingStatus } from '../../contract/shipments.ts';
import { carrierOf } from '../shipments/carriers.ts';
import { stateOf, type ParcelNews } from '../shipments/parcel-news.ts';
import { receiptOf, type ReceiptFacts } from '../changes/receipts.ts';
import { mayBeCancelled } from './life.ts';
import type { ReturnRecord } from './returns.ts';

/** A return as it is kept. */
export interface ReturnFacts extends Pick<
  ReturnRecord,
  'lines' | 'method' | 'expiresAt' | 'instant'
> {
  id: string;
  order: string;
  number: string;
  state: ReturnState;
  createdAt: string;
  /** Lines that are sold out are chosen again by then. */
  chooseBy?: string;
  label?: { carrier: string; tracking: string; code?: string; dropOff?: string; pdf?: string };
  /** What the carrier told of the way back. */
  news?: ParcelNews;
  /** Why nobody asks for a label any more. */
  labelFailed?: LabelFailure;
  refusedWhy?: string;
  /** The oldest first. */
  events: { state: ReturnState; at: string }[];
}

/** What the contract says of a return; its sums are those of the receipt that began it. */
export function returnOf(record: ReturnFacts, receipt: ReceiptFacts): Return {
  const { id, order, number, state, createdAt, expiresAt, method, label } = record;
  const { labelFailed, refusedWhy, chooseBy } = record;
  const { sums, total, moves } = receiptOf(receipt);
  const parcel = parcelOf(record);
  const { currency } = receipt;
  return {
    ...{ id, order, number, state, createdAt, method, sums, total, moves },
    ...(expiresAt !== undefined && { expiresAt }),
    ...(chooseBy !== undefined && { chooseBy }),
    ...(record.instant && { instant: true }),
    lines: record.lines.map(
      ({ line, quantity, reason, answers, photos, outcome, variant, unitPrice, soldOut }) => ({
        ...{ line, quantity, reason, outcome },
        ...(answers && { answers }),
        ...(photos && { photos }),
        ...(variant !== undefined && { variant }),
        ...(unitPrice !== undefined && { unitPrice: { amount: unitPrice, currency } }),
        ...(soldOut && { soldOut }),
      }),
    ),
    ...(label?.code !== undefined && { code: label.code }),
    ...(label?.pdf !== undefined && { label: true }),
    ...(labelFailed && state === 'approved' && { labelFailed }),
    ...(label?.dropOff !== undefined && { dropOff: label.dropOff }),
    ...(parcel && { parcel }),
    cancelable: mayBeCancelled(state),
    ...(refusedWhy !== undefined && { refusedWhy }),
    events: record.events.toReversed(),
  };
}

/** Where what goes back is, by what the shop or its carrier said of the return. */
const statusOf: Partial<Record<ReturnState, TrackingStatus>> = {
  label_sent: 'label_printed',
  in_transit: 'in_transit',
  received: 'delivered',
  inspected: 'delivered',
  settled: 'delivered',
};

const nothing: ParcelNews = { facts: {}, events: [] };

function parcelOf({ id, state, label, news = nothing }: ReturnFacts): Parcel | undefined {
  const said = statusOf[state];
  if (!label || !said) return undefined;
  const told = stateOf(news, said);
  const { carrier, url } = carrierOf({ carrier: label.carrier, number: label.tracking });
  return {
    id,
    ...(carrier && { carrier }),
    number: label.tracking,
    ...(url && { url }),
    // the shop has it, whatever its carrier knows
    status: said === 'delivered' ? said : told.status,
    ...(told.estimate && { estimate: told.estimate }),
    events: told.events,
  };
}
