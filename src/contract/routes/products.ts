import { Product, ProductPage, ProductQuery } from '../products.ts';
import { Dismissal, RecommendationList, RecommendationQuery } from '../recommendations.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** Products, and which of them to show whom. */
export const productRoutes = {
  listProducts: {
    method: 'get',
    path: '/products',
    area: 'catalogue',
    access: 'customer',
    summary: 'Products of which something can be had, by name',
    query: ProductQuery,
    answers: { 200: ProductPage },
    problems: ['code_required'],
  },
  getProduct: {
    method: 'get',
    path: '/products/:id',
    area: 'catalogue',
    access: 'customer',
    summary: 'A product with its variants, their prices and whether they can be had',
    params: byId,
    answers: { 200: Product },
    problems: ['code_required', 'not_found'],
  },
  listRecommendations: {
    method: 'get',
    path: '/recommendations',
    area: 'recommendations',
    access: 'anyone',
    summary:
      'What may suit whoever looks, each with its reason; with a customer’s session, without what they have',
    query: RecommendationQuery,
    answers: { 200: RecommendationList },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  dismissProduct: {
    method: 'post',
    path: '/recommendations/dismissals',
    area: 'recommendations',
    access: 'customer',
    keyed: true,
    summary: 'Not for me: the product is not recommended to the customer any more',
    body: Dismissal,
    answers: { 201: Dismissal },
    problems: ['code_required', 'not_found'],
  },
  undismissProduct: {
    method: 'delete',
    path: '/recommendations/dismissals/:id',
    area: 'recommendations',
    access: 'customer',
    summary: 'Take “not for me” back, by the product’s id',
    params: byId,
    answers: { 204: null },
    problems: ['code_required'],
  },
} as const satisfies Record<string, Route>;
