import type { ReportRequest } from '../../contract/reports.ts';
import type { Asked } from '../changes/asked.ts';
import { isOfArrived } from '../returns/claims.ts';
import type { Case } from '../policy/case.ts';
import { termsOf } from '../policy/matching.ts';
import { riskOf } from '../policy/verdicts.ts';
import { endOf } from '../policy/windows.ts';
import type { ReportedLine } from './reports.ts';

/** What asks for nothing, costs too much, comes too late or from whom the shop looks at first. */
export function isForPeople(
  { case: of, policy, request, now }: Asked<ReportRequest>,
  lines: readonly ReportedLine[],
) {
  const risk = riskOf(of, policy);
  if (!request.resolution || !risk.allowed || risk.review) return true;
  const { resolveBelow } = policy.reports;
  if (resolveBelow !== undefined && worthOf(of, lines) >= resolveBelow) return true;
  return (
    isOfArrived(request.kind) &&
    lines.some(({ line }) => {
      const window = termsOf(policy, of, line).window ?? policy.returns.window;
      const end = window && endOf(window, of.order, line.id);
      return end !== undefined && now.toISOString() > end;
    })
  );
}

/** With all that was settled so before, so that nothing is gained by telling it in parts. */
function worthOf({ order, reports }: Case, lines: readonly ReportedLine[]): number {
  const prices = new Map(order.lines.map(({ id, unitPrice }) => [id, unitPrice]));
  const settled = reports.filter(({ resolution }) => resolution).flatMap((each) => each.lines);
  return [...settled, ...lines.map(({ record }) => record)].reduce(
    (sum, { line, quantity, discount }) => sum + quantity * (prices.get(line) ?? 0) + discount,
    0,
  );
}
