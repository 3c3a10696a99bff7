import type { OrderActions, Verdict } from '../../contract/actions.ts';
import type { Reason } from '../../contract/reasons.ts';
import type { Policy, PolicyLimit } from '../../contract/policy.ts';
import type { StaffRole } from '../../contract/staff.ts';
import {
  staffActs,
  type StaffAct,
  type StaffOrder,
  type StaffVerdict,
} from '../../contract/staff-orders.ts';
import { goBeyond } from './beyond.ts';
import type { Case } from './case.ts';
import { explain, isFree } from './explain.ts';
import { lifted, limitsOf } from './limits.ts';
import type { No, Yes } from './verdicts.ts';

type Explained = Pick<StaffOrder, 'may' | 'waives'> & { actions: OrderActions };

/** What somebody of the shop may do with an order, how far that is beyond its shopper, and why not. */
export function explainToStaff(policy: Policy, role: StaffRole, of: Case, now: Date): Explained {
  const known = new Map<string, OrderActions>();
  /** A policy is explained once, however many acts are asked about. */
  const under = (given: Policy): OrderActions => {
    const at = JSON.stringify(given);
    const actions = known.get(at) ?? explain(given, of, now);
    known.set(at, actions);
    return actions;
  };
  const limits = limitsOf(role, policy);
  const gone = (act: StaffAct, may: readonly PolicyLimit[]) =>
    goBeyond<Yes, Refused>(policy, may, (given) => asked(under(given)[act]));

  const may = (act: StaffAct): StaffVerdict => {
    const found = gone(act, limits);
    if (!('refused' in found)) {
      const { allowed, until, review } = found.yes;
      return {
        ...{ allowed, beyond: found.beyond },
        ...(until !== undefined && { until }),
        ...(review && { review }),
      };
    }
    const asks = above[role].find((other) => !('refused' in gone(act, limitsOf(other, policy))));
    const { reason, since } = found;
    return {
      ...{ allowed: false, reason },
      ...(since !== undefined && { since }),
      ...(asks && { asks }),
    };
  };

  return {
    actions: under(
      lifted(
        policy,
        limits.filter((limit) => limit !== 'fee'),
      ),
    ),
    may: Object.fromEntries(staffActs.map((act) => [act, may(act)])) as Record<
      StaffAct,
      StaffVerdict
    >,
    waives: limits.includes('fee') && !isFree(policy),
  };
}

const above: Record<StaffRole, readonly Exclude<StaffRole, 'agent'>[]> = {
  agent: ['lead', 'admin'],
  lead: ['admin'],
  admin: [],
};

type Refused = No & { refused: Reason };
/** A no of a verdict, as a no of a wish. */
const asked = (verdict: Verdict): Yes | Refused =>
  verdict.allowed ? verdict : { ...verdict, refused: verdict.reason };
