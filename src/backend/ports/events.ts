import type { EventType } from '../../contract/event-names.ts';
import type { KeptEvent } from '../../domain/events/keeping.ts';
import type { Keep } from './answers.ts';
import type { Forgetful } from './stores.ts';

/** What somebody did in the shop, as it is kept until `expiresAt`: once, by the id of its device. */
export interface StoredEvent extends KeptEvent {
  shop: string;
  who: EventOwner;
}

/**
 * A customer who allowed it, or a visitor by an id that changes every day: never both, so that
 * neither leads to the other.
 */
export type EventOwner = { customer: string } | { visitor: string };

/** Whose events a shopper may see: those of the visitors their device has been, and their own. */
export interface EventOwners {
  customer?: string | undefined;
  visitors: readonly string[];
}

/** Which of somebody's events: one, all of a type, or all. */
export type WhichEvents = { id: string } | { type: EventType } | 'all';

export interface EventStore extends Forgetful {
  /** Keeps those that are new. What is recorded at the same time goes to the disk together. */
  record(events: readonly StoredEvent[]): Promise<void>;
  /**
   * A shop's events in the order in which they were kept, from after `sequence` on (0: from the
   * first). None is kept later with a lower number, whichever process writes. Gaps are events that
   * were removed, or sent twice.
   */
  since(
    shop: string,
    sequence: number,
    limit: number,
  ): Promise<(StoredEvent & { sequence: number })[]>;
  /** Somebody's, the newest first. */
  of(
    shop: string,
    whose: EventOwners,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ events: StoredEvent[]; next?: string }>;
  /** How many there are of each type. */
  counts(shop: string, whose: EventOwners): Promise<{ type: EventType; count: number }[]>;
  /** Answers how many went. */
  remove(
    shop: string,
    whose: EventOwners,
    which: WhichEvents,
    keep?: Keep<number>,
  ): Promise<number>;
}
