import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LineActions } from '../../../contract/actions.ts';
import type { Line } from '../../../contract/orders.ts';
import { list } from '../../locales/figures.ts';
import { choice, choices, money } from '../change-parts.ts';
import { itemRow, unitsRow } from '../order-lines.ts';
import { actionsOf, canGo, countOf, isGift, leaderOf } from './return-draft.ts';
import type { ReturnView } from './return-screen.ts';
import { heading } from '../../ui/heading.ts';

/** What is going back, and how many of it; what cannot is told, and why. */
export function itemsScreen(
  view: ReturnView,
  earlier: TemplateResult | typeof nothing,
): TemplateResult {
  const { order, going, words, foot, on } = view;
  const { text } = words;
  const n = going.reduce((sum, { count }) => sum + count, 0);
  const isKept = !order.actions?.lines.some(({ reasons }) => reasons.some(({ keep }) => !keep));
  const question = text(isKept ? 'whichItems' : 'whatGoesBack');
  return html`${heading(question, untilWhen(view))}
    ${choices(
      question,
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
  const { text: options, ...row } = itemRow(line);
  const base = { ...row, name: 'line', value: line.id, title };
  if (!canGo(can))
    return choice({
      ...{ ...base, several: true, chosen: false, off: true, choose: () => undefined },
      text: can && whyStays(can, view),
    });
  const count = countOf(order, line, draft);
  const all = can.returnable;
  return unitsRow(
    {
      ...base,
      text: isSet ? text('soldAsSet') : options,
      end: money(worthOf(parts, isSet ? undefined : count || all), words),
    },
    {
      ...{ what: line.name, count, most: isSet ? 1 : all, first: all },
      set: (now) => about(line.id, { quantity: now }),
    },
    words,
  );
}

/** Before what came off the order as a whole: that is told with the sums. */
const worthOf = (lines: readonly Line[], count?: number) => ({
  amount: lines.reduce((sum, line) => sum + line.unitPrice.amount * (count ?? line.quantity), 0),
  currency: lines[0]?.unitPrice.currency ?? '',
});

const whyStays = ({ return: back }: LineActions, { words, why }: ReturnView): string =>
  back.allowed ? words.text('nothingLeft') : why(back);
