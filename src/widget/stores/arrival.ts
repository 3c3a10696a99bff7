import type { Session } from '../../contract/session.ts';
import type { Ground } from './ground.ts';

/** Somebody has just shown who they are: here, in the other tabs, and after a reload. */
export function arrive({ session, renewal, tellTabs }: Ground, told: Session): void {
  if (!session.accept(told) || !('token' in told)) return;
  if (told.kind === 'customer') tellTabs('in');
  renewal()
    .then(({ settle }) => settle(told.token))
    // then the session lasts as long as its token
    .catch(() => {});
}

/** Signed out by the shopper's own wish, in all tabs. */
export function part({ renewal, tellTabs, leave }: Ground): void {
  leave();
  tellTabs('out');
  // what it would forget is a key to a session that has ended
  renewal()
    .then(({ forget }) => forget())
    .catch(() => {});
}
