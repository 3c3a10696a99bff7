/** Where recommendations stand. */
export const placements = [
  'product',
  'cart',
  'home',
  'order',
  'after-change',
  'wishlist',
  'search-empty',
] as const;
export type Placement = (typeof placements)[number];
