import type { Policy } from '../../contract/policy.ts';
import type { StaffRole } from '../../contract/staff.ts';
import { digestOf } from '../news/row-news.ts';
import type { OrderRecord } from '../orders/orders.ts';
import { goBeyond } from '../policy/beyond.ts';
import { isFree } from '../policy/explain.ts';
import { limitsOf } from '../policy/limits.ts';
import type { Change, Refused } from './changes.ts';

export interface ByStaff {
  order: OrderRecord;
  policy: Policy;
  role: StaffRole;
  /** Neither a fee nor the way back comes off. */
  waiveFees: boolean;
}

/**
 * What somebody of the shop does for a customer: decided by the very rules of the shopper, less the
 * limits that their role may leave behind. It holds for the order as it is.
 */
export function decideByStaff(
  { order, policy, role, waiveFees }: ByStaff,
  decide: (policy: Policy) => Change | Refused,
): Change | Refused {
  const may = limitsOf(role, policy);
  const waives = waiveFees && !isFree(policy);
  if (waives && !may.includes('fee')) return { refused: 'not_offered' };
  const found = goBeyond<Change, Refused>(policy, may, decide, waives ? ['fee'] : []);
  if ('refused' in found) return found;
  return { ...found.yes, beyond: found.beyond, basis: basisOf(order) };
}

/** A parcel's news make no other order of it; how far it is is looked at again in any case. */
const basisOf = (order: OrderRecord): string =>
  digestOf(JSON.stringify({ ...order, shipments: [] }));
