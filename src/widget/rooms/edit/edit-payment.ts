import { html, nothing } from 'lit/html.js';
import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import { methodName } from '../../locales/figures.ts';
import { createCustomer } from '../../stores/customer.ts';
import { bone, failedPart } from '../absent.ts';
import { choices, payers } from '../change-parts.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { heading } from '../../ui/heading.ts';

/** The order is paid another way; what paid it before is given back. */
export const payment: EditScreen = {
  shown: ({ desk }) => [desk.use(createCustomer).methods],
  request: ({ draft }) => (draft.payment ? { kind: 'payment', payment: draft.payment } : undefined),
  missing: ({ draft, words }) => (draft.payment ? '' : words.text('methodMissing')),
  render(view) {
    const { draft, words, desk, foot } = view;
    const known = desk.use(createCustomer).methods;
    const { text } = words;
    const { is, value } = known.$state.get();
    const others = value?.items.filter((method) => !paysAll(method, view)) ?? [];
    const chosen = others.find(({ id }) => id === draft.payment);
    return html`${heading(text('howToPay'))}
      ${
        value
          ? others.length
            ? choices(
                text('howToPay'),
                payers(others, words, {
                  chosen: draft.payment,
                  choose: (id) => view.keep({ payment: id }),
                }),
              )
            : html`<p class="second">${text('noOtherMethod')}</p>`
          : is === 'failed'
            ? failedPart('methodsFailed', known.load, words)
            : bone('opt-bone', words)
      }
      ${chosen ? view.sums() : nothing}
      ${
        others.length
          ? foot(
              chosen ? text('payWith', { label: methodName(chosen, words) }) : text('payOtherwise'),
            )
          : nothing
      }`;
  },
};

/** It has paid all of it already. */
function paysAll({ id }: PaymentMethod, { order }: EditView): boolean {
  const paid = order.payments.filter(({ amount }) => amount.amount > 0);
  return paid.length > 0 && paid.every(({ method }) => method === id);
}
