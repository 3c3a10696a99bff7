import type { Receipt } from '../../contract/quotes.ts';
import type { Changes } from '../services/changes.ts';
import type { Wanted } from '../services/decided-changes.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Ask } from './frame/handler.ts';

/** The answer to a write. */
export const told = (receipt: Receipt) => ({ status: 200 as const, body: receipt });

/** The answer to a write, whose receipt goes out by mail as well. */
export const receiptMailed =
  (tellReceipt: TellReceipt) =>
  (
    {
      shop,
      caller,
      request,
      afterwards,
    }: Pick<Ask<'cancelOrder'>, 'shop' | 'caller' | 'request' | 'afterwards'>,
    receipt: Receipt,
    secretly = false,
  ) => {
    const language = request.headers.get('accept-language');
    const work = () => tellReceipt({ shop, caller, receipt, language, secretly });
    afterwards('receipt_mail_failed', work);
    return told(receipt);
  };

/** What a wish would come to. */
export const quotedBy =
  (changes: Changes) =>
  <Request>(wantedOf: (request: Request) => Wanted) =>
  async ({
    shop,
    caller,
    params,
    body,
  }: Pick<Ask<'quoteCancellation'>, 'shop' | 'caller' | 'params'> & { body: Request }) => {
    const quote = await changes.quote(shop, caller, params.id, wantedOf(body));
    return isRefusal(quote) ? quote : { status: 200 as const, body: quote };
  };

/** A wish done as it was quoted, and its receipt mailed. */
export const confirmedBy = (changes: Changes, tellReceipt: TellReceipt) => {
  const mailed = receiptMailed(tellReceipt);
  return async (
    ask: Pick<Ask<'cancelOrder'>, 'shop' | 'caller' | 'params' | 'request' | 'afterwards' | 'keep'>,
    wanted: Wanted & { quote: string },
  ) => {
    const { shop, caller, params, keep } = ask;
    const receipt = await changes.confirm(shop, caller, params.id, wanted, keep(told));
    return isRefusal(receipt) ? receipt : mailed(ask, receipt);
  };
};
