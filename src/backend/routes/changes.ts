import type { CancellationRequest } from '../../contract/cancellations.ts';
import { decideCancellation } from '../../domain/cancellation.ts';
import type { Receipt } from '../../contract/quotes.ts';
import type { Changes, Wanted } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

const told = (receipt: Receipt) => ({ status: 200 as const, body: receipt });

/** Writes that settle something about an order, each with the quote it confirms. */
export const changeRoutes = (
  changes: Changes,
): Pick<Handlers, 'quoteCancellation' | 'cancelOrder' | 'undoReceipt'> => ({
  async quoteCancellation({ shop, caller, params, body }) {
    const quote = await changes.quote(shop, caller, params.id, cancelling(body));
    return isRefusal(quote) ? quote : { status: 200, body: quote };
  },

  async cancelOrder({ shop, caller, params, body: { quote, ...request }, keep }) {
    const wanted = { ...cancelling(request), quote };
    const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
    return isRefusal(receipt) ? receipt : told(receipt);
  },

  async undoReceipt({ shop, caller, params, keep }) {
    const { id, receipt } = params;
    const undone = await changes.undo(shop, caller, id, receipt, keep(told));
    return isRefusal(undone) ? undone : told(undone);
  },
});

const cancelling = (request: CancellationRequest): Wanted => ({
  request,
  variants: [],
  decide: (held) => decideCancellation({ ...held, request }),
});
