import type { Recommendations } from '../services/recommendations.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';
import { objects } from './frame/objections.ts';

export const recommendationRoutes = (
  recommendations: Recommendations,
): Pick<Handlers, 'listRecommendations' | 'dismissProduct' | 'undismissProduct'> => ({
  async listRecommendations({ shop, request, query, whoCalls }) {
    const caller = await whoCalls();
    if (caller && isRefusal(caller)) return caller;
    const customer = caller?.kind === 'customer' ? caller.customer : undefined;
    const history = objects(request) ? 'no' : query.history;
    const items = await recommendations.list(shop, customer, { ...query, history });
    return { status: 200, cache: 'private', body: { items } };
  },

  async dismissProduct({ shop, caller, body, keep }) {
    const told = { status: 201 as const, body };
    const refused = await recommendations.dismiss(
      shop,
      caller,
      body.product,
      keep(() => told),
    );
    return refused ?? told;
  },

  async undismissProduct({ shop, caller, params }) {
    await recommendations.undismiss(shop, caller, params.id);
    return { status: 204 };
  },
});
