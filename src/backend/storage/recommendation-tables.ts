import type { Classification } from './schema.ts';

/** What recommendations have learned of a shop's past, and what customers said is not for them. */
export interface RecommendationTables {
  recommendation_models: RecommendationModelsTable;
  dismissals: DismissalsTable;
}

/** A model in pieces: products that were had together, without whose. One whose last piece is missing is none. */
export interface RecommendationModelsTable {
  shop_id: string;
  built_at: string;
  part: number;
  parts: number;
  bytes: Uint8Array;
}

export interface DismissalsTable {
  shop_id: string;
  customer_id: string;
  product_id: string;
  at: string;
}

export const recommendationColumns: Classification<RecommendationTables> = {
  recommendation_models: {
    ...{ shop_id: 'none', built_at: 'none', part: 'none', parts: 'none', bytes: 'none' },
  },
  dismissals: { shop_id: 'none', customer_id: 'personal', product_id: 'personal', at: 'personal' },
};
