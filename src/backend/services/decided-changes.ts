import type { Policy } from '../../contract/policy.ts';
import type { StaffWhy } from '../../contract/staff-orders.ts';
import type { Change, Refused } from '../../domain/changes/changes.ts';
import { hasBalance } from '../../domain/money/settling.ts';
import type { BackendPorts, PaymentCapabilities, Shop } from '../ports.ts';
import type { Held } from '../ports/changes.ts';
import type { CustomerCaller } from './callers.ts';
import { seenBy } from './seen-orders.ts';
import { withShipping } from './shipping-methods.ts';
import type { StaffCaller } from './staff-callers.ts';

/** A write somebody wishes for, and the rule that says what comes of it. */
export interface Wanted {
  /** As it was asked for, without the quote. */
  request: object;
  /** Variants the rule has to know beside those of the order's lines; absent: none of either. */
  variants?: readonly string[];
  /** Files it names. */
  photos?: readonly string[];
  /** As Accept-Language has it. */
  language?: string | null;
  /** The return that is decided once more. */
  again?: string;
  /** Of somebody of the shop: why they do it. */
  why?: StaffWhy;
  decide(held: Held & Given): Change | Refused;
}
interface Given {
  policy: Policy;
  now: Date;
}

/** Whoever changes an order: its customer, or somebody of the shop for them. */
export type Changer = CustomerCaller | StaffCaller;

/** What the rules make of what is wanted. */
export type Decide = (
  shop: Shop,
  caller: Changer,
  held: Held,
  wanted: Wanted,
  given: Given,
) => Change | Refused;

/** A no as well where nobody could take what the shopper owes. */
export const createDecide =
  (payments: BackendPorts['payments']): Decide =>
  (shop, caller, held, { decide, photos = [] }, given) => {
    const seen = caller.kind === 'staff' ? held : seenBy(caller, held);
    const change = decide({ ...seen, case: withShipping(shop, seen.case), ...given });
    if ('refused' in change) return change;
    if (!photos.every((id) => held.uploads.has(id))) return { refused: 'upload_not_found' };
    if (!payments) return change;
    return isPayable(change, payments(shop.id)?.capabilities)
      ? change
      : { refused: 'payment_method_refused' };
  };

/** What has a balance here pays without a provider. */
function isPayable(
  { moves, hold }: Change,
  can: Pick<PaymentCapabilities, 'charge' | 'hold'> = { charge: [], hold: [] },
): boolean {
  const charges = moves.filter(({ amount, kind }) => amount < 0 && !hasBalance(kind));
  return (
    charges.every(({ kind }) => can.charge.includes(kind)) &&
    (!hold || can.hold.includes(hold.kind))
  );
}
