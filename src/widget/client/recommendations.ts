import { RecommendationList as shape } from '../../contract/guards/recommendations.ts';
import type { Placement } from '../../contract/placements.ts';
import type { RecommendationList } from '../../contract/recommendations.ts';
import { path, readJson, type Send } from './request.ts';

/** `product` and `not` are ids between commas. */
export const listRecommendations = (
  send: Send,
  query: { placement: Placement; product: string; not: string; history: 'no' | undefined },
  signal?: AbortSignal,
): Promise<RecommendationList> => readJson(send('/recommendations', { query, signal }), shape);

export const dismissProduct = async (send: Send, product: string, key: string): Promise<void> => {
  await send('/recommendations/dismissals', { method: 'POST', body: { product }, key });
};

export const undismissProduct = async (send: Send, product: string): Promise<void> => {
  await send(path`/recommendations/dismissals/${product}`, { method: 'DELETE' });
};
