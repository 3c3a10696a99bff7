import type { CancellationRequest } from '../../contract/cancellations.ts';
import type { EditRequest } from '../../contract/edits.ts';
import { decideEdit } from '../../domain/edits.ts';
import { decideCancellation } from '../../domain/cancellation.ts';
import type { Receipt } from '../../contract/quotes.ts';
import type { Changes, Wanted } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

const told = (receipt: Receipt) => ({ status: 200 as const, body: receipt });

/** Writes that settle something about an order, each with the quote it confirms. */
export const changeRoutes = (
  changes: Changes,
): Pick<
  Handlers,
  'quoteCancellation' | 'cancelOrder' | 'quoteEdit' | 'editOrder' | 'undoReceipt'
> => ({
  async quoteCancellation({ shop, caller, params, body }) {
    const quote = await changes.quote(shop, caller, params.id, cancelling(body));
    return isRefusal(quote) ? quote : { status: 200, body: quote };
  },

  async cancelOrder({ shop, caller, params, body: { quote, ...request }, keep }) {
    const wanted = { ...cancelling(request), quote };
    const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
    return isRefusal(receipt) ? receipt : told(receipt);
  },

  async quoteEdit({ shop, caller, params, body }) {
    const quote = await changes.quote(shop, caller, params.id, editing(body));
    return isRefusal(quote) ? quote : { status: 200, body: quote };
  },

  async editOrder({ shop, caller, params, body: { quote, ...request }, keep }) {
    const wanted = { ...editing(request), quote };
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
  decide: (held) => decideCancellation({ ...held, request }),
});

const editing = (request: EditRequest): Wanted => ({
  request,
  variants: request.kind === 'items' ? variantsOf(request) : [],
  decide: (held) => decideEdit({ ...held, request }),
});

const variantsOf = ({ lines, add }: Extract<EditRequest, { kind: 'items' }>): string[] => [
  ...lines.flatMap(({ variant }) => variant ?? []),
  ...add.map(({ variant }) => variant),
];
