import { html, type TemplateResult } from 'lit/html.js';
import { choices, payers, takers } from '../change-parts.ts';
import type { OutcomeView, ReturnScreen } from './return-screen.ts';
import { heading } from '../../ui/heading.ts';

/** Who pays what an exchange costs more, or where what it costs less goes. */
export const settle: ReturnScreen = {
  render(view) {
    const { last, words, sums, end } = view;
    const isPaid = (last?.total.amount ?? 0) < 0;
    const title = words.text(isPaid ? 'howToPay' : 'whereRest');
    return html`${heading(title)}
      ${choices(title, isPaid ? payersOf(view) : restTakers(view))} ${sums()} ${end()}`;
  },
};

const payersOf = ({ methods = [], draft, last, words, keep }: OutcomeView): TemplateResult[] =>
  payers(methods, words, {
    chosen: draft.payment ?? last?.moves[0]?.method,
    choose: (payment) => keep({ payment }),
  });

/** Once it is back. */
const restTakers = ({ order, draft, words, keep }: OutcomeView): TemplateResult[] =>
  takers(order, words, {
    isCredit: !!draft.isCredit,
    choose: (isCredit) => keep({ isCredit }),
  });
