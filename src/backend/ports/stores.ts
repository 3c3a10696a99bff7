/**
 * A store that forgets what is over, in pieces between which others have their turn; the signal ends
 * it after the one under way. Answers how many rows went.
 */
export interface Forgetful {
  purge(now: string, signal?: AbortSignal): Promise<number>;
}

/** Who of several processes does a job. */
export interface JobStore {
  /** True for one who asks, then for nobody until `nextAt`. */
  claim(name: string, now: string, nextAt: string): Promise<boolean>;
}

/** Who takes a mail has it for themselves until then. */
export interface MailLease {
  now: string;
  until: string;
}

/** Webhook deliveries that have been dealt with. */
export interface DeliveryStore extends Forgetful {
  has(shop: string, id: string): Promise<boolean>;
  add(shop: string, id: string, expiresAt: string): Promise<void>;
}
