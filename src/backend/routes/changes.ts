import type { CancellationRequest } from '../../contract/cancellations.ts';
import type { EditRequest } from '../../contract/edits.ts';
import type { ReportRequest } from '../../contract/reports.ts';
import { decideEdit } from '../../domain/changes/edits.ts';
import { decideCancellation } from '../../domain/changes/cancellation.ts';
import { decideReport } from '../../domain/reports/reports.ts';
import type { Changes, Wanted } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import type { Handlers } from './frame/handler.ts';
import { confirmedBy, quotedBy, receiptMailed, told } from './receipted.ts';

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
  photos: request.photos ?? [],
  decide: (held) => decideReport({ ...held, request }),
});

const variantsOf = ({ lines, add }: Extract<EditRequest, { kind: 'items' }>): string[] => [
  ...lines.flatMap(({ variant }) => variant ?? []),
  ...add.map(({ variant }) => variant),
];
