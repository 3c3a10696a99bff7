import type { Session } from '../../contract/session.ts';
import { refreshSession } from '../client/session.ts';
import { isMarked } from '../host/mark.ts';
import { createTurns } from '../host/turns.ts';
import type { Bound } from './bound.ts';
import type { Ground } from './ground.ts';
import { subjectOf } from './subject.ts';

/** How a session goes on: by the cookie, or, where the browser refuses it, by a key. */
export interface Renewal {
  /** Who is here? One question for all tabs, and what the shop's own login makes of the answer. */
  ask(vouched: (told: Session) => Session | Promise<Session>): Promise<Session>;
  /** Somebody has just signed in: does the cookie come back? If not, a key is made. */
  settle(token: string): Promise<void>;
  /** Signed out: nothing stays in this browser. */
  forget(): Promise<void>;
}

export function createRenewal(ground: Ground): Renewal {
  const { send, name, session, page, life } = ground;
  const turn = createTurns<Session>({ name, isOurs, heard, life });
  let bound: Bound | undefined;
  const hasKey = () => bound ?? isMarked(name);
  async function byKey(): Promise<Bound> {
    const { createBound } = await import('./bound.ts');
    return (bound ??= createBound(ground));
  }

  /**
   * May this tab take what another was told? Not a customer the order a guest follows. Where the page
   * says who is there, only of who is here already: of anybody else it is asked itself.
   */
  function isOurs(told: Session): boolean {
    const now = session.$session.get();
    // it has said something else since it was asked
    if (page.who !== ground.named) return false;
    const asksPage = page.who !== undefined || page.hasAttribute?.('identity');
    if (told.kind === 'anonymous') return !asksPage;
    if (subjectOf(told) === subjectOf(now)) return true;
    return (
      !asksPage && (now.kind === 'unknown' || (told.kind === 'customer' && now.kind !== 'customer'))
    );
  }
  function heard(told: Session): void {
    const now = session.$session.get();
    // who signs in elsewhere is asked for; this may have been told before somebody signed out here
    if (now.kind === 'anonymous' && !now.visitor) return;
    if (told.kind !== 'anonymous' && isOurs(told)) session.accept(told);
  }

  async function forgetKey(): Promise<void> {
    if (!hasKey()) return;
    await (await byKey()).forget();
    bound = undefined;
  }

  return {
    ask: (vouched) =>
      turn(async () => {
        const told = hasKey() && (await (await byKey()).refresh());
        // no key, or none that is still good
        return vouched(told || (await refreshSession(send)));
      }),
    async settle(token) {
      const { kind } = await refreshSession(send);
      if (kind === 'anonymous') await (await byKey()).bind(token);
      else await forgetKey();
    },
    async forget() {
      await forgetKey();
      // what waits to be sent, also where nobody has opened the room that sends it
      const { createOutbox } = await import('../host/outbox.ts');
      await createOutbox(name).clear();
    },
  };
}
