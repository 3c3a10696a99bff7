import { z } from 'zod';
import type { Clock, OutboxEntry, Storage } from '../../backend/ports.ts';
import { deliveryStates, type DeliveryState } from '../../domain/news/outbox.ts';

/** What can be asked of the outbox, here or over the socket of a running server. */
export interface OutboxDesk {
  list(wanted: { state?: DeliveryState; most: number }): Promise<Listing>;
  /** Answers which of them are sent again. */
  replay(which: readonly string[] | 'dead'): Promise<string[]>;
  /** Answers which of them are gone. */
  drop(which: readonly string[] | 'dead'): Promise<string[]>;
}

export interface Listing {
  entries: OutboxEntry[];
  counts: Record<DeliveryState, number>;
}

const Listed = z.object({ state: z.enum(deliveryStates).exactOptional(), most: z.int().min(1) });
const Named = z.object({ which: z.union([z.array(z.string()), z.literal('dead')]) });

export const outboxDesk = ({ outbox }: Storage, clock: Clock): OutboxDesk => ({
  list: async (wanted) => ({
    entries: (await outbox.list(wanted)).map(withoutQuery),
    counts: await outbox.counts(),
  }),
  replay: (which) => outbox.replay(which, clock().toISOString()),
  drop: (which) => outbox.drop(which),
});

/** A query may hold a key of the receiver's. */
const withoutQuery = (entry: OutboxEntry): OutboxEntry => ({
  ...entry,
  url: entry.url.replace(/\?.*$/, ''),
});

export const outboxQuestions = (desk: OutboxDesk) => ({
  'outbox/list': (asked: unknown) => desk.list(Listed.parse(asked)),
  'outbox/replay': (asked: unknown) => desk.replay(Named.parse(asked).which),
  'outbox/drop': (asked: unknown) => desk.drop(Named.parse(asked).which),
});

/** The same desk, asked through `ask`. */
export const outboxDeskAt = (
  ask: (question: keyof ReturnType<typeof outboxQuestions>, asked: unknown) => Promise<unknown>,
): OutboxDesk => ({
  list: async (wanted) => (await ask('outbox/list', wanted)) as Listing,
  replay: async (which) => (await ask('outbox/replay', { which })) as string[],
  drop: async (which) => (await ask('outbox/drop', { which })) as string[],
});
