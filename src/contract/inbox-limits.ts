/** As many conversations as one request may change. */
export const MOST_CHANGED = 100;
/** What one message shows, and how many answers it offers. */
export const MOST_CARDS = 4;
export const MOST_CHOICES = 4;
