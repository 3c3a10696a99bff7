import type { Reason } from '../../contract/reasons.ts';
import type { Beyond, StaffVerdict } from '../../contract/staff-orders.ts';
import type { Say } from '../words/say.ts';
import type { Words } from '../words/words.ts';

/** Why not, as colleagues say it. */
const nos: Readonly<Record<Reason, keyof Words>> = {
  ...{ window_closed: 'no_window', already_in_hand: 'no_in_hand', order_cancelled: 'no_cancelled' },
  ...{ not_delivered: 'no_not_there', already_edited: 'no_once', already_returned: 'no_once' },
  ...{ final_sale: 'no_goods', excluded_item: 'no_goods', excluded_country: 'no_goods' },
  ...{ excluded_channel: 'no_goods', excluded_price: 'no_goods', nothing_left: 'no_left' },
  ...{ return_running: 'no_left', customer_blocked: 'no_risk' },
  ...{ not_offered: 'no_offer', bundle_torn: 'no_set' },
};

export const noWordOf = (code: string): keyof Words | undefined =>
  isReason(code) ? nos[code] : wishNos[code];
const isReason = (code: string): code is Reason => code in nos;

/** A no that is about the wish, and not about the order. */
const wishNos: Readonly<Record<string, keyof Words>> = {
  ...{ variant_unavailable: 'no_variant', payment_method_refused: 'no_payment' },
  ...{ insufficient_balance: 'no_balance', photo_required: 'no_photo' },
};

/** Why it may not be done, and who may all the same. */
export function whyNot(
  { reason, since, asks }: Extract<StaffVerdict, { allowed: false }>,
  say: Say,
): string {
  const no = say.text(nos[reason], { day: since === undefined ? '' : say.when(since) });
  return asks ? `${no} ${say.text(asks === 'lead' ? 'asksLead' : 'asksAdmin')}` : no;
}

/** What of the shopper's policy is left behind, in a line. */
export const beyondWords = (beyond: readonly Beyond[], say: Say): string =>
  say.list(beyond.map(({ limit }) => say.text(`limit_${limit}`)));
