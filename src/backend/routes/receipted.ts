import type { Receipt } from '../../contract/quotes.ts';
import type { TellReceipt } from '../services/receipt-mails.ts';
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
