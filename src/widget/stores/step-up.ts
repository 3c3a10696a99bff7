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
