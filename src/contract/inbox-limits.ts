/** As many conversations as one request may change. */
export const MOST_CHANGED = 100;
