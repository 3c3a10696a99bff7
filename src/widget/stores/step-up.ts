import { Problem } from '../client/problem.ts';
import { createWishes } from '../client/wishes.ts';
import type { Ground } from './ground.ts';

/** What needs a fresh proof of who somebody is; asked for twice it is done once. */
export interface Proven<Wish, Done> {
  /** Does it. Undefined: nothing was done, and a code is needed first; it waits for one. */
  grant(wish: Wish): Promise<Done | undefined>;
  /**
   * What was waiting and may be done now, since there is a newer proof than the one that was too
   * old; it waits no more either way.
   */
  taken(): Wish | undefined;
  forget(): void;
}

/** Where the last proof is old, the shop's own login is asked for another first. */
export function createProven<Wish, Done extends object | true>(
  ground: Ground,
  act: (wish: Wish, key: string) => Promise<Done>,
): Proven<Wish, Done> {
  const { session, vouch, keep } = ground;
  const { once } = createWishes();
  let waiting: { wish: Wish; proof: string | undefined } | undefined;

  const proof = () => {
    const who = session.$session.get();
    return who.kind === 'customer' ? who.verifiedAt : undefined;
  };
  async function tried(wish: Wish): Promise<Done | undefined> {
    try {
      return await once(JSON.stringify(wish), (key) => act(wish, key));
    } catch (error) {
      if (error instanceof Problem && error.code === 'step_up_required') return undefined;
      throw error;
    }
  }
  async function isVouchedFor(): Promise<boolean> {
    const proved = await vouch?.(ground, undefined, () => !proof());
    return !!proved && session.accept(proved);
  }
  const forget = () => (waiting = undefined);
  keep({ reset: forget });

  return {
    async grant(wish) {
      let done = await tried(wish);
      if (!done && (await isVouchedFor())) done = await tried(wish);
      // not for whoever comes after they have signed out meanwhile
      if (!done && session.held()) waiting = { wish, proof: proof() };
      return done;
    },
    taken() {
      const { wish, proof: before } = waiting ?? {};
      forget();
      const now = proof();
      return now && now !== before ? wish : undefined;
    },
    forget,
  };
}
