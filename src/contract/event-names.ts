/** How many may come in one batch, and on one page of what is known. */
export const MOST_EVENTS = 50;

export const eventTypes = [
  'product_viewed',
  'searched',
  'cart_added',
  'cart_removed',
  'wished',
  'unwished',
  'purchased',
  'returned',
  'room_opened',
  'solved',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What a shopper may have settled by themselves. */
export const solvedTasks = [
  'tracking',
  'cancellation',
  'change',
  'return',
  'report',
  'reorder',
] as const;
export type SolvedTask = (typeof solvedTasks)[number];

/** The panel's rooms, as they are counted. */
export const countedRooms = [
  'home',
  'find',
  'sign-in',
  'orders',
  'order',
  'cancel',
  'edit',
  'return',
  'returns',
  'returned',
  'choose',
  'report',
  'again',
  'address',
  'account',
  'wishlist',
  'wish',
  'share',
  'shared',
  'mails',
  'for-you',
  'known-events',
  'chat',
  'talk',
] as const;
export type CountedRoom = (typeof countedRooms)[number];
