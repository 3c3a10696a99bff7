/** As many as a shopper may keep. */
export const mostWishes = 2000;
export const mostLists = 50;
/** As many as one request may bring, or ask for. */
export const mostAtOnce = 500;
export const mostProducts = 100;

/** The list that every shopper has, also for wishes whose own list is gone. */
export const SAVED = 'saved';
