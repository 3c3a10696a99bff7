import type { OutcomeKind, ReportKind, Resolution } from '../../contract/actions.ts';
import type { ReturnState } from '../../contract/returns.ts';
import type { MoveRecord } from '../changes/changes.ts';
import type { OrderRecord } from '../orders/orders.ts';
import type { LineShares } from '../money/worth.ts';

/** All that a policy looks at when it is asked about an order: as it is, and what was done before. */
export interface Case {
  order: OrderRecord;
  /** What is known of the products of its lines, by their ids. */
  products: ReadonlyMap<string, ProductFacts>;
  /** How often its items have been changed, undone ones left out. */
  edits: number;
  /** How often its payment method has been changed, undone ones left out. */
  paymentEdits: number;
  /** Returns and exchanges that were not refused, cancelled or expired. */
  returns: readonly ReturnFacts[];
  /** What was told to be wrong, refused reports left out. */
  reports: readonly ReportFacts[];
  /** Money that was decided and is not among the order's payments yet. */
  planned: readonly MoveRecord[];
  /** Charges under way: among the order's payments, and paid by nobody yet. */
  charging: readonly MoveRecord[];
  /** How it may be sent, where the platform tells; empty where it cannot be changed. */
  shippingMethods: readonly ShippingMethodRecord[];
}

export interface ShippingMethodRecord {
  id: string;
  label: string;
  /** In the minor units of the order's currency. */
  price: number;
}

export interface ProductFacts {
  category?: string;
  tags: readonly string[];
}

export interface ReturnFacts {
  id: string;
  state: ReturnState;
  lines: readonly ReturnedUnits[];
  /** The customer who was given it, and who alone is to know. */
  giftTo?: string;
  /** Whoever asks is not to know of it. */
  secret?: true;
}

export interface ReportFacts {
  kind: ReportKind;
  /** Absent: the shop's people say what comes of it. */
  resolution?: Resolution;
  lines: readonly SharedUnits[];
}

/** Units of a line, and what of the line's shares they were given. */
export interface SharedUnits extends LineShares {
  line: string;
  quantity: number;
}

/** Units that go back, or that something came of as if they had. */
export interface ReturnedUnits extends SharedUnits {
  outcome: OutcomeKind;
}
