import type { LineActions, OrderActions, Verdict } from '../../contract/actions.ts';
import type { Policy } from '../../contract/policy.ts';
import { asBundles } from '../returns/bundles.ts';
import { returnTerms } from './after-delivery.ts';
import { isSentBy, mayCancel, mayEdit, type EditKind } from './before-shipping.ts';
import type { Case } from './case.ts';
import { mayReport, reportOffers } from './report-offers.ts';
import { anyOf, no } from './verdicts.ts';

/** What may be done with an order and with each of its lines: until when, or why not. */
export function explain(policy: Policy, of: Case, now: Date, isOwn = true): OrderActions {
  const edit = (kind: EditKind) => mayEdit(of, kind, policy, now);
  const cancel = mayCancel(of, policy, now);
  const changes = (['variant', 'quantity'] as const).filter(
    (what) => edit(what === 'variant' ? 'items' : what).allowed,
  );
  const reports = reportOffers(of, policy, now);
  const each = of.order.lines.map((line): LineActions => {
    const { line: _, ...back } = returnTerms(of, line, policy, now);
    return {
      line: line.id,
      cancel: mayCancelLine(of, cancel, policy),
      edit: anyOf([edit('items'), edit('quantity')]),
      changes,
      ...back,
    };
  });
  const lines = asBundles(of.order, each);
  return {
    cancel,
    ...(policy.cancel.reasons && { cancelReasons: policy.cancel.reasons }),
    editItems: anyOf([edit('items'), edit('quantity'), edit('add')]),
    ...(edit('add').allowed && { addItems: true as const }),
    editAddress: edit('address'),
    editContact: edit('contact'),
    editShipping: edit('shipping'),
    ...(edit('shipping').allowed && { shippingMethods: shippingMethods(of) }),
    editPayment: edit('payment'),
    return: anyOf(lines.map((line) => line.return)),
    exchange: anyOf(lines.map(({ exchange }) => exchange)),
    report: mayReport(of, reports),
    reports,
    ...bonusOf(policy, of),
    methods: policy.returns.methods,
    ...(isFree(policy) && { freeReturn: true as const }),
    ...exchangesOf(policy),
    ...(!isOwn && mayBeGift(policy) && { gift: true as const }),
    lines,
  };
}

const mayCancelLine = ({ order }: Case, whole: Verdict, { cancel }: Policy): Verdict =>
  whole.allowed && !cancel.lines && order.lines.length > 1
    ? no('not_offered', { instead: 'shop' })
    : whole;

function bonusOf({ storeCredit, returns }: Policy, { order }: Case): Pick<OrderActions, 'bonus'> {
  const fee = returns.bonus.storeCredit;
  return storeCredit && fee?.kind === 'flat'
    ? { bonus: { amount: fee.amount, currency: order.currency } }
    : {};
}

const shippingMethods = (of: Case): OrderActions['shippingMethods'] =>
  of.shippingMethods.map(({ id, label, price }) => ({
    ...{ id, label, price: { amount: price, currency: of.order.currency } },
    ...(isSentBy(of, id) && { chosen: true as const }),
  }));

/** What was given comes back as credit, so there has to be some. */
export const mayBeGift = ({ storeCredit, returns }: Policy): boolean => returns.gift && storeCredit;

const exchangesOf = ({ storeCredit, returns }: Policy) => ({
  ...(returns.exchangeFor === 'any' && { exchangeForAny: true as const }),
  ...(returns.instantExchange && { instantExchange: true as const }),
  ...(storeCredit && { storeCredit: true as const }),
});

/** Neither the way back nor a fee comes off, whatever goes back and why. */
export function isFree({ returns, lines }: Policy): boolean {
  const rules = Object.values(returns.reasons);
  const isWayFree =
    returns.returnShippingFee === 0 || rules.every((rule) => rule.returnShipping === 'shop');
  return isWayFree && ![...rules, ...lines].some(({ fee }) => fee);
}
