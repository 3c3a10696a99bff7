import type { Return } from '../../contract/returns.ts';
import type { Receipt } from '../../contract/quotes.ts';
import type { Changes } from '../services/changes.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import type { MakeLabel } from '../services/return-labels.ts';
import type { Returns } from '../services/returns.ts';
import type { Handlers } from './frame/handler.ts';
import { quotedBy, receiptMailed } from './receipted.ts';
import { returning } from './wishes.ts';

/** Of the header is kept what names languages: the first of them. */
const MOST_LANGUAGE = 200;

const told = <Body extends Receipt | Return>(body: Body) => ({ status: 200 as const, body });

export const returnRoutes = (
  changes: Changes,
  returns: Returns,
  makeLabel: MakeLabel,
  tellReceipt: TellReceipt,
): Pick<
  Handlers,
  'quoteReturn' | 'createReturn' | 'getReturn' | 'getReturnLabel' | 'cancelReturn'
> => ({
  quoteReturn: quotedBy(changes)(returning),

  async createReturn(ask) {
    const { shop, caller, params, keep, afterwards } = ask;
    const { quote, ...request } = ask.body;
    const language = ask.request.headers.get('accept-language')?.slice(0, MOST_LANGUAGE) ?? null;
    const wanted = { ...returning(request), quote, language };
    const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
    if (isRefusal(receipt)) return receipt;
    const { return: id } = receipt;
    if (id !== undefined) afterwards('label_failed', () => makeLabel(shop, id));
    return receiptMailed(tellReceipt)(ask, receipt, request.gift);
  },

  async getReturn({ shop, caller, params }) {
    const found = await returns.read(shop, caller, params.id);
    return isRefusal(found) ? found : { ...told(found), cache: 'private' };
  },

  async getReturnLabel({ shop, caller, params }) {
    const label = await returns.pdf(shop, caller, params.id);
    return isRefusal(label) ? label : { status: 200, body: label };
  },

  async cancelReturn({ shop, caller, params, keep }) {
    const cancelled = await returns.cancel(shop, caller, params.id, keep(told));
    return isRefusal(cancelled) ? cancelled : told(cancelled);
  },
});
