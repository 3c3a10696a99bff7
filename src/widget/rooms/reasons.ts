import type { Verdict } from '../../contract/actions.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import type { PlainKey, Say } from '../locales/words.ts';

/** Why not, and what can be done in its place. */
const WHY: Readonly<Record<RuleProblem, PlainKey>> = {
  not_offered: 'notOffered',
  order_cancelled: 'orderIsCancelled',
  already_in_hand: 'alreadyInHand',
  not_delivered: 'notThereYet',
  window_closed: 'timeIsOver',
  final_sale: 'finalSaleTold',
  excluded_item: 'itemExcluded',
  excluded_country: 'countryExcluded',
  excluded_channel: 'channelExcluded',
  excluded_price: 'priceExcluded',
  nothing_left: 'nothingLeft',
  return_running: 'returnRunning',
  bundle_torn: 'setIsWhole',
  already_edited: 'alreadyEdited',
  already_returned: 'alreadyReturned',
  customer_blocked: 'shopDecides',
  insufficient_balance: 'tooLittleOnIt',
  payment_method_refused: 'methodRefused',
  variant_unavailable: 'variantGone',
  photo_required: 'photoMissing',
  upload_not_found: 'photoGone',
  return_moved_on: 'returnMovedOn',
  validation_failed: 'answersRefused',
};

export const isRuleProblem = (code: string): code is RuleProblem => code in WHY;

/** These are about one answer: another one may do. */
const MENDABLE: ReadonlySet<string> = new Set<RuleProblem>([
  'insufficient_balance',
  'payment_method_refused',
  'variant_unavailable',
  'nothing_left',
  'bundle_torn',
  'photo_required',
  'upload_not_found',
  'validation_failed',
]);

/** A no to the whole of it, whatever else were answered. */
export const isFinal = (code: string): code is RuleProblem =>
  isRuleProblem(code) && !MENDABLE.has(code);

/** A no of the rules as a sentence, with the next step. */
export function whyNot(
  {
    reason,
    since,
    instead,
  }: Pick<Extract<Verdict, { allowed: false }>, 'since' | 'instead'> & {
    reason: RuleProblem;
  },
  { text, when }: Say,
): string {
  if (reason === 'window_closed' && since) return when('timeWasOver', since);
  if (reason === 'already_in_hand' && instead !== 'wait')
    return text(instead === 'return' ? 'sentReturnNow' : 'sentAskShop');
  return text(WHY[reason]);
}
