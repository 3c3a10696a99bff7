import { html, nothing, type TemplateResult } from 'lit/html.js';
import { methodName, stop } from '../../locales/figures.ts';
import { money } from '../change-parts.ts';
import { methodOf } from './return-draft.ts';
import { WAYS } from './return-method.ts';
import type { OutcomeView, ReturnView } from './return-screen.ts';

/** The lower edge: on to the next question, or what is agreed to and the button that asks for it. */
export function endOf(view: ReturnView): TemplateResult {
  const { isLast, foot, on } = view;
  return isLast ? foot(confirmLabel(view), undefined, agreed(view)) : foot(goOn(view), on);
}

function agreed({ desk, order, going, draft, quote, words }: ReturnView): TemplateResult {
  const { text, when } = words;
  const back = quote && quote.total.amount > 0;
  const hold = quote?.hold;
  const terms = desk.shop?.links.terms;
  return html`<p class="small second">
    ${
      terms
        ? html`${text('agreeReturn')} <a class="link ul" href=${terms} target="_blank" rel="noopener">${text('terms')}</a>${stop(words)} `
        : nothing
    }${methodOf(order, going, draft) === 'keep' ? `${text('wayKeepHow')} ` : nothing}${back ? `${text('getBack', { sum: money(quote.total, words) })} ` : nothing}${quote && quote.total.amount >= 0 ? text('nothingCharged') : nothing}
    ${
      hold
        ? `${text('heldOn', { sum: money(hold.amount, words), label: methodName(hold, words) })} ${when('heldUntil', hold.until)}`
        : nothing
    }
  </p>`;
}

/** The outcome in a button: what the shopper gets by it, or pays. */
function confirmLabel(view: ReturnView): string {
  const { order, going, draft, quote, words } = view;
  const { text } = words;
  const method = methodOf(order, going, draft);
  if (quote?.review) return text('askReturn');
  return payLabel(view) ?? text(method ? WAYS[method][2] : 'startReturn');
}

/** What the shopper pays, in a button; undefined where they pay nothing. */
export function payLabel({
  quote,
  words,
}: Pick<OutcomeView, 'quote' | 'words'>): string | undefined {
  if (!quote || quote.total.amount >= 0) return undefined;
  const due = { ...quote.total, amount: -quote.total.amount };
  return words.text('confirmPay', { sum: money(due, words) });
}

function goOn({ quote, going, words }: ReturnView): string {
  const { text } = words;
  if (!quote || quote.total.amount <= 0) return text('goOn');
  const sum = { sum: money(quote.total, words) };
  const isCredit = going.every(({ outcome }) => outcome === 'store_credit');
  return text(isCredit ? 'goOnCredit' : 'goOnBack', sum);
}
