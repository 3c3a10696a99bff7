import type { Address, Payment } from '../../contract/orders.ts';
import type { Receipt, Sum } from '../../contract/quotes.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import type { Beyond } from '../../contract/staff-orders.ts';
import type { OrderRecord } from '../orders/orders.ts';

/** A line of a breakdown: what comes to the shopper is positive. Minor units of the order's currency. */
export interface SumRecord {
  kind: Sum['kind'];
  line?: string;
  label?: string;
  amount: number;
}

/** Money that goes to the shopper (positive) or comes from them (negative). */
export interface MoveRecord {
  kind: Payment['kind'];
  /** Payment method of the customer; absent: store credit, or a payment whose method nobody told. */
  method?: string;
  label: string;
  lastFour?: string;
  /** The payment it gives back, as the provider calls it. */
  reference?: string;
  amount: number;
  /** To whoever was given it: the order's payments as its customer sees them are without. */
  gift?: true;
  /** Working days until it is there. */
  days: { from: number; to: number };
  /** False: once what goes back has arrived, or the shop has agreed. */
  now: boolean;
}

/** How a customer may pay or be paid. */
export interface MethodRecord {
  id: string;
  kind: Payment['kind'];
  label: string;
  lastFour?: string;
  /** Of a gift card or store credit: what is left of it, in this currency. */
  balance?: { amount: number; currency: string };
}

/** A variant as it may be sent now. */
export interface VariantRecord {
  id: string;
  product: string;
  name: string;
  options: { name: string; value: string }[];
  price: number;
  currency: string;
  available: boolean;
  /** How many are left, where the shop counts. */
  stock?: number;
  /** Another one each time the shop tells of it: what was set aside before counts no more. */
  told?: string;
}

/**
 * A decided write: what it does to an order and to money, all of it or nothing. A domain function
 * makes it, without doing anything; a quote shows its sums, a confirmation stores it.
 */
export interface Change {
  kind: Receipt['kind'];
  /** They add up to what the moves add up to. */
  sums: SumRecord[];
  moves: MoveRecord[];
  /** The shop looks at it first: nothing is done until it agrees. */
  review: boolean;
  /** Until then it may be taken back; absent: never. */
  undoUntil?: string;
  /** A difference the shopper owes is paid by then, or it is undone by itself. */
  payBy?: string;
  /** The order as it is then; absent: as it was. */
  order?: OrderRecord;
  /** It becomes the customer's own address too. */
  remember?: Address;
  /** Held until what goes back is there, for what is sent before; from the shopper, so negative. */
  hold?: MoveRecord & { until: string };
  /** Units that come back to the shelf (positive) or leave it. */
  stock: { variant: string; by: number }[];
  /** By somebody of the shop: what of the shopper's policy it leaves behind. */
  beyond?: Beyond[];
  /** The order it was decided on, where a quote holds for that alone. */
  basis?: string;
}

/** A no of the rules: the problem code, and the lines it is about. */
export interface Refused {
  refused: RuleProblem;
  lines?: string[];
}
