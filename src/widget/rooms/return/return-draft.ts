import type {
  LineActions,
  OutcomeKind,
  ReasonOffer,
  ReturnMethod,
  ReturnReason,
} from '../../../contract/actions.ts';
import type { FollowUpAnswers } from '../../../contract/follow-ups.ts';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Outcome, ReturnRequest } from '../../../contract/returns.ts';

/** What has been answered about one line; it is kept while the line stays, in case it goes after all. */
export interface LineAnswers {
  quantity?: number;
  reason?: ReturnReason;
  /** Follow-up to answer, by their ids. */
  told?: FollowUpAnswers;
  note?: string;
  /** Ids of uploads. */
  photos?: readonly string[];
  outcome?: OutcomeKind | undefined;
  /** What is wanted in exchange, and of which product where that is another one. */
  variant?: string | undefined;
  product?: string | undefined;
}

export interface ReturnDraft {
  /** By the line's id. */
  lines: Readonly<Record<string, LineAnswers>>;
  /** Each item has an outcome of its own. */
  each: boolean;
  method: ReturnMethod;
  /** Who pays what an exchange costs more. */
  payment: string;
  /** What it costs less becomes store credit. */
  isCredit: boolean;
  /** It is sent before the old one is back. */
  instant: boolean;
  /** It was a present to who sends it back. */
  gift: boolean;
}

/** A line that goes back, with what was answered about it and what stands for the rest. */
export interface Settled {
  line: Line;
  answers: LineAnswers;
  /** What its reason opens; undefined while it has none. */
  offer: ReasonOffer | undefined;
  outcome: OutcomeKind | undefined;
}

/** The same while it is still to be said what and why. */
export interface Going extends Settled {
  can: LineActions;
  count: number;
}

export const actionsOf = ({ actions }: Order, { id }: Line): LineActions | undefined =>
  actions?.lines.find(({ line }) => line === id);

export const canGo = (can: LineActions | undefined): can is LineActions =>
  !!can && can.returnable > 0 && can.reasons.length > 0;

/** The line that speaks for a set, which goes back as one; any other line speaks for itself. */
export const leaderOf = ({ lines }: Order, line: Line): Line =>
  (line.bundle !== undefined && lines.find(({ bundle }) => bundle === line.bundle)) || line;

/** Sets and lines that can be chosen, as the lines that speak for them. */
const choosable = (order: Order): Line[] =>
  order.lines.filter((line) => leaderOf(order, line) === line && canGo(actionsOf(order, line)));

/** How many of a line go back. What is the only thing that can is taken to be what is meant. */
export function countOf(order: Order, line: Line, { lines = {} }: Partial<ReturnDraft>): number {
  const can = actionsOf(order, line);
  if (!canGo(can)) return 0;
  const most = can.returnable;
  const wanted =
    lines[leaderOf(order, line).id]?.quantity ?? (choosable(order).length === 1 ? most : 0);
  if (line.bundle !== undefined) return wanted ? most : 0;
  return Math.min(wanted, most);
}

export const goingOf = (order: Order, draft: Partial<ReturnDraft>): Going[] =>
  order.lines.flatMap((line) => {
    const can = actionsOf(order, line);
    const count = countOf(order, line, draft);
    if (!can || !count) return [];
    const { outcome, variant, product } = draft.lines?.[line.id] ?? {};
    // why is asked of a set once
    const answers = { ...draft.lines?.[leaderOf(order, line).id], outcome, variant, product };
    const offer = offerOf(can, answers, isGift(order, draft));
    return { line, can, answers, count, offer, outcome: offer && outcomeOf(offer, answers) };
  });

/** Nobody has to say why: where the shop has a reason for that, it stands until another is given. */
function offerOf(
  { reasons }: LineActions,
  { reason = 'other' }: LineAnswers,
  gift: boolean,
): ReasonOffer | undefined {
  const offer = reasons.find((each) => each.reason === reason);
  if (!offer || !gift) return offer;
  // the money is whose who paid
  const outcomes = offer.outcomes.filter((kind) => kind !== 'refund');
  return outcomes.length ? { ...offer, outcomes } : undefined;
}

/** Of an order that is not theirs it is taken to be one, until it is said not to be. */
export const isGift = ({ actions }: Order, { gift = true }: Partial<ReturnDraft>): boolean =>
  !!actions?.gift && gift;

/** The first that asks nothing more stands until another is chosen. */
const outcomeOf = ({ outcomes }: ReasonOffer, { outcome }: LineAnswers): OutcomeKind | undefined =>
  outcomes.find((kind) => kind === outcome) ??
  outcomes.find((kind) => kind !== 'exchange') ??
  outcomes[0];

/** Outcomes that all of them may have. */
export const inCommon = (going: readonly Settled[]): OutcomeKind[] =>
  (going[0]?.offer?.outcomes ?? []).filter((kind) =>
    going.every(({ offer }) => offer?.outcomes.includes(kind)),
  );

/** Lines that are answered together: all, or each by itself. */
export const groupsOf = (going: readonly Settled[], { each }: Partial<ReturnDraft>): Settled[][] =>
  each || !inCommon(going).length ? going.map((one) => [one]) : [[...going]];

/** The ways back, the one that stands first; what need not be sent back is kept. */
export function methodsOf({ actions }: Order, going: readonly Going[]): readonly ReturnMethod[] {
  return going.every(({ offer }) => offer?.keep) ? ['keep'] : (actions?.methods ?? []);
}
export const methodOf = (
  order: Order,
  going: readonly Going[],
  { method }: Partial<ReturnDraft>,
) => {
  const all = methodsOf(order, going);
  return all.find((each) => each === method) ?? all[0];
};

/** There is no more than one way back: nobody need be asked. */
export const isOneWay = (order: Order, going: readonly Going[]): boolean =>
  methodsOf(order, going).length < 2;

const SEEN: ReadonlySet<ReturnReason> = new Set<ReturnReason>([
  ...(['damaged', 'faulty', 'not_as_described', 'wrong_item'] as const),
]);

/** A picture says more of it than words; `can`: the backend takes some that are not asked for, too. */
export const isPictured = (offer: ReasonOffer | undefined, can: boolean): offer is ReasonOffer =>
  !!offer && (!!offer.photo || (can && SEEN.has(offer.reason)));

/** What is wished for; undefined while something is still to be answered. */
export function requestOf(order: Order, draft: Partial<ReturnDraft>): ReturnRequest | undefined {
  const going = goingOf(order, draft);
  const method = methodOf(order, going, draft);
  const lines = going.flatMap((one) => lineOf(one) ?? []);
  if (!method || !lines.length || lines.length < going.length) return undefined;
  const instant = hasSwap(going) && !!draft.instant;
  return { lines, method, ...settledBy(going, draft), instant, gift: isGift(order, draft) };
}

/** Who settles an exchange, where there is one. */
export function settledBy(
  going: readonly Settled[],
  { payment, isCredit }: Partial<ReturnDraft>,
): Pick<ReturnRequest, 'payment' | 'refundTo'> {
  if (!hasSwap(going)) return {};
  return {
    ...(payment !== undefined && { payment }),
    ...(isCredit && !hasRefund(going) && { refundTo: 'store_credit' }),
  };
}

export const hasSwap = (going: readonly Settled[]): boolean =>
  going.some(({ outcome }) => outcome === 'exchange');
export const hasRefund = (going: readonly Settled[]): boolean =>
  going.some(({ outcome }) => outcome === 'refund');

function lineOf(one: Going) {
  const { line, count, offer, answers } = one;
  const chosen = chosenFor(one);
  const photos = isPictured(offer, true) ? (answers.photos ?? []) : [];
  if (!offer || !chosen || (offer.photo && !photos.length)) return undefined;
  const note = answers.note?.trim();
  const { reason } = offer;
  const told = toldOf(offer, answers);
  return {
    ...{ line: line.id, quantity: count, reason, outcome: chosen },
    ...(told && { answers: told }),
    ...(note && { note }),
    ...(photos.length && { photos: [...photos] }),
  };
}

/** Of what was answered, what its reason asks for. */
function toldOf({ followUps = [] }: ReasonOffer, { told = {} }: LineAnswers) {
  const ids = followUps.map(({ id }) => id);
  const asked = Object.entries(told).filter(([id]) => ids.includes(id));
  return asked.length ? Object.fromEntries(asked) : undefined;
}

/** Undefined while it is not said which one is wanted. */
export function chosenFor({ outcome: kind, answers: { variant } }: Settled): Outcome | undefined {
  if (!kind) return undefined;
  if (kind !== 'exchange') return { kind };
  return variant === undefined ? undefined : { kind, variant };
}

/** The same wish with another outcome for these lines. */
export const withOutcome = (
  draft: Partial<ReturnDraft>,
  going: readonly Settled[],
  outcome: OutcomeKind,
): Partial<ReturnDraft> => ({
  ...draft,
  lines: {
    ...draft.lines,
    ...Object.fromEntries(going.map(({ line, answers }) => [line.id, { ...answers, outcome }])),
  },
});
