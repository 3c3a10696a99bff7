import { outcomeKinds, returnReasons } from '../../contract/actions.ts';
import { policyLimits, type Policy, type PolicyLimit } from '../../contract/policy.ts';
import type { StaffRole } from '../../contract/staff.ts';
import { changeOfMind } from './presets/default.ts';

/** What somebody of the shop may go beyond: an agent nothing, an admin all that is no fact. */
export function limitsOf(role: StaffRole, { staff }: Policy): readonly PolicyLimit[] {
  if (role === 'admin') return policyLimits;
  return role === 'lead' ? staff.lead : [];
}

/** The policy as it is without these limits. What has left, or was paid once, stays as it is. */
export const lifted = (policy: Policy, limits: readonly PolicyLimit[]): Policy =>
  limits.reduce((left, limit) => lifts[limit](left), policy);

const lifts: Record<PolicyLimit, (policy: Policy) => Policy> = {
  deadline: ({ cancel, edit, returns, lines, ...policy }) => {
    const { cutoff: _, ...cancels } = cancel;
    const { cutoff: __, ...edits } = edit;
    const { window: ___, exchangeWindow: ____, ...goesBack } = returns;
    return {
      ...policy,
      cancel: { ...cancels, until: 'shipped' },
      edit: { ...edits, until: 'shipped' },
      returns: goesBack,
      lines: lines.map(({ window: _____, ...rule }) => rule),
    };
  },

  repeat: ({ cancel, edit, returns, ...policy }) => ({
    ...policy,
    cancel: { ...cancel, afterEdit: true },
    edit: { ...edit, once: false, paymentOnce: false },
    returns: { ...returns, once: false },
  }),

  reason: ({ cancel: { reasons: _, ...cancel }, returns, lines, ...policy }) => ({
    ...policy,
    cancel,
    returns: {
      ...returns,
      reasons: Object.fromEntries(
        returnReasons.map((reason) => [
          reason,
          { ...(returns.reasons[reason] ?? changeOfMind), outcomes: [...outcomeKinds] },
        ]),
      ),
    },
    lines: lines.map(({ outcomes: _, ...rule }) => rule),
  }),

  fee: ({ returns, lines, ...policy }) => ({
    ...policy,
    returns: {
      ...returns,
      reasons: Object.fromEntries(
        Object.entries(returns.reasons).map(([reason, { fee: _, ...rule }]) => [
          reason,
          { ...rule, returnShipping: 'shop' as const },
        ]),
      ),
    },
    lines: lines.map(({ fee: _, ...rule }) => rule),
  }),

  review: ({ cancel, returns, lines, ...policy }) => ({
    ...policy,
    cancel: { ...cancel, review: false },
    returns: {
      ...returns,
      review: false,
      reasons: Object.fromEntries(
        Object.entries(returns.reasons).map(([reason, rule]) => [
          reason,
          { ...rule, review: false, photo: false },
        ]),
      ),
    },
    lines: lines.map(({ review: _, ...rule }) => rule),
    blockedCustomers: [],
    highRisk: 'as_others',
  }),

  goods: ({ lines, ...policy }) => ({
    ...policy,
    lines: lines.map(({ finalSale: _, excluded: __, ...rule }) => rule),
  }),

  offer: ({ cancel, edit, returns, ...policy }) => ({
    ...policy,
    cancel: { ...cancel, allowed: true, lines: true },
    edit: {
      ...edit,
      allowed: {
        ...{ items: true, quantity: true, add: true, address: true, contact: true },
        ...{ shipping: true, payment: true },
      },
    },
    returns: {
      ...returns,
      allowed: true,
      methods: returns.methods.length > 0 ? returns.methods : ['own'],
    },
  }),
};
