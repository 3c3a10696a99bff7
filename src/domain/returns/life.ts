import type { Policy } from '../../contract/policy.ts';
import { returnStates, type ReturnState } from '../../contract/returns.ts';
import type { Refused } from '../changes/changes.ts';

/** Who moves a return on: the system does when a carrier, the clock or a provider says so. */
export type Mover = 'customer' | 'shop' | 'system';

/** Where a return may go from each state. What comes back without a word to us is received all the same. */
const ways: Record<ReturnState, Partial<Record<ReturnState, readonly Mover[]>>> = {
  requested: { approved: ['shop'], refused: ['shop'], cancelled: ['customer', 'shop'] },
  approved: {
    label_sent: ['system', 'shop'],
    in_transit: ['system', 'shop'],
    received: ['system', 'shop'],
    refused: ['shop'],
    cancelled: ['customer', 'shop'],
    expired: ['system'],
  },
  label_sent: {
    in_transit: ['system', 'shop'],
    received: ['system', 'shop'],
    refused: ['shop'],
    cancelled: ['customer', 'shop'],
    expired: ['system'],
  },
  in_transit: { received: ['system', 'shop'], refused: ['shop'] },
  received: { inspected: ['shop'], settled: ['system', 'shop'], refused: ['shop'] },
  inspected: { settled: ['system', 'shop'], refused: ['shop'] },
  settled: {},
  refused: {},
  cancelled: {},
  expired: {},
};

/** What a step does beside the state it leads to. */
export interface Step {
  state: ReturnState;
  /** The planned money moves now. */
  settles: boolean;
  /** The planned money never moves, and the units may be spoken of again. */
  releases: boolean;
}

export function step(
  from: ReturnState,
  to: ReturnState,
  { by, policy }: { by: Mover; policy: Policy },
): Step | Refused {
  if (!ways[from][to]?.includes(by)) return { refused: 'return_moved_on' };
  const releases = isOver(to) && to !== 'settled';
  const due = returnStates.indexOf(settlingAt[policy.returns.settleOn]);
  const settles = !releases && returnStates.indexOf(from) < due && returnStates.indexOf(to) >= due;
  return { state: to, settles, releases };
}

/** Money that moves with the request of a return that the shop looks at moves once it agrees. */
const settlingAt: Record<Policy['returns']['settleOn'], ReturnState> = {
  request: 'approved',
  in_transit: 'in_transit',
  received: 'received',
  inspected: 'inspected',
};

/** Whether a return is where its money moves. */
export const isDue = (state: ReturnState, { returns }: Pick<Policy, 'returns'>): boolean =>
  returnStates.indexOf(state) >= returnStates.indexOf(settlingAt[returns.settleOn]);

export const isOver = (state: ReturnState): boolean => Object.keys(ways[state]).length === 0;

export const mayBeCancelled = (state: ReturnState): boolean =>
  ways[state].cancelled?.includes('customer') === true;
