import type { EventType } from '../../contract/event-names.ts';
import { EVENT_DAYS, type BehaviourEvent } from '../../contract/events.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** How many events a minute are taken: of one visitor, and of all behind one address. */
export const eventsAMinute = { perVisitor: 300, perNetwork: 6_000 };

/** The variants of each product that the shop has. */
export type KnownProducts = ReadonlyMap<string, ReadonlySet<string>>;

export interface KeptEvent {
  /** Made by the device: the same event sent twice is kept once. */
  id: string;
  type: EventType;
  /** Of the shop's own catalogue. */
  product?: string;
  variant?: string;
  quantity?: number;
  /** The room that was opened, what was solved, or the placement that the product was found in. */
  detail?: string;
  at: string;
  expiresAt: string;
}

/**
 * What is kept of an event that came now. Undefined where its product is none of the shop's: an id
 * that somebody made up could say anything.
 */
export function keptEvent(
  event: BehaviourEvent,
  products: KnownProducts,
  now: Date,
): KeptEvent | undefined {
  const { id, type } = event;
  const product = 'product' in event ? event.product : undefined;
  const variants = product === undefined ? undefined : products.get(product);
  if (product !== undefined && !variants) return undefined;
  const variant = 'variant' in event ? event.variant : undefined;
  const detail = detailOf(event);
  const at = now.getTime() - event.secondsAgo * SECOND;
  return {
    ...{ id, type },
    ...(product !== undefined && { product }),
    ...(variant !== undefined && variants?.has(variant) && { variant }),
    ...('quantity' in event && { quantity: event.quantity }),
    ...(detail !== undefined && { detail }),
    at: new Date(at).toISOString(),
    expiresAt: new Date(at + EVENT_DAYS * DAY).toISOString(),
  };
}

/** The products that events tell of, each once. */
export const productsIn = (events: readonly BehaviourEvent[]): string[] => [
  ...new Set(events.flatMap((event) => ('product' in event ? event.product : []))),
];

function detailOf(event: BehaviourEvent): string | undefined {
  if (event.type === 'room_opened') return event.room;
  if (event.type === 'solved') return event.task;
  return 'placement' in event ? event.placement : undefined;
}
