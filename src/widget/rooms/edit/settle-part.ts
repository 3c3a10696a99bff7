import { html, nothing, type TemplateResult } from 'lit/html.js';
import { methodName } from '../../locales/figures.ts';
import { createCustomer } from '../../stores/customer.ts';
import { choice, choices, money } from '../change-parts.ts';
import type { EditView } from './edit-screen.ts';

/** A price, and more than one way to pay it: the way is an answer, and no news. */
export const asksWhoPays = ({ quote, desk }: EditView): boolean =>
  (quote?.total.amount ?? 0) < 0 &&
  (desk.use(createCustomer).methods.$state.get().value?.items.length ?? 0) > 1;

/** Who pays a difference, or is given it, where there is more than one way. */
export function settlePart(view: EditView): TemplateResult | typeof nothing {
  const { quote, draft, desk, words, keep } = view;
  const { text } = words;
  const { items = [] } = desk.use(createCustomer).methods.$state.get().value ?? {};
  const due = quote?.total.amount ?? 0;
  if (items.length < 2 || !(due || draft.settle)) return nothing;
  const chosen = draft.settle ?? quote?.moves[0]?.method;
  const label = text(due > 0 ? 'giveBackTo' : 'payFrom');
  return html`<section class="sec">
    <h2 class="head">${label}</h2>
    ${choices(
      label,
      items.map((method) =>
        choice({
          name: 'settle',
          value: method.id,
          chosen: method.id === chosen,
          title: methodName(method, words),
          text: method.balance && text('leftOnIt', { sum: money(method.balance, words) }),
          choose: () => keep({ settle: method.id }),
        }),
      ),
    )}
  </section>`;
}
