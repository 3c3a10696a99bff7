import type { Payment } from '../../contract/orders.ts';
import type { FailedMove } from '../../domain/money/move-failures.ts';

export type PaymentKind = Payment['kind'];

/** Kinds of payment that can be moved so; what is in no list is not offered. */
export interface PaymentCapabilities {
  refund: readonly PaymentKind[];
  charge: readonly PaymentKind[];
  hold: readonly PaymentKind[];
}

export interface MoveAsked {
  /** Moves it once, however often it is asked. Another body under it is refused. */
  key: string;
  /** Minor units of the currency, above zero. */
  amount: number;
  /** ISO 4217: that of the payment or hold it is about. */
  currency: string;
  /**
   * It may have been asked for before: it is looked for before anything moves. A provider may forget
   * a key after a day.
   */
  again?: boolean;
}

/** From the shop to the shopper. `payment` is what the provider calls the payment given back. */
export type RefundAsked = MoveAsked & { payment: string };
/** From the shopper. `source` is a stored payment method, or a payment that has left one. */
export type ChargeAsked = MoveAsked & { source: string };
/** `hold` is the reference a hold was answered with. */
export type CaptureAsked = MoveAsked & { hold: string };
export type ReleaseAsked = Pick<MoveAsked, 'key' | 'again'> & { hold: string };

/** What became of a move. */
export type Moved =
  | {
      state: 'succeeded';
      /** What the provider calls it: look() takes it, and refund() that of a charge. */
      reference: string;
      /** What has moved, or is held; may be less than asked. */
      amount: number;
      /** Of a hold: when it runs out by itself. ISO 8601, UTC. */
      until?: string;
    }
  /** News, or look(), tell its end. */
  | { state: 'pending'; reference: string }
  | (FailedMove & { reference?: string });

/** Something has become of a move: look() says what. */
export interface MoneyNews {
  /** The provider's id of the news: one that comes twice is one. */
  id: string;
  /** The refund, charge or hold it is about. */
  reference: string;
  /** Of a refund: the payment given back. */
  payment?: string;
  /** The key we asked under; absent when somebody else did, as at the provider's own desk. */
  key?: string;
}

/**
 * Moves one shop's money. What goes wrong is an answer, never an exception; an exception is a fault
 * of ours. Nothing is tried again in here: who asks does that, under the same key.
 */
export interface Payments {
  readonly name: string;
  readonly capabilities: PaymentCapabilities;
  refund(asked: RefundAsked): Promise<Moved>;
  charge(asked: ChargeAsked): Promise<Moved>;
  /** Keeps money of the shopper's aside, to be taken or let go. */
  hold(asked: ChargeAsked): Promise<Moved>;
  /** Takes of a hold, once; the rest is let go. */
  capture(asked: CaptureAsked): Promise<Moved>;
  release(asked: ReleaseAsked): Promise<Moved>;
  /** How a refund, a charge or a hold stands now. */
  look(reference: string): Promise<Moved>;
  /** What a webhook of the provider tells; undefined when the provider has not signed it. */
  news(request: Request, bytes: Uint8Array): Promise<readonly MoneyNews[] | undefined>;
}

/**
 * Brings news to the moves they are about. Late, twice, in any order: the end is the same. True where
 * something is looked at again because of them.
 */
export type ApplyMoney = (shop: string, news: MoneyNews) => Promise<boolean>;
