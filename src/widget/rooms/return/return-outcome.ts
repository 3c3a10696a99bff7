import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OutcomeKind } from '../../../contract/actions.ts';
import type { Quote } from '../../../contract/quotes.ts';
import { methodName } from '../../locales/figures.ts';
import type { PlainKey } from '../../locales/words.ts';
import { createProducts } from '../../stores/products.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { choice, choices, money } from '../change-parts.ts';
import { stepRow } from '../../ui/row.ts';
import { asSentence } from '../method-title.ts';
import { whenThere } from '../money-moves.ts';
import { groupsOf, inCommon, withOutcome, type Settled } from './return-draft.ts';
import type { OutcomeView } from './return-screen.ts';
import { optionsIn, variantChips, wantedOf } from './return-variants.ts';
import { heading } from '../../ui/heading.ts';

const TITLES: Readonly<Record<OutcomeKind, PlainKey>> = {
  refund: 'refund',
  store_credit: 'storeCredit',
  exchange: 'swap',
  replacement: 'sameAgain',
};

/** What the screen shows beside the order: the other outcomes’ sums, and what there is in exchange. */
export function outcomeShown(view: OutcomeView): RemoteStore<unknown>[] {
  const { going, desk } = view;
  const swapped = going.filter(({ outcome }) => outcome === 'exchange');
  return [
    ...swapped.flatMap((one) =>
      [one.line.product, wantedOf(one)].map((id) => desk.use(createProducts)(id)),
    ),
    ...quotesIn(view, () => true),
  ];
}

/** What each of these outcomes would come to. */
const quotesIn = (view: OutcomeView, isMeant: (kind: OutcomeKind) => boolean) =>
  groupsOf(view.going, view.draft).flatMap((group) =>
    inCommon(group)
      .filter(isMeant)
      .flatMap((kind) => quoteOf(kind, group, view) ?? []),
  );

/** What the shopper would like for what goes back, with what each comes to. */
export function outcomeScreen(view: OutcomeView): TemplateResult {
  const { going, draft, words, keep, sums, end, bones } = view;
  const { text } = words;
  const groups = groupsOf(going, draft);
  const [only, other] = inCommon(going);
  const canBeOne = going.length > 1 && !!only;
  // nobody is asked to choose from one
  if (only && !other && only !== 'exchange')
    return html`${heading(asSentence(text(TITLES[only])))} ${sums()} ${end()}`;
  // rows that grow as sums come in would move under the finger; that of a swap does not grow
  const isSettled = !quotesIn(view, (kind) => kind !== 'exchange').some(isAwaited);
  if (!isSettled) return html`${heading(text('whatInstead'))} ${bones()}`;
  return html`${heading(text('whatInstead'))}
    ${groups.map((group) => groupPart(group, groups.length > 1, view))}
    ${
      canBeOne
        ? html`<button class="btn text" @click=${() => keep({ each: !draft.each })}>${text(draft.each ? 'sameForAll' : 'eachItem')}</button>`
        : nothing
    }
    ${sums()} ${end()}`;
}

/** What it would come to with this outcome; undefined where that cannot be told. */
function quoteOf(
  kind: OutcomeKind,
  group: readonly Settled[],
  { going, draft, otherwise }: OutcomeView,
): RemoteStore<Quote> | undefined {
  // beside others, its own part of the sum cannot be told
  if (group.length < going.length) return undefined;
  return otherwise(withOutcome(draft, group, kind));
}

const isAwaited = ({ $state }: RemoteStore<unknown>): boolean => {
  const state = $state.get();
  return state.is === 'loading' && !state.value && !state.slow;
};

function groupPart(group: readonly Settled[], isNamed: boolean, view: OutcomeView): TemplateResult {
  const { text } = view.words;
  const [{ line } = { line: undefined }] = group;
  const name = (isNamed && line?.name) || text('whatInstead');
  const swapped = group.filter(({ outcome }) => outcome === 'exchange');
  // for what it is swapped is asked where that is chosen
  const swaps = swapped.flatMap((one) => [
    variantChips(one, swapped.length > 1, view),
    ...otherRow(one, view),
  ]);
  const rows = inCommon(group).flatMap((kind) => [
    outcomeRow(kind, group, view),
    ...(kind === 'exchange' ? swaps : []),
  ]);
  return html`<section class="sec">
    ${isNamed ? html`<h2 class="head"><bdi>${name}</bdi></h2>` : nothing} ${choices(name, rows)}
  </section>`;
}

/** To what is no variant of it, where the shop lets one shop on. */
function otherRow(one: Settled, view: OutcomeView): TemplateResult[] {
  const { order, words, desk, go } = view;
  if (!order.actions?.exchangeForAny) return [];
  const { line, answers } = one;
  const other = answers.product && desk.use(createProducts)(answers.product).$state.get().value;
  const what = other ? other.name : words.text('anythingElse');
  return [
    html`<div class="list plain">${stepRow(
      { title: html`<bdi>${what}</bdi>`, text: other ? words.text('anotherOne') : undefined },
      () => go(`shop/${line.id}`),
    )}</div>`,
  ];
}

function outcomeRow(
  kind: OutcomeKind,
  group: readonly Settled[],
  view: OutcomeView,
): TemplateResult {
  const { draft, words, keep } = view;
  const { text } = words;
  const chosen = group.every(({ outcome }) => outcome === kind);
  const quote = quoteOf(kind, group, view)?.$state.get().value;
  const [one] = group;
  const instead = kind === 'exchange' && group.length === 1 && one && optionsIn(one, view);
  const bonus = quote?.sums.find((sum) => sum.kind === 'bonus');
  return choice({
    name: `outcome ${one?.line.id}`,
    value: kind,
    chosen,
    title: instead ? text('swapFor', { what: instead }) : titleOf(kind, quote, view),
    mark: bonus && text('bonusOf', { sum: money(bonus.amount, words) }),
    text: instead ? undefined : detailOf(kind, quote, view),
    end: quote && endOf(quote, view),
    choose: () => keep(withOutcome(draft, group, kind)),
  });
}

function titleOf(kind: OutcomeKind, quote: Quote | undefined, { words }: OutcomeView): string {
  const { text } = words;
  const [move, other] = quote?.moves ?? [];
  return kind === 'refund' && move && !other
    ? text('refundTo', { label: methodName(move, words) })
    : asSentence(text(TITLES[kind]));
}

function detailOf(kind: OutcomeKind, quote: Quote | undefined, { words }: OutcomeView) {
  const { text } = words;
  if (kind === 'replacement') return text('sameAgainHow');
  if (kind === 'exchange') return text('swapHow');
  const [move] = quote?.moves ?? [];
  return move && whenThere(move, words);
}

/** What they pay says so by its sign. */
const endOf = ({ total }: Quote, { words }: OutcomeView): string =>
  total.amount ? money(total, words) : words.text('nothingToPay');
