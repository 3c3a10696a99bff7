import { html, nothing, type TemplateResult } from 'lit/html.js';
import { createCustomer } from '../../stores/customer.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { choices, money, payers } from '../change-parts.ts';
import type { EditView } from './edit-screen.ts';

/** What it can be paid from, or given back to, once it comes to something. */
export const payersOf = ({ last, desk }: EditView): RemoteStore<unknown>[] =>
  last?.total.amount ? [desk.use(createCustomer).methods] : [];

/** A price, and more than one way to pay it: the way is an answer, and no news. */
export const asksWhoPays = ({ last, desk }: EditView): boolean =>
  (last?.total.amount ?? 0) < 0 &&
  (desk.use(createCustomer).methods.$state.get().value?.items.length ?? 0) > 1;

/** Who pays a difference, or is given it, where there is more than one way. */
export function settlePart(view: EditView): TemplateResult | typeof nothing {
  const { last, draft, desk, words, keep } = view;
  const { text } = words;
  const { items = [] } = desk.use(createCustomer).methods.$state.get().value ?? {};
  const due = last?.total.amount ?? 0;
  if (items.length < 2 || !(due || draft.settle)) return nothing;
  const label = text(due > 0 ? 'giveBackTo' : 'payFrom');
  return html`<section class="sec">
    <h2 class="head">${label}</h2>
    ${choices(
      label,
      payers(items, words, {
        chosen: draft.settle ?? last?.moves[0]?.method,
        choose: (settle) => keep({ settle }),
      }),
    )}
  </section>`;
}

/** What the button does, with what that costs or gives back. */
export function changeLabel({ quote, words }: EditView): string {
  const { text } = words;
  const amount = quote?.total.amount ?? 0;
  if (quote?.review) return text('askToChange');
  if (!quote || !amount) return text('changeItems');
  const sum = money({ ...quote.total, amount: Math.abs(amount) }, words);
  return text(amount > 0 ? 'changeBack' : 'changePay', { sum });
}
