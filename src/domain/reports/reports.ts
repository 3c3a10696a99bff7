import type { ReportRequest } from '../../contract/reports.ts';
import type { Asked } from '../changes/asked.ts';
import type { Change, MoveRecord, Refused, VariantRecord } from '../changes/changes.ts';
import { allotted } from '../returns/claims.ts';
import type { LineRecord } from '../orders/orders.ts';
import { paymentsAfter } from '../money/paid.ts';
import type { Case, ReportFacts, ReturnedUnits } from '../policy/case.ts';
import { reportOffers, whyNot } from '../policy/report-offers.ts';
import { isForPeople } from './reviews.ts';
import { isThere } from '../returns/lines.ts';
import { shippingBack, some, sumsOf } from '../returns/sums.ts';
import { settle } from '../money/settling.ts';

export interface ReportAsked extends Asked<ReportRequest> {
  /** Those of the order's lines. */
  variants: ReadonlyMap<string, VariantRecord>;
}

/** A report as it is kept, with what the shop's people are told. */
export interface ReportRecord extends ReportFacts {
  note?: string;
  photos?: string[];
}

export interface ReportChange extends Change {
  report: ReportRecord;
}

export interface ReportedLine {
  line: LineRecord;
  record: ReturnedUnits;
}

/**
 * What telling that something is wrong does. What the shop settles at once is refunded to what paid,
 * or sent and set aside; the rest is kept for its people, with what was asked for.
 */
export function decideReport(asked: ReportAsked): ReportChange | Refused {
  const { case: of, policy, request, now } = asked;
  const { kind, resolution, note, photos } = request;
  const offer = reportOffers(of, policy, now).find((each) => each.kind === kind);
  if (!offer) return { refused: whyNot(of, kind) };
  if (resolution && !offer.resolutions.includes(resolution)) return { refused: 'not_offered' };
  if (offer.photo && !photos?.length) return { refused: 'photo_required' };
  const lines = linesOf(
    of,
    request,
    new Map(offer.lines.map((each) => [each.line, each.quantity])),
  );
  if ('refused' in lines) return lines;
  const review = isForPeople(asked, lines);
  const isSent = resolution === 'resend' || resolution === 'replace';
  if (isSent && !review && !areThere(asked, lines)) return { refused: 'variant_unavailable' };

  const shipping = shippingBack(
    of,
    lines.map((line) => ({ ...line, isFault: true })),
    policy.returns,
  );
  const sums = lines.flatMap((line, at) =>
    resolution === 'refund'
      ? [
          ...sumsOf({ ...line, fee: undefined, sent: undefined }),
          ...some({ kind: 'shipping', line: line.line.id, amount: shipping[at] ?? 0 }),
        ]
      : [],
  );
  const due = sums.reduce((sum, { amount }) => sum + amount, 0);
  const settled = settle(asked, due, { total: 0, chosen: undefined, now: !review });
  if ('refused' in settled) return settled;
  const { moves, unpaid } = settled;
  return {
    kind: 'report',
    sums: [...sums, ...unpaid],
    moves,
    review,
    ...orderThen(of, moves, review),
    stock: lines.flatMap(({ line: { variant }, record: { quantity } }) =>
      isSent && !review ? { variant, by: -quantity } : [],
    ),
    report: {
      kind,
      ...(resolution && { resolution }),
      ...(note !== undefined && { note }),
      ...(photos && { photos }),
      lines: lines.map(({ record: { outcome: _, ...units } }, at) => ({
        ...units,
        shipping: resolution === 'refund' ? (shipping[at] ?? 0) : 0,
      })),
    },
  };
}

/** What waits for the shop's people is kept with the order it is about. */
const orderThen = ({ order }: Case, moves: MoveRecord[], review: boolean): Pick<Change, 'order'> =>
  review
    ? { order }
    : moves.length > 0
      ? { order: { ...order, payments: paymentsAfter(order, moves) } }
      : {};

/** A line that is named twice is meant with both quantities; one left out not at all. */
function linesOf(
  of: Case,
  { lines: named, resolution }: ReportRequest,
  offered: ReadonlyMap<string, number>,
): ReportedLine[] | Refused {
  const units = new Map(named ? [] : offered);
  for (const { line, quantity } of named ?? []) units.set(line, (units.get(line) ?? 0) + quantity);
  const over = [...units].flatMap(([id, count]) => (count > (offered.get(id) ?? 0) ? id : []));
  if (over.length > 0) return { refused: 'nothing_left', lines: over };
  return of.order.lines.flatMap((line) => {
    const quantity = units.get(line.id);
    if (quantity === undefined) return [];
    const outcome = resolution === 'refund' ? 'refund' : 'replacement';
    return {
      line,
      record: { line: line.id, quantity, outcome, ...allotted(of, line, { quantity }) },
    };
  });
}

function areThere({ case: of, variants }: ReportAsked, lines: readonly ReportedLine[]): boolean {
  const wanted = new Map<string, number>();
  for (const { line, record } of lines)
    wanted.set(line.variant, (wanted.get(line.variant) ?? 0) + record.quantity);
  return [...wanted].every(([id, count]) => isThere(variants.get(id), of.order, count));
}
