/** The rules of codes and sessions, as numbers and pure functions. Times are in seconds. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const accessLife = 10 * MINUTE;
/** Two tabs may trade the same refresh token; whoever comes later than this has stolen it. */
export const refreshGrace = 10;
/**
 * The cookie that a fresh proof's answer takes the place of counts as traded so much later: on a bad line
 * the answer comes by a second try or a third, and a reload or another tab has the old one until then.
 */
export const answerGrace = MINUTE;
export const customerIdle = 14 * DAY;
/** Of a session kept by a key of the browser: the page's scripts can reach the key, so it is shorter. */
export const boundIdle = DAY;
/** Only somebody who has just signed in may bind a key; a token stolen later cannot be made to last. */
export const bindWithin = 2 * MINUTE;
/** How far a proof's time may lie from ours. */
export const proofLife = MINUTE;
export const sessionLife = { customer: 30 * DAY, visitor: 30 * DAY, guest: 30 * MINUTE };
export type SessionKind = keyof typeof sessionLife;

/** A proof younger than this is fresh. */
export const freshFor = 10 * MINUTE;

/** Tokens of the shop's own login: how long one may live, and how far its clock may be off. */
export const assertionLife = 5 * MINUTE;
export const clockSkew = 60;

export const codeLife = 10 * MINUTE;
export const codeLength = 6;
export const triesPerCode = 5;
/** So many wrong codes in a row, over days, and codes alone are no longer enough for an address. */
export const failuresInARow = 50;

/** How many requests are answered: of all behind one address, and of one session. Generous. */
export const requestsAMinute = { perNetwork: 3_000, perSession: 600 };

/** `most` in `seconds`. */
export interface Allowance {
  most: number;
  seconds: number;
}
export const resendAfter = 30;
export const sendsToAddress: Allowance[] = [
  { most: 1, seconds: resendAfter },
  { most: 3, seconds: 15 * MINUTE },
  { most: 6, seconds: DAY },
];
/**
 * All that somebody may cause to be mailed to one address, by whatever way; the last are kept for
 * codes, so that no other mail keeps anybody from signing in.
 */
export const mailsToAddress: Allowance = { most: 20, seconds: DAY };
export const keptForCodes = 6;
export const sendsFromNetwork: Allowance[] = [{ most: 20, seconds: HOUR }];
export const missesFromNetwork: Allowance[] = [{ most: 5, seconds: 15 * MINUTE }];
export const missesOfNumber: Allowance[] = [
  { most: 5, seconds: 15 * MINUTE },
  { most: 20, seconds: DAY },
];

export const later = (moment: Date | string, seconds: number): string =>
  new Date(new Date(moment).getTime() + seconds * 1000).toISOString();

export const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Older than any proof: of somebody who has given none. */
const never = new Date(0).toISOString();

/**
 * When a shopper signed in at the shop, which a token of its own login tells in seconds. One that
 * does not tell proves who is there and nothing about when: shops sign tokens for cookies that are
 * weeks old.
 */
export const signedInAt = (authTime: number | undefined, now: Date): string =>
  authTime === undefined
    ? never
    : earlier(new Date(authTime * 1000).toISOString(), now.toISOString());

/** No token outlives its session. */
export const accessEnds = (session: { endsAt: string }, now: Date): string =>
  earlier(later(now, accessLife), session.endsAt);

export const isFresh = ({ verifiedAt }: { verifiedAt: string }, now: Date): boolean =>
  now.getTime() - Date.parse(verifiedAt) < freshFor * 1000;

export const refreshEnds = (session: { kind: SessionKind; endsAt: string }, now: Date) =>
  session.kind === 'guest' ? session.endsAt : earlier(later(now, customerIdle), session.endsAt);

export const boundEnds = (session: { endsAt: string }, now: Date): string =>
  earlier(later(now, boundIdle), session.endsAt);

/** May a key still be bound? A session's end tells when it began. */
export const mayBind = (session: { kind: SessionKind; endsAt: string }, now: Date) =>
  now.toISOString() <= later(session.endsAt, bindWithin - sessionLife[session.kind]);

/** Enough to recognise one's own address, too little to learn somebody else's. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const dot = email.lastIndexOf('.');
  const initial = (text: string): string => [...text][0] ?? '';
  return `${initial(email)}•••@${initial(email.slice(at + 1))}•••${dot > at ? email.slice(dot) : ''}`;
}

/**
 * Whom a limit counts: a v4 address, or the /64 network of a v6 address, which is what one
 * connection is given.
 */
export function networkOf(address: string): string {
  const plain = address
    .replace(/^\[|\](:\d+)?$/g, '')
    .split('%')[0]!
    .toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1]!;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
