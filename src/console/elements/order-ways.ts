import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import type { Say } from '../words/say.ts';
import type { OrderForm } from './order-form.ts';

export const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLSelectElement).value;

export const choice = (
  { id, label }: { id: string; label: string },
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult => html`<div class="f"><label class="label" for=${id}>${label}</label>
  <select class="in" id=${id} @change=${(event: Event) => choose(valueOf(event))}>${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}</select></div>`;

/** How it is sent, each way with its price. */
export function delivery({ value, draft, say, set }: OrderForm): TemplateResult {
  const ways = value.order.actions?.shippingMethods ?? [];
  return choice(
    { id: 'shipping', label: say.text('field_shipping') },
    [
      ...(draft.shipping ? [] : [['', '–'] as const]),
      ...ways.map(({ id, label, price }) => [id, `${label} · ${say.money(price)}`] as const),
    ],
    draft.shipping,
    (shipping) => set({ shipping }),
  );
}

/** What pays the whole order in place of what paid. */
export function payment({ value: { methods, order }, draft, say, set }: OrderForm): TemplateResult {
  const paid = order.payments.flatMap(({ method, amount }) => (amount.amount > 0 ? method : []));
  const isOther = methods.some(({ id }) => !paid.includes(id));
  if (!isOther) return html`<p class="csmall second">${say.text('noOtherWay')}</p>`;
  return choice(
    { id: 'payment', label: say.text('field_payment') },
    [
      ...(methods.some(({ id }) => id === draft.payment) ? [] : [[draft.payment, '–'] as const]),
      ...methods.map((one) => [one.id, wayName(one, say)] as const),
    ],
    draft.payment,
    (chosen) => set({ payment: chosen }),
  );
}

/** What pays a difference, or is given it, where there is a choice. */
export function payer({ act, value, draft, say, set }: OrderForm): TemplateResult | typeof nothing {
  const { methods, order } = value;
  const isCredit = act === 'exchange' && order.actions?.storeCredit === true;
  const others = [
    ...methods.map((one) => [one.id, wayName(one, say)] as const),
    ...(isCredit && methods.every(({ id }) => id !== 'store_credit')
      ? [['store_credit', say.text('outcome_store_credit')] as const]
      : []),
  ];
  if (others.length < 2) return nothing;
  return choice(
    { id: 'settle', label: say.text('difference') },
    [['', say.text('whatPaid')], ...others],
    draft.settle,
    (settle) => set({ settle }),
  );
}

const wayName = ({ label, lastFour, balance }: PaymentMethod, say: Say): string =>
  [label, lastFour && `•• ${lastFour}`, balance && `· ${say.money(balance)}`]
    .filter(Boolean)
    .join(' ');
