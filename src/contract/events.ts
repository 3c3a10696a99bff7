import { z } from 'zod';
import { countedRooms, eventTypes, MOST_EVENTS, solvedTasks } from './event-names.ts';
import { Id, Instant } from './primitives.ts';
import { placements } from './placements.ts';

/** A visitor's id changes every day and nothing is kept longer: a device has been no more of them. */
export const MOST_VISITORS = 100;
/** How long an event is kept. */
export const EVENT_DAYS = 90;
const WEEK = 7 * 24 * 60 * 60;

/** Made at random by the device. Short and without signs, so that nothing is written in it. */
const RandomId = z.string().regex(/^[\w-]{20,36}$/);
export const VisitorId = RandomId.describe(
  'Who somebody is for a day: made at random by the device. Whoever has it may see and remove what is known under it',
);

const done = {
  id: RandomId.describe('Made at random by the device: sent again, it is the same event'),
  secondsAgo: z
    .int()
    .min(0)
    .max(WEEK)
    .describe('How long ago it happened, by the device; its clock need not be right'),
};
const thing = {
  product: Id.describe('Of the shop’s catalogue; what is not there is left out'),
  variant: Id.optional(),
};
const some = { ...thing, quantity: z.int().min(1).max(999) };
const found = { placement: z.enum(placements).optional().describe('The strip it was found in') };

/**
 * What may be told of a shopper, and nothing else: no words of theirs, no address, no page. What they
 * searched for stays with them; that they did is told, and what they then looked at.
 */
export const BehaviourEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('product_viewed'), ...done, ...thing, ...found }),
    z.strictObject({ type: z.literal('searched'), ...done }),
    z.strictObject({ type: z.literal('cart_added'), ...done, ...some, ...found }),
    z.strictObject({ type: z.literal('cart_removed'), ...done, ...some }),
    z.strictObject({ type: z.literal('wished'), ...done, ...thing, ...found }),
    z.strictObject({ type: z.literal('unwished'), ...done, ...thing }),
    z.strictObject({ type: z.literal('purchased'), ...done, ...some }),
    z.strictObject({ type: z.literal('returned'), ...done, ...some }),
    z.strictObject({ type: z.literal('room_opened'), ...done, room: z.enum(countedRooms) }),
    z.strictObject({ type: z.literal('solved'), ...done, task: z.enum(solvedTasks) }),
  ])
  .meta({ id: 'BehaviourEvent' });
export type BehaviourEvent = z.infer<typeof BehaviourEvent>;

/** Events of one visitor, sent only once the shopper has agreed. */
export const EventBatch = z
  .strictObject({
    visitor: VisitorId,
    consent: z
      .enum(['analytics', 'personalization'])
      .describe(
        'What the shopper agreed to: being counted without a name, or being known as well; then a signed-in customer’s events are theirs',
      ),
    events: z.array(BehaviourEvent).min(1).max(MOST_EVENTS),
  })
  .meta({ id: 'EventBatch' });
export type EventBatch = z.infer<typeof EventBatch>;

export const EventReceipt = z
  .object({
    kept: z
      .int()
      .min(0)
      .describe('How many of them lie on the disk now, those sent before included; none under GPC'),
  })
  .meta({ id: 'EventReceipt' });

const whose = {
  visitors: z
    .array(VisitorId)
    .max(MOST_VISITORS)
    .describe(
      'Who the device has been; with a customer’s session, what is theirs is meant as well',
    ),
};

export const KnownEventsRequest = z
  .strictObject({ ...whose, cursor: z.string().max(400).optional() })
  .meta({ id: 'KnownEventsRequest' });

/** An event as the shopper sees it. */
export const KnownEvent = z
  .object({
    id: z.string(),
    type: z.enum(eventTypes),
    at: Instant,
    product: z.object({ id: Id, name: z.string() }).optional(),
    quantity: z.int().optional(),
    detail: z.string().optional().describe('The room, the task, or the placement'),
    linked: z.boolean().describe('Kept with the customer’s name, not under a day’s id'),
  })
  .meta({ id: 'KnownEvent' });
export type KnownEvent = z.infer<typeof KnownEvent>;

export const KnownEvents = z
  .object({
    items: z.array(KnownEvent).max(MOST_EVENTS),
    counts: z.array(z.object({ type: z.enum(eventTypes), count: z.int().min(1) })),
    next: z.string().optional().describe('The cursor of the next page'),
  })
  .meta({ id: 'KnownEvents' });
export type KnownEvents = z.infer<typeof KnownEvents>;

export const EventRemoval = z
  .strictObject({
    ...whose,
    remove: z.union([
      z.literal('all'),
      z.strictObject({ id: RandomId }),
      z.strictObject({ type: z.enum(eventTypes) }),
    ]),
  })
  .meta({ id: 'EventRemoval' });
export type EventRemoval = z.infer<typeof EventRemoval>;

export const EventsRemoved = z.object({ removed: z.int().min(0) }).meta({ id: 'EventsRemoved' });
