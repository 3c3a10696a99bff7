import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderAct } from '../stores/orders.ts';
import type { Words } from '../words/words.ts';
import { cancelReasons, outcomesFor, reasonsIn, type OrderDraft } from './order-draft.ts';
import type { OrderForm } from './order-form.ts';
import { exchangedItems, items, units } from './order-items.ts';
import { choice, delivery, payer, payment, valueOf } from './order-ways.ts';

/** What is chosen, by what is to be done. */
export const orderFields = (form: OrderForm): TemplateResult => fields[form.act](form);

const fields: Readonly<Record<OrderAct, (form: OrderForm) => TemplateResult>> = {
  cancel: (form) => html`${units(form, (line) => line.quantity)} ${cancelReason(form)}`,
  editItems: (form) => html`${items(form)} ${payer(form)}`,
  editAddress: address,
  editContact: (form) =>
    html`${input(form, 'email', 'emailOf', 'email')} ${input(form, 'phone', 'phone', 'tel')}`,
  editShipping: (form) => html`${delivery(form)} ${payer(form)}`,
  editPayment: payment,
  return: (form) => back(form),
  exchange: (form) => html`${exchangedItems(form)} ${returnReason(form)}
    <div class="two">${wayBack(form)} ${payer(form)}</div>
    ${form.value.order.actions?.instantExchange ? check(form, 'instant', 'field_instant') : nothing}
    ${waiver(form)}`,
};

function cancelReason({ value, draft, say, set }: OrderForm): TemplateResult {
  const open = value.order.actions?.cancelReasons ?? cancelReasons;
  return choice(
    { id: 'reason', label: say.text('theirReason') },
    open.map((one) => [one, say.text(`reason_${one}`)]),
    draft.cancelReason,
    (chosen) => set({ cancelReason: open.find((one) => one === chosen) ?? 'other' }),
  );
}

function back(form: OrderForm): TemplateResult {
  const { value, draft, say, set } = form;
  const lines = new Map(value.order.actions?.lines.map((line) => [line.line, line]));
  const open = outcomesFor(value.order, draft.returnReason);
  return html`${units(form, ({ id }) => lines.get(id)?.returnable ?? 0)} ${returnReason(form)}
    <div class="two">${choice(
      { id: 'outcome', label: say.text('theyGet') },
      open.map((one) => [one, say.text(`outcome_${one}`)]),
      draft.outcome,
      (chosen) => set({ outcome: open.find((one) => one === chosen) ?? 'refund' }),
    )}
    ${wayBack(form)}</div>
    ${waiver(form)}`;
}

function returnReason({ act, value, draft, say, set }: OrderForm): TemplateResult {
  const reasons = reasonsIn(value.order, act);
  return choice(
    { id: 'reason', label: say.text('theirReason') },
    reasons.map((one) => [one, say.text(`reason_${one}`)]),
    draft.returnReason,
    (chosen) => set({ returnReason: reasons.find((one) => one === chosen) ?? 'other' }),
  );
}

function wayBack({ value, draft, say, set }: OrderForm): TemplateResult {
  const ways = (value.order.actions?.methods ?? []).flatMap((one) => (one === 'keep' ? [] : [one]));
  return choice(
    { id: 'method', label: say.text('wayBack') },
    ways.map((one) => [one, say.text(`method_${one}`)]),
    draft.method,
    (chosen) => set({ method: ways.find((one) => one === chosen) ?? 'own' }),
  );
}

const waiver = (form: OrderForm): TemplateResult | typeof nothing =>
  form.value.waives ? check(form, 'waiveFees', 'waiveFees') : nothing;

const check = (
  { draft, say, set }: OrderForm,
  name: 'waiveFees' | 'instant',
  label: keyof Words,
): TemplateResult =>
  html`<label class="check"><input type="checkbox" .checked=${draft[name]} @change=${({ target }: Event) => set({ [name]: (target as HTMLInputElement).checked })}>${say.text(label)}</label>`;

function address({ draft, say, set }: OrderForm): TemplateResult {
  const field = (
    name: keyof OrderDraft['address'],
    autocomplete: string,
  ) => html`<div class="f"><label class="label" for=${name}>${say.text(`field_${name}`)}</label>
    <input class="in" id=${name} dir="auto" autocomplete=${autocomplete} maxlength="200" .value=${draft.address[name]} @change=${(event: Event) => set({ address: { ...draft.address, [name]: valueOf(event) } })}></div>`;
  const { street } = draft.address;
  return html`${field('name', 'off')}
    <div class="f"><label class="label" for="street">${say.text('field_street')}</label>
      <textarea class="in" id="street" rows="2" dir="auto" maxlength="800" .value=${street} @change=${(event: Event) => set({ address: { ...draft.address, street: valueOf(event) } })}></textarea></div>
    <div class="two">${field('postcode', 'off')} ${field('city', 'off')}</div> ${field('country', 'off')}`;
}

const input = (
  { draft, say, set }: OrderForm,
  name: 'email' | 'phone',
  label: keyof Words,
  type: string,
): TemplateResult => html`<div class="f"><label class="label" for=${name}>${say.text(label)}</label>
  <input class="in" id=${name} type=${type} autocomplete="off" maxlength="254" .value=${draft[name]} @change=${(event: Event) => set({ [name]: valueOf(event) })}></div>`;
