import type { OutcomeKind, ReturnReason } from '../../contract/actions.ts';
import type { FollowUpAnswers } from '../../contract/follow-ups.ts';
import type { Fee, ReasonRule } from '../../contract/policy.ts';
import type { ReturnRequest } from '../../contract/returns.ts';
import type { Asked } from '../changes/asked.ts';
import type { Refused, VariantRecord } from '../changes/changes.ts';
import { tornLines } from './bundles.ts';
import { allotted } from './claims.ts';
import type { LineRecord, OrderRecord } from '../orders/orders.ts';
import { mayKeep, returnTerms, type ReturnTerms } from '../policy/after-delivery.ts';
import type { ReturnedUnits } from '../policy/case.ts';

export interface ReturnAsked extends Asked<ReturnRequest> {
  /** Those that the request names, and those of the lines it names. */
  variants: ReadonlyMap<string, VariantRecord>;
  /** Its lines as they were agreed to, where some are chosen again. */
  agreed?: readonly ReturnLineRecord[];
}

/** One line of a return, as it is kept. */
export interface ReturnLineRecord extends ReturnedUnits {
  reason: ReturnReason;
  answers?: FollowUpAnswers;
  note?: string;
  photos?: string[];
  /** What is sent in exchange, and its price by then. */
  variant?: string;
  unitPrice?: number;
  /** What the shop had told of it when it was set aside. */
  told?: string;
  /** It can be sent no more: what its shopper may choose instead. */
  soldOut?: OutcomeKind[];
}

/** A line of a return with all that its sums depend on. */
export interface ReturnedLine {
  record: ReturnLineRecord;
  line: LineRecord;
  rule: ReasonRule;
  fee: Fee | undefined;
  /** What is sent in its place. */
  sent: VariantRecord | undefined;
  /** The shop had a part in it. */
  isFault: boolean;
  review: boolean;
}

const shopsFault: ReadonlySet<ReturnReason> = new Set([
  'not_as_described',
  'damaged',
  'faulty',
  'wrong_item',
  'too_late',
]);
const isShopsFault = (reason: ReturnReason): boolean => shopsFault.has(reason);

/** The lines of a wish, each held against what may be done with it; the first no is the answer. */
export function returnedLines(asked: ReturnAsked): ReturnedLine[] | Refused {
  const done: ReturnedLine[] = [];
  for (const [nth, wish] of asked.request.lines.entries()) {
    const agreed = asked.agreed?.[nth];
    const line = agreed ? agreedLine(asked, wish, agreed, done) : returnedLine(asked, wish, done);
    if ('refused' in line) return { ...line, lines: [wish.line] };
    done.push(line);
  }
  const torn = tornLines(
    asked.case.order,
    done.map(({ record }) => record),
  );
  return torn.length > 0 ? { refused: 'bundle_torn', lines: torn } : done;
}

type Wish = ReturnRequest['lines'][number];

function returnedLine(
  { case: of, policy, request, now, variants }: ReturnAsked,
  wish: Wish,
  before: readonly ReturnedLine[],
): ReturnedLine | Refused {
  const { reason, quantity, outcome, answers, note, photos } = wish;
  const line = of.order.lines.find(({ id }) => id === wish.line);
  const rule = policy.returns.reasons[reason];
  if (!line) return { refused: 'nothing_left' };
  const terms = returnTerms(of, line, policy, now);
  const verdict = outcome.kind === 'exchange' ? terms.exchange : terms.return;
  if (!verdict.allowed) return { refused: verdict.reason };
  const earlier = before
    .filter(({ record }) => record.line === line.id)
    .map(({ record }) => record);
  if (quantity + unitsOf(earlier) > terms.returnable) return { refused: 'nothing_left' };
  const offer = terms.reasons.find((each) => each.reason === reason);
  const isForGiver = request.gift && outcome.kind === 'refund';
  if (!rule || !offer?.outcomes.includes(outcome.kind) || isForGiver)
    return { refused: 'not_offered' };
  if (request.method === 'keep' && !mayKeep(of.order, line, rule))
    return { refused: 'not_offered' };
  if (answers && !isAsked(answers, rule)) return { refused: 'validation_failed' };
  if (offer.photo && !photos?.length) return { refused: 'photo_required' };
  const sent = sentFor(wish, line, { variants, isAny: policy.returns.exchangeFor === 'any' });
  if (isSending(outcome.kind) && !isThere(sent, of.order, quantity + sentBefore(before, sent)))
    return { refused: 'variant_unavailable' };
  const record: ReturnLineRecord = {
    line: line.id,
    quantity,
    outcome: outcome.kind,
    reason,
    ...(answers && { answers }),
    ...(note !== undefined && { note }),
    ...(photos && { photos }),
    ...sentAs(outcome.kind, sent),
    ...allotted(of, line, { quantity, earlier }),
  };
  const isFault = isShopsFault(reason);
  const fee = isFault ? rule.fee : (terms.line.fee ?? rule.fee);
  const review = verdict.review === true || rule.review;
  return { record, line, rule, fee, sent, isFault, review };
}

/**
 * A line that was agreed to. It stays as it was, but for one whose goods are sold out: that may become
 * whatever its reason opens, and its money back in any case.
 */
function agreedLine(
  { case: of, policy, request, now, variants }: ReturnAsked,
  wish: Wish,
  agreed: ReturnLineRecord,
  before: readonly ReturnedLine[],
): ReturnedLine | Refused {
  const line = of.order.lines.find(({ id }) => id === wish.line);
  const rule = policy.returns.reasons[agreed.reason];
  if (!line || !rule) return { refused: 'not_offered' };
  const terms = returnTerms(of, line, policy, now);
  const isFault = isShopsFault(agreed.reason);
  const fee = isFault ? rule.fee : (terms.line.fee ?? rule.fee);
  const sums = { line, rule, fee, isFault, review: false };
  const found = sentFor(wish, line, { variants, isAny: policy.returns.exchangeFor === 'any' });
  if (!agreed.soldOut) {
    const { unitPrice: price = 0 } = agreed;
    const sent = found && { ...found, ...(agreed.outcome === 'exchange' && { price }) };
    return isSending(agreed.outcome) && !sent
      ? { refused: 'variant_unavailable' }
      : { ...sums, record: agreed, sent };
  }
  const { kind } = wish.outcome;
  if (!openFor(terms, agreed, request).includes(kind)) return { refused: 'not_offered' };
  const { quantity } = agreed;
  if (isSending(kind) && !isThere(found, of.order, quantity + sentBefore(before, found)))
    return { refused: 'variant_unavailable' };
  const { soldOut: _, told: __, variant: ___, unitPrice: ____, ...rest } = agreed;
  return { ...sums, record: { ...rest, outcome: kind, ...sentAs(kind, found) }, sent: found };
}

/** What may become of units whose goods are sold out, by the day they were asked for. */
export function choicesOf(
  { case: of, policy, request, now }: Omit<ReturnAsked, 'variants' | 'methods'>,
  agreed: ReturnLineRecord,
): OutcomeKind[] {
  const line = of.order.lines.find(({ id }) => id === agreed.line);
  return line ? openFor(returnTerms(of, line, policy, now), agreed, request) : [moneyBack(request)];
}

function openFor(
  { reasons }: Pick<ReturnTerms, 'reasons'>,
  { reason }: ReturnLineRecord,
  request: Pick<ReturnRequest, 'gift'>,
): OutcomeKind[] {
  const back = moneyBack(request);
  const outcomes = reasons.find((offer) => offer.reason === reason)?.outcomes ?? [];
  const own = outcomes.filter((kind) => kind !== back && !(request.gift && kind === 'refund'));
  return [back, ...own];
}

/** What comes of units without goods: the giver of a present is paid nothing. */
export const moneyBack = ({ gift }: Pick<ReturnRequest, 'gift'>): 'refund' | 'store_credit' =>
  gift ? 'store_credit' : 'refund';

const sentAs = (
  kind: OutcomeKind,
  sent: VariantRecord | undefined,
): Pick<ReturnLineRecord, 'variant' | 'unitPrice' | 'told'> => ({
  ...(kind === 'exchange' && sent && { variant: sent.id, unitPrice: sent.price }),
  ...(isSending(kind) && sent?.told !== undefined && { told: sent.told }),
});

/** Each answer is one that its follow-up has. */
const isAsked = (answers: FollowUpAnswers, { followUps = [] }: ReasonRule): boolean =>
  Object.entries(answers).every(([id, answer]) =>
    followUps.some((asked) => asked.id === id && asked.answers.some((one) => one.id === answer)),
  );

const unitsOf = (records: readonly ReturnedUnits[]): number =>
  records.reduce((sum, { quantity }) => sum + quantity, 0);

const isSending = (kind: OutcomeKind): boolean => kind === 'exchange' || kind === 'replacement';

function sentFor(
  { outcome }: Wish,
  line: LineRecord,
  { variants, isAny }: { variants: ReturnAsked['variants']; isAny: boolean },
): VariantRecord | undefined {
  if (outcome.kind === 'replacement') return variants.get(line.variant);
  const variant = outcome.kind === 'exchange' ? variants.get(outcome.variant) : undefined;
  return variant?.product === line.product || isAny ? variant : undefined;
}

const sentBefore = (before: readonly ReturnedLine[], sent: VariantRecord | undefined): number =>
  unitsOf(before.filter((each) => each.sent?.id === sent?.id).map(({ record }) => record));

export const isThere = (
  variant: VariantRecord | undefined,
  { currency }: Pick<OrderRecord, 'currency'>,
  quantity: number,
): variant is VariantRecord =>
  variant?.available === true &&
  variant.currency === currency &&
  (variant.stock === undefined || variant.stock >= quantity);
