import type { Session } from '../../contract/session.ts';
import { refreshSession } from '../client/session.ts';
import { isMarked } from '../host/mark.ts';
import { createTurns } from '../host/turns.ts';
import type { Bound, BoundWorld } from './bound.ts';
import type { SessionKeeper } from './session.ts';
import { subjectOf } from './subject.ts';

/** How a session goes on: by the cookie, or, where the browser refuses it, by a key. */
export interface Renewal {
  /** Who is here? One question for all tabs. */
  ask(): Promise<Session>;
  /** Somebody has just signed in: does the cookie come back? If not, a key is made. */
  settle(token: string): Promise<void>;
  /** Signed out: nothing stays in this browser. */
  forget(): Promise<void>;
}

export interface RenewalWorld extends BoundWorld {
  session: SessionKeeper;
  life: AbortSignal;
}

export function createRenewal({ session, life, ...world }: RenewalWorld): Renewal {
  const { send, name } = world;
  const turn = createTurns<Session>({ name, isOurs, heard, life });
  let bound: Bound | undefined;
  const hasKey = () => bound ?? isMarked(name);
  async function byKey(): Promise<Bound> {
    const { createBound } = await import('./bound.ts');
    return (bound ??= createBound(world));
  }

  /** May this tab take what another was told? Not a customer the order a guest follows. */
  function isOurs(told: Session): boolean {
    const now = session.$session.get();
    if (now.kind === 'unknown' || told.kind === 'anonymous') return true;
    if (told.kind === 'customer' && now.kind !== 'customer') return true;
    return subjectOf(told) === subjectOf(now);
  }
  function heard(told: Session): void {
    if (told.kind !== 'anonymous' && isOurs(told)) session.accept(told);
  }

  async function forget(): Promise<void> {
    if (!hasKey()) return;
    await (await byKey()).forget();
    bound = undefined;
  }

  return {
    ask: () =>
      turn(async () => {
        const told = hasKey() ? await (await byKey()).refresh() : undefined;
        // no key, or none that is still good
        return told && told.kind !== 'anonymous' ? told : refreshSession(send);
      }),
    async settle(token) {
      const { kind } = await refreshSession(send);
      if (kind === 'anonymous') await (await byKey()).bind(token);
      else await forget();
    },
    forget,
  };
}
