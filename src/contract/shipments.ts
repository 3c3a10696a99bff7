import { z } from 'zod';
import { Id, Instant, InstantInput, Link } from './primitives.ts';

/** Where a parcel is. One vocabulary for all carriers; their own words are kept beside it. */
export const trackingStatuses = [
  'label_printed',
  'label_purchased',
  'confirmed',
  'carrier_picked_up',
  'in_transit',
  'out_for_delivery',
  'attempted_delivery',
  'delayed',
  'ready_for_pickup',
  'picked_up',
  'delivered',
  'failure',
  'returned_to_sender',
  'cancelled',
  'expired',
  'unknown',
] as const;
export const TrackingStatus = z.enum(trackingStatuses).meta({ id: 'TrackingStatus' });
export type TrackingStatus = z.infer<typeof TrackingStatus>;

/** One thing that happened to a parcel, in the carrier's words. */
export const TrackingEvent = z
  .object({
    at: Instant,
    status: TrackingStatus,
    text: z
      .string()
      .max(300)
      .describe('The carrier’s own words; empty where they would tell a guest who or where to'),
    place: z.string().max(120).optional(),
  })
  .meta({ id: 'TrackingEvent' });
export type TrackingEvent = z.infer<typeof TrackingEvent>;

/** When it should arrive: a day (from = to) or a window. */
export const Estimate = z
  .object({ from: Instant, to: Instant })
  .meta({ id: 'Estimate', description: 'The stretch of time in which the parcel should arrive' });
export type Estimate = z.infer<typeof Estimate>;

/** What is told from outside: imports and webhooks. */
export const EstimateInput = z.strictObject({ from: InstantInput, to: InstantInput });
export const TrackingEventInput = z.strictObject({
  id: z.string().max(128).optional().describe('The carrier’s id of the event, against doubles'),
  at: InstantInput,
  status: TrackingStatus,
  text: z.string().max(300),
  place: z.string().max(120).optional(),
});
export type TrackingEventInput = z.infer<typeof TrackingEventInput>;
export const PickupInput = z
  .strictObject({ place: z.string().max(200), until: InstantInput.optional() })
  .describe('Where a missed or waiting parcel can be fetched');

export const Carrier = z
  .object({
    code: z.string().max(40).describe('Lower case: ups, postnl, dhl …; other when unknown'),
    name: z.string().max(80),
  })
  .meta({ id: 'Carrier' });
export type Carrier = z.infer<typeof Carrier>;

export const nextActionKinds = [
  'choose_delivery',
  'collect',
  'check_address',
  'contact_shop',
  'contact_carrier',
  'wait',
] as const;
/** What the shopper can do about an exception; the panel puts it first. */
export const NextAction = z
  .object({
    kind: z.enum(nextActionKinds),
    url: Link.optional().describe('The carrier’s page where it is done'),
    until: Instant.optional().describe('After this it is too late'),
    place: z.string().max(200).optional().describe('Where the parcel waits'),
  })
  .meta({ id: 'NextAction' });
export type NextAction = z.infer<typeof NextAction>;

/** One parcel as a guest may see it: where it is, never what is in it. */
export const Parcel = z
  .object({
    id: Id,
    carrier: Carrier.optional(),
    number: z.string().max(64).optional().describe('The carrier’s tracking number'),
    url: Link.optional().describe('The carrier’s tracking page'),
    status: TrackingStatus,
    estimate: Estimate.optional(),
    events: z.array(TrackingEvent).max(200).describe('Newest first'),
    action: NextAction.optional().describe('Present when the parcel needs the shopper'),
  })
  .meta({ id: 'Parcel' });
export type Parcel = z.infer<typeof Parcel>;

/** One parcel as its owner sees it. */
export const Shipment = Parcel.extend({
  lines: z
    .array(z.object({ line: Id, quantity: z.int().min(1) }))
    .max(500)
    .describe('Which order lines are in it'),
}).meta({ id: 'Shipment' });
export type Shipment = z.infer<typeof Shipment>;
