import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../contract/orders.ts';
import type { StaffOrder } from '../../contract/staff-orders.ts';
import { picture } from '../../widget/ui/picture.ts';
import type { OrderAct } from '../stores/orders.ts';
import type { Say } from '../words/say.ts';
import type { Words } from '../words/words.ts';
import { cancelReasons, outcomes, reasonsIn, type OrderDraft } from './order-draft.ts';

export interface OrderForm {
  act: OrderAct;
  value: StaffOrder;
  draft: OrderDraft;
  say: Say;
  set(more: Partial<OrderDraft>): void;
}

/** What is chosen, by what is to be done. */
export function orderFields(form: OrderForm): TemplateResult {
  switch (form.act) {
    case 'cancel':
      return html`${units(form, (line) => line.quantity)} ${cancelReason(form)}`;
    case 'return':
      return back(form);
    case 'editAddress':
      return address(form);
    case 'editContact':
      return html`${input(form, 'email', 'emailOf', 'email')} ${input(form, 'phone', 'phone', 'tel')}`;
  }
}

const valueOf = ({ target }: Event): string =>
  (target as HTMLInputElement | HTMLSelectElement).value;

function units(
  { value, draft, say, set }: OrderForm,
  most: (line: Line) => number,
): TemplateResult {
  return html`<ul class="units">${value.order.lines.map((line) => {
    const top = most(line);
    const onInput = (event: Event) => {
      const wanted = Math.round(Number(valueOf(event)) || 0);
      set({ units: { ...draft.units, [line.id]: Math.max(0, Math.min(top, wanted)) } });
    };
    return html`<li>${picture(line.picture?.url, 32, 38)}<span class="grow"><span class="label clip">${line.name}</span>
        <span class="plain second clip">${line.options.map((one) => one.value).join(', ')}</span></span>
      <input class="in" type="number" inputmode="numeric" min="0" max=${top} ?disabled=${top === 0} aria-label=${say.text('howMany', { name: line.name })} .value=${String(draft.units[line.id] ?? 0)} @change=${onInput}>
      <span class="csmall second num">/ ${top}</span></li>`;
  })}</ul>`;
}

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
  const { actions } = value.order;
  const reasons = reasonsIn(value.order);
  const lines = new Map(actions?.lines.map((line) => [line.line, line]));
  const open = new Set(
    [...lines.values()].flatMap((line) =>
      line.reasons.flatMap((one) => (one.reason === draft.returnReason ? one.outcomes : [])),
    ),
  );
  const ways = (actions?.methods ?? []).flatMap((one) => (one === 'keep' ? [] : [one]));
  return html`${units(form, ({ id }) => lines.get(id)?.returnable ?? 0)}
    ${choice(
      { id: 'reason', label: say.text('theirReason') },
      reasons.map((one) => [one, say.text(`reason_${one}`)]),
      draft.returnReason,
      (chosen) => set({ returnReason: reasons.find((one) => one === chosen) ?? 'other' }),
    )}
    <div class="two">${choice(
      { id: 'outcome', label: say.text('theyGet') },
      outcomes.filter((one) => open.has(one)).map((one) => [one, say.text(`outcome_${one}`)]),
      draft.outcome,
      (chosen) => set({ outcome: outcomes.find((one) => one === chosen) ?? 'refund' }),
    )}
    ${choice(
      { id: 'method', label: say.text('wayBack') },
      ways.map((one) => [one, say.text(`method_${one}`)]),
      draft.method,
      (chosen) => set({ method: ways.find((one) => one === chosen) ?? 'own' }),
    )}</div>
    ${value.waives ? html`<label class="check"><input type="checkbox" .checked=${draft.waiveFees} @change=${({ target }: Event) => set({ waiveFees: (target as HTMLInputElement).checked })}>${say.text('waiveFees')}</label>` : nothing}`;
}

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

const choice = (
  { id, label }: { id: string; label: string },
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult => html`<div class="f"><label class="label" for=${id}>${label}</label>
  <select class="in" id=${id} @change=${(event: Event) => choose(valueOf(event))}>${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}</select></div>`;
