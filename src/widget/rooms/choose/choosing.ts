import type { TemplateResult } from 'lit/html.js';
import type { Return, OutcomesRequest } from '../../../contract/returns.ts';
import type { Change } from '../../stores/change.ts';
import { createCustomer } from '../../stores/customer.ts';
import type { Desk } from '../../stores/desk.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createReturns } from '../../stores/returns.ts';
import { chosenFor, hasSwap, settledBy, type Settled } from '../return/return-draft.ts';
import { payLabel } from '../return/return-end.ts';
import { outcomeScreen, outcomeShown } from '../return/return-outcome.ts';
import type { OutcomeView, ReturnScreen } from '../return/return-screen.ts';
import { settle } from '../return/return-settle.ts';
import { shop, which } from '../return/return-shop.ts';
import { asksWhoSettles, lineIn } from '../return/return-steps.ts';

/** What the room knows of itself. */
export interface Choosing extends Omit<
  OutcomeView,
  'going' | 'methods' | 'about' | 'otherwise' | 'isLast' | 'end'
> {
  /** Of the return. */
  id: string;
  change: Change<OutcomesRequest>;
  /** Which question; empty: what is wanted instead. */
  step: string;
}

const screens: Readonly<Record<string, ReturnScreen>> = { shop, which, settle };
const screenOf = ({ step }: Choosing) => screens[/^\w*/.exec(step)![0]];

const readOf = (desk: Desk, id: string) => desk.use(createReturns).one(id);
const returnOf = ({ desk, id }: Choosing): Return | undefined =>
  readOf(desk, id).$state.get().value;
const methodsOf = ({ desk }: Choosing) => desk.use(createCustomer).methods;

/** Nothing waits to be chosen any more. */
function isOver(at: Choosing): boolean {
  const it = returnOf(at);
  return !!it && !it.chooseBy;
}

/** Lines that are sold out. Another one stands first: that is what was wished for. */
const goingOf = (at: Choosing): Settled[] =>
  at.order.lines.flatMap((line) => {
    const gone = returnOf(at)?.lines.find((each) => each.line === line.id && each.soldOut);
    if (!gone?.soldOut) return [];
    const { reason, soldOut: outcomes } = gone;
    const answers = at.draft.lines?.[line.id] ?? {};
    const is = (wanted: string | undefined) => outcomes.find((kind) => kind === wanted);
    const outcome = is(answers.outcome) ?? is('exchange') ?? outcomes[0];
    return { line, answers, outcome, offer: { reason, outcomes } };
  });

/** What is wished for; undefined while something is still to be answered. */
function requestOf(at: Choosing): OutcomesRequest | undefined {
  const going = goingOf(at);
  const lines = going.flatMap((one) => {
    const outcome = chosenFor(one);
    return outcome ? { line: one.line.id, outcome } : [];
  });
  if (!lines.length || lines.length < going.length) return undefined;
  return { lines, ...settledBy(going, at.draft) };
}

/** Is what this question asks answered? */
function isAnswered(at: Choosing): boolean {
  const line = lineIn(at.step);
  if (line === undefined) return !!requestOf(at);
  return at.draft.lines?.[line]?.variant !== undefined;
}

/** What the screen is made from beside the order. */
function shown(at: Choosing): RemoteStore<unknown>[] {
  const view = viewOf(at);
  const page = screenOf(at);
  return [
    readOf(at.desk, at.id),
    ...(hasSwap(view.going) ? [methodsOf(at)] : []),
    ...((page ? page.shown?.(view) : outcomeShown(view)) ?? []),
  ];
}

function viewOf(at: Choosing): OutcomeView {
  const { draft, step, keep, foot, on, words } = at;
  const view: OutcomeView = {
    ...at,
    going: goingOf(at),
    methods: methodsOf(at).$state.get().value?.items,
    isLast: true,
    about: (line, answers) =>
      keep({ lines: { ...draft.lines, [line]: { ...draft.lines?.[line], ...answers } } }),
    otherwise(answers) {
      const request = requestOf({ ...at, draft: answers });
      return request && at.change.otherwise(request);
    },
    end: () =>
      view.isLast ? foot(payLabel(view) ?? words.text('confirmIt')) : foot(words.text('goOn'), on),
  };
  view.isLast = !!step || !asksWhoSettles(view) || isSettled(at);
  return view;
}

/** What is left over goes where it was to go, or with what else of the return is refunded. */
function isSettled(at: Choosing): boolean {
  const { total, moves = [] } = at.last ?? {};
  if (!total || total.amount <= 0) return false;
  const wasCredit = !at.draft.isCredit && moves[0]?.kind === 'store_credit';
  return wasCredit || !!returnOf(at)?.lines.some(({ outcome }) => outcome === 'refund');
}

/** What is wanted instead, and what that comes to; undefined until it is known what there is. */
function render(at: Choosing): TemplateResult | undefined {
  if (!returnOf(at)?.chooseBy) return undefined;
  const view = viewOf(at);
  const line = lineIn(at.step);
  const about = view.going.find((one) => one.line.id === line);
  return screenOf(at)?.render(view, about) ?? outcomeScreen(view);
}

/** What its room asks of what is chosen. */
export const choosing = {
  ...{ isOver, requestOf, isAnswered, shown, render },
  reload: (desk: Desk, id: string): Promise<void> => readOf(desk, id).load(),
};
