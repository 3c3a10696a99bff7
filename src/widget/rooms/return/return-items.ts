import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LineActions } from '../../../contract/actions.ts';
import type { Line } from '../../../contract/orders.ts';
import { list } from '../../locales/figures.ts';
import { choice, choices, money } from '../change-parts.ts';
import { picture, quantity } from '../order-lines.ts';
import { actionsOf, canGo, countOf, isGift, leaderOf } from './return-draft.ts';
import type { ReturnView } from './return-screen.ts';

/** What is going back, and how many of it; what cannot is told, and why. */
export function itemsScreen(
  view: ReturnView,
  earlier: TemplateResult | typeof nothing,
): TemplateResult {
  const { order, going, words, foot, on } = view;
  const { text } = words;
  const n = going.reduce((sum, { count }) => sum + count, 0);
  return html`<div class="stack tight">
      <h1 class="title" tabindex="-1">${text('whatGoesBack')}</h1>
      <p class="second">${untilWhen(view)}</p>
    </div>
    ${choices(
      text('whatGoesBack'),
      order.lines.filter((line) => leaderOf(order, line) === line).map((line) => item(line, view)),
    )}
    ${present(view)} ${earlier} ${foot(n ? text('continueWith', { n }) : text('goOn'), on)}`;
}

/** Of an order that is not theirs: whoever gave it is not told. */
function present({ order, draft, words, keep }: ReturnView): TemplateResult | typeof nothing {
  if (!order.actions?.gift) return nothing;
  return choice({
    ...{ name: 'gift', value: 'yes', several: true, chosen: isGift(order, draft) },
    title: words.text('wasPresent'),
    text: words.text('wasPresentHow'),
    choose: (gift) => keep({ gift }),
  });
}

function untilWhen({ order, words }: ReturnView): string {
  const { number, actions } = order;
  const verdict = [actions?.return, actions?.exchange].find((each) => each?.allowed);
  if (!verdict?.allowed || !verdict.until) return words.text('orderNumber', { number });
  return words.when(actions?.freeReturn ? 'backFree' : 'backUntil', verdict.until, { number });
}

function item(line: Line, view: ReturnView): TemplateResult {
  const { order, draft, words, about } = view;
  const { text } = words;
  const can = actionsOf(order, line);
  const parts = order.lines.filter((each) => leaderOf(order, each) === line);
  const isSet = parts.length > 1;
  const title = list(
    parts.map(({ name }) => name),
    words,
  );
  const base = {
    ...{ name: 'line', value: line.id, several: true, title },
    lead: picture(line.picture?.url),
  };
  if (!canGo(can))
    return choice({
      ...{ ...base, chosen: false, off: true, choose: () => undefined },
      text: can && whyStays(can, view),
    });
  const count = countOf(order, line, draft);
  const row = choice({
    ...base,
    chosen: count > 0,
    text: isSet ? text('soldAsSet') : optionsOf(line),
    end: money(worthOf(parts, isSet ? undefined : count || can.returnable), words),
    choose: (isChosen) => about(line.id, { quantity: isChosen ? can.returnable : 0 }),
  });
  if (isSet || can.returnable < 2 || !count) return row;
  const what = { what: line.name };
  return html`<div class="part">${row}${quantity({
    label: text('howMany', what),
    less: text('oneLess', what),
    more: text('oneMore', what),
    count,
    most: can.returnable,
    set: (quantityNow) => about(line.id, { quantity: quantityNow }),
  })}</div>`;
}

/** Before what came off the order as a whole: that is told with the sums. */
const worthOf = (lines: readonly Line[], count?: number) => ({
  amount: lines.reduce((sum, line) => sum + line.unitPrice.amount * (count ?? line.quantity), 0),
  currency: lines[0]?.unitPrice.currency ?? '',
});

const whyStays = ({ return: back }: LineActions, { words, why }: ReturnView): string =>
  back.allowed ? words.text('nothingLeft') : why(back);

export const optionsOf = ({ options }: Line): string =>
  options.map(({ value }) => value).join(' · ');
