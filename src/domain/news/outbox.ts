/**
 * The rules of what is sent to the shop's own systems, as numbers and pure functions. A delivery is
 * `pending` until somebody takes it, `sending` while it is theirs, and at last `delivered` or
 * `dead`; a replay makes it `pending` again. Times are in seconds.
 */
export const deliveryStates = ['pending', 'sending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The wait after each failed attempt; after the attempt that follows the last there is none. */
export const retryDelays: readonly number[] = [
  ...[10, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR],
  ...[6 * HOUR, 12 * HOUR, DAY, DAY],
];
export const mostAttempts = retryDelays.length + 1;
/** A wait is up to so much shorter or longer, so that what failed together does not return together. */
export const jitter = 0.2;
/** Whatever a receiver asks for. */
export const longestRetryAfter = DAY;

/** An endpoint has so long to answer. */
export const answerWithin = 10;
/** Who took a delivery and has not said what came of it by then is taken for dead. */
export const leaseLife = MINUTE;
/**
 * Due for so long at an endpoint that a process does not know, a delivery is dead. Until then it is
 * left to others: at a rolling restart they know of endpoints that this one was not started with.
 */
export const leftToOthersFor = HOUR;
/** How long it can be listed and replayed once it is over. */
export const keptFor = { delivered: 7 * DAY, dead: 30 * DAY };

/** What came of an attempt: an HTTP status, or why there was none. */
export type Outcome =
  | { status: number; retryAfter?: number | undefined }
  | { failure: 'timeout' | 'unreachable' | 'private_address' | 'not_configured' };

/** What becomes of a delivery, and for how long it stays so. */
export interface Settled {
  state: 'pending' | 'delivered' | 'dead';
  seconds: number;
}

/**
 * @param attempts how many there have been, this one included
 * @param chance a number from 0 to 1
 */
export function settle(attempts: number, outcome: Outcome, chance: number): Settled {
  const dead: Settled = { state: 'dead', seconds: keptFor.dead };
  if ('status' in outcome) {
    if (outcome.status >= 200 && outcome.status < 300)
      return { state: 'delivered', seconds: keptFor.delivered };
    if (outcome.status === GONE) return dead;
  } else if (outcome.failure === 'not_configured') return dead;
  const delay = retryDelays[attempts - 1];
  if (delay === undefined) return dead;
  const asked = 'status' in outcome ? Math.min(outcome.retryAfter ?? 0, longestRetryAfter) : 0;
  return { state: 'pending', seconds: Math.max(delay * (1 - jitter + 2 * jitter * chance), asked) };
}
const GONE = 410;

/** As it is listed: `http_500`, `timeout`. */
export const resultOf = (outcome: Outcome): string =>
  'status' in outcome ? `http_${outcome.status}` : outcome.failure;

/** Seconds, or a date; undefined when it is neither, or is over. */
export function retryAfterOf(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const seconds = Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return /[a-z]/i.test(text) && seconds > 0 ? seconds : undefined;
}
