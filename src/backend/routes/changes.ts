import type { CancellationRequest } from '../../contract/cancellations.ts';
import type { EditRequest } from '../../contract/edits.ts';
import type { ReportRequest } from '../../contract/reports.ts';
import { decideEdit } from '../../domain/edits.ts';
import { decideCancellation } from '../../domain/cancellation.ts';
import { decideReport } from '../../domain/reports.ts';
import type { Changes, Wanted } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import type { Handlers } from './frame/handler.ts';
import { receiptMailed, told } from './receipted.ts';

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
  return {
    async quoteCancellation({ shop, caller, params, body }) {
      const quote = await changes.quote(shop, caller, params.id, cancelling(body));
      return isRefusal(quote) ? quote : { status: 200, body: quote };
    },

    async cancelOrder(ask) {
      const { shop, caller, params, keep } = ask;
      const { quote, ...request } = ask.body;
      const wanted = { ...cancelling(request), quote };
      const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
      return isRefusal(receipt) ? receipt : mailed(ask, receipt);
    },

    async quoteEdit({ shop, caller, params, body }) {
      const quote = await changes.quote(shop, caller, params.id, editing(body));
      return isRefusal(quote) ? quote : { status: 200, body: quote };
    },

    async editOrder(ask) {
      const { shop, caller, params, keep } = ask;
      const { quote, ...request } = ask.body;
      const wanted = { ...editing(request), quote };
      const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
      return isRefusal(receipt) ? receipt : mailed(ask, receipt);
    },

    async quoteReport({ shop, caller, params, body }) {
      const quote = await changes.quote(shop, caller, params.id, reporting(body));
      return isRefusal(quote) ? quote : { status: 200, body: quote };
    },

    async reportOrder(ask) {
      const { shop, caller, params, keep } = ask;
      const { quote, ...request } = ask.body;
      const wanted = { ...reporting(request), quote };
      const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
      return isRefusal(receipt) ? receipt : mailed(ask, receipt);
    },

    async undoReceipt(ask) {
      const { shop, caller, keep } = ask;
      const { id, receipt } = ask.params;
      const undone = await changes.undo(shop, caller, id, receipt, keep(told));
      return isRefusal(undone) ? undone : mailed(ask, undone);
    },
  };
};

const cancelling = (request: CancellationRequest): Wanted => ({
  request,
  decide: (held) => decideCancellation({ ...held, request }),
});

const editing = (request: EditRequest): Wanted => ({
  request,
  variants: request.kind === 'items' ? variantsOf(request) : [],
  decide: (held) => decideEdit({ ...held, request }),
});

const reporting = (request: ReportRequest): Wanted => ({
  request,
  // what is sent again is what was sent
  variants: [],
  decide: (held) => decideReport({ ...held, request }),
});

const variantsOf = ({ lines, add }: Extract<EditRequest, { kind: 'items' }>): string[] => [
  ...lines.flatMap(({ variant }) => variant ?? []),
  ...add.map(({ variant }) => variant),
];
