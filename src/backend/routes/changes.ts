import type { Changes } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import type { Handlers } from './frame/handler.ts';
import { confirmedBy, quotedBy, receiptMailed, told } from './receipted.ts';
import { cancelling, editing, reporting } from './wishes.ts';

/** Writes that settle something about an order, each with the quote it confirms. */
export const changeRoutes = (
  changes: Changes,
  tellReceipt: TellReceipt,
): Pick<
  Handlers,
  | 'quoteCancellation'
  | 'cancelOrder'
  | 'quoteEdit'
  | 'editOrder'
  | 'quoteReport'
  | 'reportOrder'
  | 'undoReceipt'
> => {
  const mailed = receiptMailed(tellReceipt);
  const quoted = quotedBy(changes);
  const confirmed = confirmedBy(changes, tellReceipt);
  return {
    quoteCancellation: quoted(cancelling),

    async cancelOrder(ask) {
      const { quote, ...request } = ask.body;
      return confirmed(ask, { ...cancelling(request), quote });
    },

    quoteEdit: quoted(editing),

    async editOrder(ask) {
      const { quote, ...request } = ask.body;
      return confirmed(ask, { ...editing(request), quote });
    },

    quoteReport: quoted(reporting),

    async reportOrder(ask) {
      const { quote, ...request } = ask.body;
      return confirmed(ask, { ...reporting(request), quote });
    },

    async undoReceipt(ask) {
      const { shop, caller, keep } = ask;
      const { id, receipt } = ask.params;
      const undone = await changes.undo(shop, caller, id, receipt, keep(told));
      return isRefusal(undone) ? undone : mailed(ask, undone);
    },
  };
};
