import type { Figures } from './table.ts';

/** Durable writes. */
export const WRITES_A_SECOND = 2000;

/** What quality asks, by what is measured. */
export const WANTED = {
  /** 100,000 orders in a minute. */
  import: { perSecond: 1667 },
  list: { perSecond: 2500, p99: 30 },
  writes: { perSecond: WRITES_A_SECOND },
  batches: { perSecond: 5000 },
  deskMeanwhile: { p99: 5 },
  message: { p50: 5, p99: 50 },
} satisfies Record<string, Figures>;
