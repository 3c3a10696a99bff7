import type { OutcomesRequest } from '../../contract/returns.ts';
import { decideOutcomes } from '../../domain/returns/choosing.ts';
import type { Changes } from '../services/changes.ts';
import type { Wanted } from '../services/decided-changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import type { Returns } from '../services/returns.ts';
import type { Handlers } from './frame/handler.ts';
import { receiptMailed, told } from './receipted.ts';

/** What was sold out between a return and its exchange is chosen again. */
export const outcomeRoutes = (
  changes: Changes,
  returns: Returns,
  tellReceipt: TellReceipt,
): Pick<Handlers, 'quoteOutcomes' | 'chooseOutcomes'> => ({
  async quoteOutcomes({ shop, caller, params, body }) {
    const found = await returns.waiting(shop, caller, params.id);
    if (isRefusal(found)) return found;
    const quote = await changes.quote(shop, caller, found.order, choosing(params.id, body));
    return isRefusal(quote) ? quote : { status: 200, body: quote };
  },

  async chooseOutcomes(ask) {
    const { shop, caller, params, keep } = ask;
    const { quote, ...request } = ask.body;
    const found = await returns.waiting(shop, caller, params.id);
    if (isRefusal(found)) return found;
    const wanted = { ...choosing(params.id, request), quote };
    const receipt = await changes.confirm(shop, caller, found.order, wanted, keep(told));
    if (isRefusal(receipt)) return receipt;
    return receiptMailed(tellReceipt)(ask, receipt, found.gift);
  },
});

const choosing = (id: string, request: OutcomesRequest): Wanted => ({
  request: { return: id, ...request },
  variants: request.lines.flatMap(({ outcome }) =>
    outcome.kind === 'exchange' ? outcome.variant : [],
  ),
  again: id,
  decide: (held) => decideOutcomes({ ...held, request }),
});
