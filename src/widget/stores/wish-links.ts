import type { AlertKind } from '../../contract/wishlists.ts';
import { removeAlert, setAlert, shareWishlist, unshareWishlist } from '../client/wish-links.ts';
import type { Ground } from './ground.ts';
import type { WishlistsStore } from './wishlists.ts';

type Beside = Pick<WishlistsStore, '$beside'>;

/** Links to lists, and mails about what is saved; what comes of it stands beside what is saved. */
export const createWishLinks = ({ send }: Ground) => ({
  async share({ $beside }: Beside, list: string, friends: boolean): Promise<void> {
    const made = await shareWishlist(send, list, friends);
    const { shares, ...rest } = $beside.get();
    $beside.set({ ...rest, shares: [...shares.filter((one) => one.list !== list), made] });
  },
  async unshare({ $beside }: Beside, list: string): Promise<void> {
    await unshareWishlist(send, list);
    const { shares, ...rest } = $beside.get();
    $beside.set({ ...rest, shares: shares.filter((one) => one.list !== list) });
  },
  async ask(
    { $beside }: Beside,
    { product, variant }: { product: string; variant: string },
    kind: AlertKind,
    wanted: boolean,
  ): Promise<void> {
    if (wanted) await setAlert(send, { product, variant }, kind);
    else await removeAlert(send, variant, kind);
    const { alerts, ...rest } = $beside.get();
    const others = alerts.filter((one) => one.variant !== variant || one.kind !== kind);
    $beside.set({ ...rest, alerts: wanted ? [...others, { product, variant, kind }] : others });
  },
});
