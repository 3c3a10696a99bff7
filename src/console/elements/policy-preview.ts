import { html, type TemplateResult } from 'lit/html.js';
import type { OrderActions, Verdict } from '../../contract/actions.ts';
import type { PolicyPreview } from '../../contract/settings.ts';
import type { Remote } from '../../widget/stores/remote.ts';
import type { Say } from '../words/say.ts';

/** What the shopper would read of it. */
const acts = [
  ...(['cancel', 'editItems', 'editAddress', 'editPayment'] as const),
  ...(['return', 'exchange', 'report'] as const),
];

/** What may be done with one order of the shop: now, and by what is set above. */
export function policyPreview(
  say: Say,
  state: Remote<PolicyPreview>,
  choose: (number: string) => void,
): TemplateResult {
  const { text } = say;
  const title = html`<h2 class="head">${text('onOrder')}</h2>`;
  const { value } = state;
  if (state.is === 'failed' && state.problem.code === 'not_found')
    return html`${title}<p class="second">${text('noOrders')}</p>`;
  if (!value) return title;
  const onChange = ({ target }: Event) => choose((target as HTMLSelectElement).value);
  const numbers = value.orders.includes(value.number)
    ? value.orders
    : [value.number, ...value.orders];
  return html`${title}
    <select class="in" aria-label=${text('onOrder')} @change=${onChange}>${numbers.map((number) => html`<option value=${number} ?selected=${number === value.number}>${text('order', { number })}</option>`)}</select>
    <table aria-label=${text('onOrder')}>
      <thead><tr><td></td><th scope="col">${text('nowCol')}</th><th scope="col">${text('thenCol')}</th></tr></thead>
      <tbody>${acts.map((act) => row(say, act, value))}</tbody>
    </table>`;
}

function row(say: Say, act: (typeof acts)[number], { before, after }: PolicyPreview) {
  const [was, is] = [told(say, before, act), told(say, after, act)];
  return html`<tr><th scope="row">${say.text(`may_${act}`)}</th><td>${was}</td><td class=${was === is ? '' : 'differs'}>${is}</td></tr>`;
}

function told(say: Say, actions: OrderActions | undefined, act: (typeof acts)[number]): string {
  const verdict: Verdict | undefined = actions?.[act];
  if (!verdict?.allowed) return say.text('no');
  return verdict.until === undefined
    ? say.text('yes')
    : say.text('yesUntil', { day: say.moment(verdict.until) });
}
