import type { Estimate, TrackingEvent, TrackingStatus } from '../../contract/shipments.ts';
import { mergeEvents, statusOfEvents } from './tracking.ts';

/** An event as it was told; `id` is the teller's own, where it gives one. */
export type ToldEvent = TrackingEvent & { id?: string | undefined };
export interface Pickup {
  place: string;
  until?: string | undefined;
}

/** A fact and the instant of the news that told it; null when the news took it back. */
export interface Told<Fact> {
  at: string;
  value: Fact | null;
}
export interface ParcelFacts {
  carrier?: Told<string>;
  estimate?: Told<Estimate>;
  pickup?: Told<Pickup>;
}

/**
 * All we were told of a parcel. It only grows: events are kept, and of each fact the one told by
 * the newest event. So news may come late, twice or in any order, and end in the same.
 */
export interface ParcelNews {
  facts: ParcelFacts;
  events: readonly ToldEvent[];
}

/** One delivery of news. An absent fact says nothing, null takes it back. */
export interface ParcelReport {
  events: readonly ToldEvent[];
  carrier?: string | null | undefined;
  estimate?: Estimate | null | undefined;
  pickup?: Pickup | null | undefined;
}

/** What a parcel is by all that was told of it. */
export interface ParcelState {
  status: TrackingStatus;
  carrier?: string;
  estimate?: Estimate;
  pickup?: Pickup;
  /** Newest first. */
  events: TrackingEvent[];
}

/** What one delivery tells, on its own. */
export function newsOf(report: ParcelReport): ParcelNews {
  const at = report.events.reduce((newest, event) => (event.at > newest ? event.at : newest), '');
  const { carrier, estimate, pickup } = report;
  return {
    facts: {
      ...(carrier !== undefined && { carrier: { at, value: carrier } }),
      ...(estimate !== undefined && { estimate: { at, value: estimate } }),
      ...(pickup !== undefined && { pickup: { at, value: pickup } }),
    },
    events: distinct(report.events),
  };
}

/** Two bodies of news as one. The order does not matter, nor does hearing one of them again. */
export const joinNews = (a: ParcelNews, b: ParcelNews): ParcelNews => ({
  facts: joinFacts(a.facts, b.facts),
  events: distinct([...a.events, ...b.events]),
});

/** The facts alone of two bodies of news. */
export function joinFacts(a: ParcelFacts, b: ParcelFacts): ParcelFacts {
  const carrier = newer(a.carrier, b.carrier);
  const estimate = newer(a.estimate, b.estimate);
  const pickup = newer(a.pickup, b.pickup);
  return {
    ...(carrier && { carrier }),
    ...(estimate && { estimate }),
    ...(pickup && { pickup }),
  };
}

/** As many events as an answer may hold; the oldest give way. */
const EVENTS_SHOWN = 200;

/** The parcel as it stands. `otherwise` is its status while no event tells one. */
export function stateOf({ facts, events }: ParcelNews, otherwise: TrackingStatus): ParcelState {
  const shown = mergeEvents([], corrected(events));
  const { carrier, estimate, pickup } = facts;
  return {
    status: statusOfEvents(shown, otherwise),
    ...(carrier?.value && { carrier: carrier.value }),
    ...(estimate?.value && { estimate: estimate.value }),
    ...(pickup?.value && { pickup: pickup.value }),
    events: shown.slice(0, EVENTS_SHOWN),
  };
}

/** What makes a told event itself. */
export const eventKey = ({ at, status, text, place, id }: ToldEvent): string =>
  JSON.stringify([at, status, text, place ?? null, id ?? null]);

const distinct = (events: readonly ToldEvent[]): ToldEvent[] => [
  ...new Map(events.map((event) => [eventKey(event), event])).values(),
];

/** Of the events with one id the newest wording speaks: a teller may correct itself. */
function corrected(events: readonly ToldEvent[]): TrackingEvent[] {
  const byId = new Map<string, ToldEvent>();
  const plain: TrackingEvent[] = [];
  for (const event of events) {
    if (event.id === undefined) plain.push(event);
    else {
      const before = byId.get(event.id);
      if (!before || eventKey(before) < eventKey(event)) byId.set(event.id, event);
    }
  }
  return [...plain, ...[...byId.values()].map(({ id: _, ...event }) => event)];
}

/** The later word; of two told in one moment always the same one, whichever came first. */
function newer<Fact>(a: Told<Fact> | undefined, b: Told<Fact> | undefined): Told<Fact> | undefined {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return wording(a.value) >= wording(b.value) ? a : b;
}
const wording = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
    : typeof value === 'string'
      ? value
      : '';
