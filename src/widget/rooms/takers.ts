import type { TemplateResult } from 'lit/html.js';
import type { Order } from '../../contract/orders.ts';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { list, money } from '../locales/figures.ts';
import type { Say } from '../locales/words.ts';
import { choice } from '../ui/choice.ts';
import { asSentence, methodTitle } from './method-title.ts';

/** Who may be given money back: what paid the order, or its customer as store credit. */
export function takers(
  { payments }: Order,
  words: Say,
  { isCredit, choose }: { isCredit: boolean; choose(isCredit: boolean): void },
): TemplateResult[] {
  const paid = payments
    .filter(({ amount }) => amount.amount > 0)
    .map((way) => methodTitle(way, words));
  const taker = (credit: boolean, title: string) =>
    choice({
      ...{ name: 'settle', value: credit ? 'store_credit' : 'original', title },
      chosen: credit === isCredit,
      choose: () => choose(credit),
    });
  return [taker(false, list(paid, words)), taker(true, asSentence(words.text('storeCredit')))];
}

/** Ways to pay, and what is left on each. */
export const payers = (
  methods: readonly PaymentMethod[],
  words: Say,
  { chosen, choose }: { chosen: string | undefined; choose(method: string): void },
): TemplateResult[] =>
  methods.map((method) =>
    choice({
      ...{ name: 'payer', value: method.id, chosen: method.id === chosen },
      title: methodTitle(method, words),
      text: method.balance && words.text('leftOnIt', { sum: money(method.balance, words) }),
      choose: () => choose(method.id),
    }),
  );
