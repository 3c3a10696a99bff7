import type { Policy } from '../../contract/policy.ts';
import type { ReturnMethod } from '../../contract/actions.ts';

/** What the drivers of a shop can do. */
export interface Able {
  /** Ways back that somebody makes a label for. */
  labels: readonly ReturnMethod[];
  /** Somebody can hold money. */
  hold: boolean;
}

/** A policy without what nobody can do: what has no driver is not offered. */
export function offered(policy: Policy, { labels, hold }: Able): Policy {
  const { returns } = policy;
  const methods = returns.methods.filter((method) => method === 'own' || labels.includes(method));
  return {
    ...policy,
    returns: {
      ...returns,
      methods,
      allowed: returns.allowed && methods.length > 0,
      instantExchange: returns.instantExchange && hold,
    },
  };
}
