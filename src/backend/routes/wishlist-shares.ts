import type { Alerts } from '../services/wishlist-alerts.ts';
import type { SharedWishlists } from '../services/wishlist-shares.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

type Names =
  | 'shareWishlist'
  | 'unshareWishlist'
  | 'getSharedWishlist'
  | 'addToSharedWishlist'
  | 'markGift'
  | 'unmarkGift'
  | 'setAlert'
  | 'removeAlert'
  | 'endAlert';

const nothing = { status: 204 } as const;

/** Lists that others look at, and mails about what is saved. */
export const wishlistShareRoutes = (
  shared: SharedWishlists,
  alerts: Alerts,
): Pick<Handlers, Names> => ({
  async shareWishlist({ caller, params, body }) {
    const share = await shared.share(caller, params.id, body.friends);
    return isRefusal(share) ? share : { status: 200, body: share };
  },

  async unshareWishlist({ caller, params }) {
    await shared.unshare(caller, params.id);
    return nothing;
  },

  async getSharedWishlist({ shop, params, whoCalls }) {
    const caller = await whoCalls();
    if (caller && isRefusal(caller)) return caller;
    const reader = caller?.kind === 'customer' ? caller.customer : undefined;
    const list = await shared.read(shop, params.token, reader);
    return isRefusal(list) ? list : { status: 200, body: list };
  },

  async addToSharedWishlist({ shop, params, body }) {
    const { token, product } = params;
    return (await shared.add(shop, token, { product, quantity: body.quantity })) ?? nothing;
  },

  async markGift({ shop, params, body }) {
    return (await shared.mark(shop, params.token, params.product, body.by)) ?? nothing;
  },

  async unmarkGift({ shop, params, query }) {
    return (await shared.unmark(shop, params.token, params.product, query.by)) ?? nothing;
  },

  async setAlert({ shop, caller, params, body, request }) {
    const language = request.headers.get('accept-language');
    const alert = await alerts.set(shop, caller, params.variant, body, language);
    return isRefusal(alert) ? alert : { status: 200, body: alert };
  },

  async removeAlert({ caller, params, query }) {
    await alerts.remove(caller, params.variant, query.kind);
    return nothing;
  },

  async endAlert({ shop, params }) {
    await alerts.end(shop, params.token);
    return nothing;
  },
});
