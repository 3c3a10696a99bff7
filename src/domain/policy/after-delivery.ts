import type { OutcomeKind, ReasonOffer, ReturnReason, Verdict } from '../../contract/actions.ts';
import type { Policy, ReasonRule } from '../../contract/policy.ts';
import { unclaimed } from '../returns/claims.ts';
import { orderStatus } from '../orders/status.ts';
import type { LineRecord, OrderRecord } from '../orders/orders.ts';
import { worthOf } from '../money/worth.ts';
import type { Case, ReturnFacts } from './case.ts';
import { termsOf, type LineTerms } from './matching.ts';
import { no, riskOf, yes } from './verdicts.ts';
import { endOf, hasArrived, parcelsOf } from './windows.ts';

/** What may be done with a line that has arrived. */
export interface ReturnTerms {
  return: Verdict;
  exchange: Verdict;
  returnable: number;
  reasons: ReasonOffer[];
  line: LineTerms;
}

export function returnTerms(of: Case, line: LineRecord, policy: Policy, now: Date): ReturnTerms {
  const terms = termsOf(policy, of, line);
  const returnable = unclaimed(of, line, arrivedOf(of.order, line), true);
  const basis = atAll(of, line, policy, terms);
  const within = (window: Policy['returns']['window']) =>
    basis.allowed ? inWindow(of, line, window, { now, review: basis.review === true }) : basis;
  const { window, exchangeWindow } = policy.returns;
  const back = within(terms.window ?? window);
  const swap = within(terms.window ?? exchangeWindow ?? window);
  const offers = offersOf(of, line, policy, terms);
  const isOpen = (kind: OutcomeKind) => (kind === 'exchange' ? swap : back).allowed;
  const reasons = offers
    .map((offer) => ({ ...offer, outcomes: offer.outcomes.filter(isOpen) }))
    .filter(({ outcomes }) => outcomes.length > 0);
  const has = (wanted: (kind: OutcomeKind) => boolean) =>
    offers.some(({ outcomes }) => outcomes.some(wanted));
  return {
    return: has((kind) => kind !== 'exchange') || !back.allowed ? back : notOffered,
    exchange: has((kind) => kind === 'exchange') || !swap.allowed ? swap : notOffered,
    returnable: basis.allowed ? returnable : 0,
    reasons,
    line: terms,
  };
}

const notOffered = no('not_offered', { instead: 'shop' });

/** Whatever the window says. */
function atAll(of: Case, line: LineRecord, policy: Policy, terms: LineTerms): Verdict {
  const { returns } = policy;
  if (!returns.allowed) return notOffered;
  if (orderStatus(of.order) === 'cancelled') return no('order_cancelled');
  const risk = riskOf(of, policy);
  if (!risk.allowed) return risk;
  const arrived = arrivedOf(of.order, line);
  if (arrived === 0) return no('not_delivered', { instead: 'wait' });
  if (returns.once && of.returns.length > 0)
    return isSecret(of.returns) ? notOffered : no('already_returned', { instead: 'shop' });
  if (terms.finalSale) return no('final_sale');
  if (terms.excluded) return no(terms.excluded, { instead: 'shop' });
  if (unclaimed(of, line, arrived, true) === 0) {
    if (isSecret(of.returns.filter(({ lines }) => speaksOf(lines, line)))) return notOffered;
    return no(isRunning(of, line) ? 'return_running' : 'nothing_left');
  }
  return yes({ review: risk.review || returns.review || terms.review === true });
}

function inWindow(
  { order }: Case,
  line: LineRecord,
  window: Policy['returns']['window'],
  { now, review }: { now: Date; review: boolean },
): Verdict {
  const until = window && endOf(window, order, line.id);
  return until !== undefined && now.toISOString() > until
    ? no('window_closed', { since: until, instead: 'shop' })
    : yes({ until, review });
}

/** Which reasons may be given, and what each opens, whatever the time. */
function offersOf(of: Case, line: LineRecord, policy: Policy, terms: LineTerms): ReasonOffer[] {
  const rules = Object.entries(policy.returns.reasons) as [ReturnReason, ReasonRule][];
  return rules.flatMap(([reason, rule]) => {
    const outcomes = rule.outcomes.filter(
      (kind) =>
        (terms.outcomes ?? rule.outcomes).includes(kind) &&
        (kind !== 'store_credit' || policy.storeCredit),
    );
    if (outcomes.length === 0) return [];
    return {
      reason,
      outcomes,
      ...(rule.photo && { photo: true as const }),
      ...(mayKeep(of.order, line, rule) && { keep: true as const }),
      ...(rule.followUps && { followUps: rule.followUps }),
    };
  });
}

/** By what the whole line came to, so that nothing is gained by sending it back in parts. */
export const mayKeep = (order: OrderRecord, line: LineRecord, { keepBelow }: ReasonRule): boolean =>
  keepBelow !== undefined && worthOf(order, line) < keepBelow;

/** Units of a line that are there: a parcel that names no lines is taken to hold the whole order. */
export function arrivedOf(order: OrderRecord, { id, quantity }: LineRecord): number {
  if (orderStatus(order) === 'delivered') return quantity;
  const arrived = parcelsOf(order, id).filter(hasArrived);
  if (arrived.some(({ lines }) => lines.length === 0)) return quantity;
  const units = arrived
    .flatMap(({ lines }) => lines)
    .reduce((sum, held) => sum + (held.line === id ? held.quantity : 0), 0);
  return Math.min(units, quantity);
}

const isRunning = ({ returns }: Case, line: LineRecord): boolean =>
  returns.some(({ state, lines }) => state !== 'settled' && speaksOf(lines, line));

const speaksOf = (lines: ReturnFacts['lines'], { id }: LineRecord): boolean =>
  lines.some(({ line }) => line === id);

/** None of them is to be known of. */
const isSecret = (returns: readonly ReturnFacts[]): boolean =>
  returns.length > 0 && returns.every(({ secret }) => secret);
