import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OutcomeKind } from '../../../contract/actions.ts';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Quote } from '../../../contract/quotes.ts';
import type { Outcome, OutcomesRequest } from '../../../contract/returns.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import { createProducts } from '../../stores/products.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createReturns } from '../../stores/returns.ts';
import { choice, choices, money } from '../change-parts.ts';
import { TITLES } from '../return/return-outcome.ts';
import { variantChips } from '../return/return-variants.ts';
import { heading } from '../../ui/heading.ts';

export interface ChooseDraft {
  /** By the line's id. */
  lines: Readonly<Record<string, { outcome?: OutcomeKind; variant?: string | undefined }>>;
}

export interface ChooseView {
  /** Of the return. */
  id: string;
  desk: Desk;
  draft: Partial<ChooseDraft>;
  words: Say;
  keep(answers: Partial<ChooseDraft>): void;
}

const readOf = ({ desk, id }: ChooseView) => desk.use(createReturns).one(id);
const returnOf = (view: ChooseView) => readOf(view).$state.get().value;

export const reload = (view: ChooseView): Promise<void> => readOf(view).load();

/** Nothing waits to be chosen any more. */
export function isOver(view: ChooseView): boolean {
  const it = returnOf(view);
  return !!it && !it.chooseBy;
}

/** Lines of the order that are sold out, and what may be chosen for them. */
const waiting = (view: ChooseView, { lines }: Order) =>
  lines.flatMap((line) => {
    const gone = returnOf(view)?.lines.find((each) => each.line === line.id && each.soldOut);
    return gone?.soldOut ? { line, offered: gone.soldOut } : [];
  });

/** Another one stands first: that is what was wished for. */
const outcomeFor = (
  { draft }: ChooseView,
  { id }: Line,
  offered: readonly OutcomeKind[],
): OutcomeKind | undefined =>
  offered.find((kind) => kind === draft.lines?.[id]?.outcome) ??
  offered.find((kind) => kind === 'exchange') ??
  offered[0];

/** What the screen is made from beside the order. */
export function shown(view: ChooseView, order: Order | undefined): RemoteStore<unknown>[] {
  const swapped = order
    ? waiting(view, order).filter(
        ({ line, offered }) => outcomeFor(view, line, offered) === 'exchange',
      )
    : [];
  return [readOf(view), ...swapped.map(({ line }) => view.desk.use(createProducts)(line.product))];
}

/** What is wished for; undefined while something is still to be answered. */
export function requestOf(view: ChooseView, order: Order): OutcomesRequest | undefined {
  const all = waiting(view, order);
  const lines = all.flatMap(({ line, offered }) => {
    const kind = outcomeFor(view, line, offered);
    const outcome = kind && asOutcome(kind, view.draft.lines?.[line.id]?.variant);
    return outcome ? { line: line.id, outcome } : [];
  });
  return lines.length && lines.length === all.length ? { lines } : undefined;
}

function asOutcome(kind: OutcomeKind, variant: string | undefined): Outcome | undefined {
  if (kind !== 'exchange') return { kind };
  return variant === undefined ? undefined : { kind, variant };
}

interface Parts {
  /** What it comes to, where that is known. */
  quote: Quote | undefined;
  sums(): TemplateResult | typeof nothing;
  foot(label: string): TemplateResult;
}

/** What is wanted instead, and what that comes to; undefined until it is known what there is. */
export function chooseScreen(
  view: ChooseView,
  order: Order,
  { quote, sums, foot }: Parts,
): TemplateResult | undefined {
  const { words } = view;
  const { text } = words;
  const by = returnOf(view)?.chooseBy;
  if (!by) return undefined;
  const all = waiting(view, order);
  const { total } = quote ?? {};
  const label =
    total && total.amount < 0
      ? text('confirmPay', { sum: money({ ...total, amount: -total.amount }, words) })
      : text('confirmIt');
  return html`${heading(text('whatInstead'), text('chooseBy', { date: words.date(by) }))}
    ${all.map(({ line, offered }) => linePart(view, line, offered, all.length > 1))} ${sums()}
    ${foot(label)}`;
}

function linePart(
  view: ChooseView,
  line: Line,
  offered: readonly OutcomeKind[],
  isNamed: boolean,
): TemplateResult {
  const { desk, draft, words, keep } = view;
  const { text } = words;
  const chosen = outcomeFor(view, line, offered);
  const about = (id: string, answers: ChooseDraft['lines'][string]) =>
    keep({ lines: { ...draft.lines, [id]: { ...draft.lines?.[id], ...answers } } });
  const rows = offered.map((kind) =>
    choice({
      ...{ name: `outcome ${line.id}`, value: kind, chosen: kind === chosen },
      title: text(TITLES[kind]),
      choose: () => about(line.id, { outcome: kind }),
    }),
  );
  const going = { line, answers: draft.lines?.[line.id] ?? {} };
  return html`<section class="sec">
    ${isNamed ? html`<h2 class="head"><bdi>${line.name}</bdi></h2>` : nothing}
    ${choices(isNamed ? line.name : text('whatInstead'), rows)}
    ${chosen === 'exchange' ? variantChips(going, isNamed, { desk, words, about }) : nothing}
  </section>`;
}
