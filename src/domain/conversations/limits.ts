import type { Allowance } from '../identity/identity.ts';

const HOUR = 60 * 60;

/** What one shopper may write: as fast as anyone types, and a long day's talk. */
export const messagesOfOwner: Allowance[] = [
  { most: 20, seconds: 60 },
  { most: 500, seconds: 24 * HOUR },
];
/** Transcripts of one conversation. */
export const transcriptsOf: Allowance[] = [
  { most: 1, seconds: 5 * 60 },
  { most: 5, seconds: 24 * HOUR },
];
/** How many nobody knows may begin to write from one network; an office shares one. */
export const visitorsFromNetwork: Allowance[] = [{ most: 60, seconds: HOUR }];
