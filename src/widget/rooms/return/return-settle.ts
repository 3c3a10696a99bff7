import { html, type TemplateResult } from 'lit/html.js';
import { list, methodName } from '../../locales/figures.ts';
import { choice, choices, money } from '../change-parts.ts';
import type { ReturnScreen, ReturnView } from './return-screen.ts';

/** Who pays what an exchange costs more, or where what it costs less goes. */
export const settle: ReturnScreen = {
  render(view) {
    const { quote, words, sums, end } = view;
    const isPaid = (quote?.total.amount ?? 0) < 0;
    const title = words.text(isPaid ? 'howToPay' : 'whereRest');
    return html`<h1 class="title" tabindex="-1">${title}</h1>
      ${choices(title, isPaid ? payers(view) : takers(view))} ${sums()} ${end()}`;
  },
};

function payers({ methods = [], draft, quote, words, keep }: ReturnView): TemplateResult[] {
  const chosen = draft.payment ?? quote?.moves[0]?.method;
  return methods.map((method) =>
    choice({
      name: 'settle',
      value: method.id,
      chosen: method.id === chosen,
      title: methodName(method, words),
      text: method.balance && words.text('leftOnIt', { sum: money(method.balance, words) }),
      choose: () => keep({ payment: method.id }),
    }),
  );
}

function takers({ order, draft, words, keep }: ReturnView): TemplateResult[] {
  const paid = order.payments
    .filter(({ amount }) => amount.amount > 0)
    .map((way) => methodName(way, words));
  const taker = (isCredit: boolean, title: string) =>
    choice({
      ...{ name: 'settle', value: isCredit ? 'store_credit' : 'original', title },
      chosen: !!draft.isCredit === isCredit,
      choose: () => keep({ isCredit }),
    });
  return [taker(false, list(paid, words)), taker(true, words.text('storeCredit'))];
}
