import {
  EventBatch,
  EventReceipt,
  EventRemoval,
  EventsRemoved,
  KnownEvents,
  KnownEventsRequest,
} from '../events.ts';
import type { Route } from './route.ts';

/** What a shopper did, with their consent. */
export const eventRoutes = {
  sendEvents: {
    method: 'post',
    path: '/events',
    area: 'events',
    access: 'anyone',
    summary: 'Keep what a shopper did who agreed to it; each event by its own id, once',
    body: EventBatch,
    answers: { 202: EventReceipt },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  listKnownEvents: {
    method: 'post',
    path: '/events/known',
    area: 'events',
    access: 'anyone',
    summary: 'Events kept of this device and of the customer, newest first',
    body: KnownEventsRequest,
    answers: { 200: KnownEvents },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  removeEvents: {
    method: 'post',
    path: '/events/removal',
    area: 'events',
    access: 'anyone',
    keyed: true,
    summary: 'Remove one kept event, all of a type, or all of them',
    body: EventRemoval,
    answers: { 200: EventsRemoved },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
} as const satisfies Record<string, Route>;
