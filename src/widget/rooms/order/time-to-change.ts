import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderActions, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { TimeLeft } from '../../host/time-left.ts';
import type { Say } from '../../locales/words.ts';
import { ring } from '../../ui/ring.ts';
import { whyNot } from '../reasons.ts';

const MINUTE = 60_000;

/** The one tinted card: how long it can still be another order; or why it cannot. */
export function timeToChange(
  order: Order,
  { cancel, editItems, editAddress, editContact, editPayment }: OrderActions,
  { words, time, go }: { words: Say; time: TimeLeft; go(room: string): () => void },
): TemplateResult | typeof nothing {
  const { text } = words;
  const edits = [editItems, editAddress, editContact, editPayment].filter(({ allowed }) => allowed);
  const open = [cancel, ...edits].filter((verdict) => verdict.allowed);
  if (!open.length) return tooLate(order, cancel, words);
  const [until] = open.flatMap((verdict) => verdict.until ?? []).sort();
  const left = time.left(until);
  return html`<section class="card tint" tabindex="-1" aria-labelledby="still">
    <div class="row">
      ${left === undefined ? nothing : ring(left / whole(order.placedAt, until))}
      <div class="grow">
        <h2 class="strong" id="still">${text('stillTime')}</h2>
        <p class="small second">${leftOf(until, left, words)}</p>
      </div>
    </div>
    <div class="two">
      ${edits.length ? html`<button class="btn quiet on-tint" @click=${go('edit')}>${text('change')}</button>` : nothing}
      ${cancel.allowed ? html`<button class="btn quiet on-tint" @click=${go('cancel')}>${text('cancelOrder')}</button>` : nothing}
    </div>
  </section>`;
}

function leftOf(until: string | undefined, left: number | undefined, words: Say): string {
  const { text, when, time } = words.here;
  if (!until) return text('untilPacked');
  if (left === undefined) return when('untilThen', until);
  return text('timeLeft', { n: Math.ceil(left / MINUTE), time: time(until) });
}

/** Why not, where a shopper would look for it: before it is on its way. */
const tooLate = (
  { progress: { status } }: Order,
  cancel: Verdict,
  words: Say,
): TemplateResult | typeof nothing =>
  (status === 'placed' || status === 'processing') &&
  !cancel.allowed &&
  cancel.reason !== 'not_offered'
    ? html`<p class="second">${whyNot(cancel, words)}</p>`
    : nothing;

/** Of how much time the ring tells. */
const whole = (from: string, until = from): number =>
  Math.max(MINUTE, Date.parse(until) - Date.parse(from));
