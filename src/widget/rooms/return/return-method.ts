import { html, type TemplateResult } from 'lit/html.js';
import type { ReturnMethod } from '../../../contract/actions.ts';
import type { Quote } from '../../../contract/quotes.ts';
import type { PlainKey } from '../../locales/words.ts';
import { heading } from '../../ui/heading.ts';
import { choice, choices, money } from '../change-parts.ts';
import { methodOf, methodsOf } from './return-draft.ts';
import type { ReturnView } from './return-screen.ts';

export const WAYS: Readonly<
  Record<ReturnMethod, readonly [title: PlainKey, how: PlainKey, act: PlainKey]>
> = {
  drop_off: ['wayDropOff', 'wayDropOffHow', 'getCode'],
  pick_up: ['wayPickUp', 'wayPickUpHow', 'getPickUp'],
  label: ['wayLabel', 'wayLabelHow', 'getLabel'],
  own: ['wayOwn', 'wayOwnHow', 'startReturn'],
  keep: ['wayKeep', 'wayKeepHow', 'confirmIt'],
};

/** How it goes back, and the button that asks for it. */
export function methodScreen(view: ReturnView): TemplateResult {
  const { order, going, draft, quote, words, keep, end } = view;
  const { text } = words;
  const methods = methodsOf(order, going);
  const chosen = methodOf(order, going, draft);
  return html`${heading(text('howSend'), methods.includes('label') ? '' : text('noPrinter'))}
    ${choices(
      text('howSend'),
      methods.map((method) =>
        choice({
          name: 'method',
          value: method,
          chosen: method === chosen,
          title: text(WAYS[method][0]),
          text: text(WAYS[method][1]),
          end: costOf(method, chosen, quote, view),
          choose: () => keep({ method }),
        }),
      ),
    )}
    ${end()}`;
}

/** Those that a carrier has part in cost the same; what one's own way costs, nobody knows. */
function costOf(
  method: ReturnMethod,
  chosen: ReturnMethod | undefined,
  quote: Quote | undefined,
  { words }: ReturnView,
): string | undefined {
  if (method === 'own' || method === 'keep' || chosen === 'own' || !quote) return undefined;
  const cost = quote.sums.find(({ kind }) => kind === 'return_shipping')?.amount;
  if (!cost) return words.text('free');
  return money({ ...cost, amount: -cost.amount }, words);
}
