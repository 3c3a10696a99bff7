import {
  reportKinds,
  type ReportKind,
  type ReportOffer,
  type Resolution,
  type Verdict,
} from '../../contract/actions.ts';
import type { Policy } from '../../contract/policy.ts';
import type { Reason } from '../../contract/reasons.ts';
import { isOfArrived, unclaimed } from '../returns/claims.ts';
import { orderStatus } from '../orders/status.ts';
import { arrivedOf } from './after-delivery.ts';
import { awayUnits } from './away.ts';
import type { Case } from './case.ts';
import { no, yes } from './verdicts.ts';

/** What may come of each at once, where the shop lets it: what is late may still arrive. */
const answers: Record<ReportKind, readonly Resolution[]> = {
  late: [],
  lost: ['resend', 'refund'],
  stuck: ['resend', 'refund'],
  damaged: ['replace', 'refund'],
  wrong: ['replace', 'refund'],
  missing: ['resend', 'refund'],
};

/** What may be told to be wrong with an order as it is now. What was told once is not told again. */
export function reportOffers(of: Case, policy: Policy, now: Date): ReportOffer[] {
  const { order } = of;
  if (orderStatus(order) === 'cancelled') return [];
  const away = awayUnits(order, policy.reports, now);
  return reportKinds.flatMap((kind) => {
    const units = away.units.get(kind);
    const lines = order.lines.flatMap((line) => {
      const isHere = isOfArrived(kind);
      const count = isHere ? arrivedOf(order, line) : (units?.get(line.id) ?? 0);
      const quantity = unclaimed(of, line, count, isHere) - toldOf(of, kind, line.id);
      return quantity > 0 ? [{ line: line.id, quantity }] : [];
    });
    if (lines.length === 0) return [];
    // what nobody sent yet is not lost, and sending it once more would be twice
    const isOpen = kind !== 'stuck' || away.hasSetOut;
    const may = isOpen ? answers[kind] : [];
    return {
      kind,
      lines,
      ...(policy.reports.photo.includes(kind) && { photo: true as const }),
      resolutions: policy.reports.resolve.filter((each) => may.includes(each)),
    };
  });
}

export function mayReport(of: Case, offers: readonly ReportOffer[]): Verdict {
  if (offers.length > 0) return yes({});
  const reason = whyNot(of, 'missing');
  return no(reason, reason === 'not_delivered' ? { instead: 'wait' } : {});
}

/** Why this cannot be told of the order. */
export function whyNot({ order, reports, returns }: Case, kind: ReportKind): Reason {
  if (orderStatus(order) === 'cancelled') return 'order_cancelled';
  if (isOfArrived(kind) && !order.lines.some((line) => arrivedOf(order, line) > 0))
    return 'not_delivered';
  // what nothing is left by is not to be known
  if (returns.some(({ secret }) => secret)) return 'not_offered';
  if (isOfArrived(kind)) return 'nothing_left';
  return reports.length + returns.length > 0 ? 'nothing_left' : 'not_offered';
}

/** Units of which it was told already, and left to the shop's people. */
const toldOf = ({ reports }: Case, kind: ReportKind, line: string): number =>
  reports
    .filter((report) => report.kind === kind && !report.resolution)
    .flatMap(({ lines }) => lines)
    .reduce((sum, units) => sum + (units.line === line ? units.quantity : 0), 0);
