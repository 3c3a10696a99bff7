import { Problem } from '../client/problem.ts';
import type { Ground } from './ground.ts';

/**
 * Does what needs a fresh proof of who somebody is. Where the last one is old, the shop's own login
 * is asked for another first. False: nothing was done, and a code is needed.
 */
export type StepUp = (act: () => Promise<void>) => Promise<boolean>;

export function createStepUp(ground: Ground): StepUp {
  return async (act) => {
    if (await isDone(act)) return true;
    const proved = await ground.vouch?.(ground, undefined);
    return !!proved && ground.session.accept(proved) && isDone(act);
  };
}

async function isDone(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'step_up_required') return false;
    throw error;
  }
}

/** A wish that needs a code first: kept until there is a newer proof than the one that was too old. */
export interface Waiting<Wish> {
  /** `proof`: when the shopper last proved who they are. */
  wait(wish: Wish, proof: string | undefined): void;
  /** What was waiting and may be done now; it waits no more either way. */
  taken(proof: string | undefined): Wish | undefined;
  forget(): void;
}

export function createWaiting<Wish>(): Waiting<Wish> {
  let waiting: { wish: Wish; proof: string | undefined } | undefined;
  return {
    wait: (wish, proof) => (waiting = { wish, proof }),
    taken(proof) {
      const { wish, proof: before } = waiting ?? {};
      waiting = undefined;
      return proof && proof !== before ? wish : undefined;
    },
    forget: () => (waiting = undefined),
  };
}
