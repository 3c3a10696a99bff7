// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { ProductSummary } from './parts.ts';

export const Recommendation: Shape = {
  product: ProductSummary,
  reason: { code: 'string', '?seed': { id: 'string', name: 'string', own: 'boolean' } },
};
export const RecommendationList: Shape = { items: [Recommendation] };
