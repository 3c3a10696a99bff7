import type { Address } from '../../contract/orders.ts';
import type { Money } from '../../contract/money.ts';
import type { ReturnMethod } from '../../contract/actions.ts';
import type { LabelFailure } from '../../contract/returns.ts';

/** Ways back that a carrier has part in. */
export type LabelMethod = Extract<ReturnMethod, 'drop_off' | 'label' | 'pick_up'>;

export interface LabelAsked {
  /** Makes one, however often it is asked. Another body under it is refused. */
  key: string;
  method: LabelMethod;
  /** Where it is sent from; it goes to the shop. */
  from: Address;
  /** Of the return, as printed: 4051-1. */
  number: string;
}

/** The way back of one parcel, paid by the shop. */
export interface Label {
  /** What the carrier calls it: cancel() takes it. */
  reference: string;
  /** Carrier code, as in a shipment. */
  carrier: string;
  tracking: string;
  /** What it costs the shop. */
  price: Money;
  /** drop_off: the text of the QR code that is shown at the counter. */
  code?: string;
  /** label, pick_up: a PDF of one page. */
  pdf?: Uint8Array;
  /** Where or when it is handed over, in a sentence. */
  dropOff?: string;
}

/** `retryable`: the same may be asked again under the same key, and may go well then. */
export interface LabelFailed {
  state: 'failed';
  reason: LabelFailure;
  retryable: boolean;
}

/** Makes labels for one shop. What goes wrong is an answer, never an exception. */
export interface Labels {
  readonly name: string;
  /** What is not in the list is not offered. */
  readonly capabilities: readonly LabelMethod[];
  make(asked: LabelAsked): Promise<{ state: 'made'; label: Label } | LabelFailed>;
  /** So that it costs nothing; one that is cancelled already is. A parcel on its way refuses. */
  cancel(reference: string): Promise<{ state: 'cancelled' } | LabelFailed>;
}
