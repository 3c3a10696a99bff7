import { atom, type ReadableAtom } from 'nanostores';
import type { Session, SessionInfo } from '../../contract/session.ts';
import { asProblem, type Problem } from '../client/problem.ts';

/**
 * Who is at the desk, without secrets. Not asked yet, or asking failed (`problem`) or takes long
 * (`slow`); nobody (`ended`: somebody was, until the session ended elsewhere); a guest who follows
 * one order; a customer. A `visitor` is the session of nobody known who talks with the shop.
 */
export type SessionState =
  | { kind: 'unknown'; problem?: Problem; slow?: boolean }
  | (Extract<SessionInfo, { kind: 'anonymous' }> & { ended?: boolean; visitor?: string })
  | Exclude<SessionInfo, { kind: 'anonymous' | 'visitor' }>;

export interface SessionStore {
  readonly $session: ReadableAtom<SessionState>;
  /** Asks who is here, or for a new token; false when it could not be asked or nobody is. */
  refresh(): Promise<boolean>;
}

/** What the request layer and the desk need beyond the rooms. */
export interface SessionKeeper extends SessionStore {
  /** The access token, renewed first where it is about to end. */
  token(): Promise<string | undefined>;
  /** The same as it is now, without asking anybody. */
  held(): string | undefined;
  /** The token was refused: is there a new one? */
  renew(refused: string): Promise<boolean>;
  /** The server says who is here now: false for nobody. */
  accept(session: Session): boolean;
  /**
   * Signed out by the shopper's own wish, here or in another tab: an answer under way is over. Or
   * `byShop`, its own login, whose answer says who is here from now on.
   */
  leave(byShop?: boolean): void;
}

const SLOW = 4000;
const EARLY = 30_000;
const HOUR = 3_600_000;
const USUAL = 600_000;

/**
 * The token lives in this closure only; the refresh cookie is between browser and backend.
 * `ask` asks the server who is here; the answer is nobody's once it `isOver`.
 */
export function createSession(ask: (isOver: () => boolean) => Promise<Session>): SessionKeeper {
  const $session = atom<SessionState>({ kind: 'unknown' });
  let token: string | undefined;
  let endsAt = 0;
  let refreshing: Promise<boolean> | undefined;
  /** Signed out so many times. */
  let partings = 0;

  function accept(session: Session): boolean {
    const now = $session.get();
    const before = now.kind;
    if (session.kind === 'anonymous') {
      token = undefined;
      const ended = before === 'guest' || before === 'customer';
      // nobody before and nobody now is no news
      if (before !== 'anonymous' || now.visitor)
        $session.set(ended ? { ...session, ended } : session);
      return false;
    }
    const { token: fresh, ...info } = session;
    token = fresh;
    endsAt = performance.now() + lifetime(session.expiresAt) - EARLY;
    $session.set(info.kind === 'visitor' ? { kind: 'anonymous', visitor: info.session } : info);
    return true;
  }

  const isUnknown = () => $session.get().kind === 'unknown';
  async function askWho(): Promise<boolean> {
    const before = partings;
    const isOver = () => partings !== before;
    if (isUnknown()) $session.set({ kind: 'unknown' });
    const slow = setTimeout(() => {
      if (isUnknown()) $session.set({ kind: 'unknown', slow: true });
    }, SLOW);
    try {
      const told = await ask(isOver);
      return isOver() ? !!token : accept(told);
    } catch (error) {
      const problem = asProblem(error);
      if (isUnknown()) $session.set({ kind: 'unknown', problem });
      return false;
    } finally {
      clearTimeout(slow);
      if (!isOver()) refreshing = undefined;
    }
  }
  const refresh = () => (refreshing ??= askWho());

  return {
    $session,
    refresh,
    accept,
    leave(byShop) {
      token = undefined;
      if (!byShop) {
        partings += 1;
        refreshing = undefined;
      }
      $session.set({ kind: 'anonymous' });
    },
    held: () => token,
    async token() {
      if (token && performance.now() > endsAt) await refresh();
      return token;
    },
    renew: async (refused) => (token && token !== refused ? true : refresh()),
  };
}

/** How long a token lasts; a clock that is hours off must not make it look ended, or endless. */
function lifetime(expiresAt: string): number {
  const left = Date.parse(expiresAt) - Date.now();
  return left > 0 && left <= HOUR ? left : USUAL;
}
