import type { Refused } from '../../domain/changes/changes.ts';
import { decideOutcomes, paidBack } from '../../domain/returns/choosing.ts';
import type { Shop } from '../ports.ts';
import type { ChangeStore, Written } from '../ports/changes.ts';

/** Pays back what is sold out, of a return whose shopper has not chosen again in time. */
export async function payBack(
  changes: ChangeStore,
  shop: Shop,
  { order, id: again }: { order: string; id: string },
  now: Date,
): Promise<Written | Refused | undefined> {
  const { policy } = shop;
  if (!policy) return undefined;
  const found = await changes.return(shop.id, again);
  return changes.write<Refused>(
    shop,
    order,
    {
      ...{ at: now, by: 'system', request: { return: again }, variants: [], again },
      ...(found?.giftTo !== undefined && { customer: found.giftTo }),
    },
    (held) =>
      held.waiting
        ? decideOutcomes({ ...held, policy, request: paidBack(held.waiting) })
        : { refused: 'return_moved_on' },
  );
}
