import type { ReturnMethod } from '../../contract/actions.ts';
import { leaseLife, settle } from '../news/outbox.ts';

/** Whether a carrier has part in it, and makes its label. */
export const isCarried = (method: ReturnMethod): boolean => method !== 'own' && method !== 'keep';

/** A label is made as soon as its return is agreed to; whoever does has so long, in seconds. */
export const labelLease = leaseLife;

/**
 * After how many seconds a label is asked for once more, as what the shop's own systems are told is;
 * undefined when it is given up.
 */
export function nextLabelTry(
  retryable: boolean,
  { tries, chance }: { tries: number; chance: number },
): number | undefined {
  const { state, seconds } = settle(tries, { failure: 'unreachable' }, chance);
  return retryable && state === 'pending' ? seconds : undefined;
}
