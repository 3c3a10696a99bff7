import type { Session } from '../../contract/session.ts';
import type { Ground } from './ground.ts';

/** Somebody has just shown who they are: here, in the other tabs, and after a reload. */
export function arrive(ground: Ground, told: Session): void {
  if (!ground.session.accept(told) || !('token' in told)) return;
  if (told.kind === 'customer') ground.tellTabs('in');
  stay(ground, told.token);
}

/** Sees to it that the session outlasts the page: by the cookie, or by a key where that is refused. */
export function stay({ renewal }: Ground, token: string): void {
  renewal()
    .then(({ settle }) => settle(token))
    // then the session lasts as long as its token
    .catch(() => {});
}

/** Signed out by the shopper's own wish, or `byShop`, in all tabs. */
export function part({ renewal, tellTabs, leave }: Ground, byShop?: boolean): void {
  leave(byShop);
  tellTabs('out');
  // what it would forget is a key to a session that has ended
  renewal()
    .then(({ forget }) => forget())
    .catch(() => {});
}
