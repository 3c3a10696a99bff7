import type { OrderRow, ShipmentRow } from '../../src/contract/import.ts';
import type { Dice } from './dice.ts';
import { day, hour, momentOf, wallTime } from './local-time.ts';

/** What a source leaves out and a shop would know: when it was ordered and how its parcels went. */
export interface Journey {
  placedAt: string;
  shipments: ShipmentRow[];
}

export interface JourneyWish {
  status: OrderRow['status'];
  /** The parcels as the source names them. */
  parcels: Pick<ShipmentRow, 'id' | 'number' | 'lines'>[];
  now: Date;
  timeZone: string;
  dice: Dice;
  /** Sorting centres on the way. Never where the shopper lives: a guest may read these. */
  hubs: readonly string[];
}

/**
 * Dates that fit the status, told backwards: the newest event lies before `now`, the older ones
 * before it, the order before them all.
 */
export function journeyOf(wish: JourneyWish): Journey {
  const { status, dice } = wish;
  if (status === 'delivered') return travelled(wish, stops, daytime(wish, dice.between(2, 420)));
  if (status === 'shipped') {
    const reached = stops.slice(0, dice.between(2, stops.length - 1));
    return travelled(wish, reached, new Date(wish.now.getTime() - dice.between(60, 420) * 60_000));
  }
  if (status === 'cancelled') return travelled(wish, undone, daytime(wish, dice.between(2, 300)));
  return {
    placedAt: new Date(wish.now.getTime() - dice.between(30, 40 * 60) * 60_000).toISOString(),
    shipments: wish.parcels.map((parcel) => ({ ...parcel, status: 'unknown', events: [] })),
  };
}

/** A journey that begins at a known moment: as far as the time since then allows. */
export function journeySince(placedAt: Date, wish: JourneyWish): Journey {
  let reachedAt = placedAt.getTime();
  let newest = reachedAt;
  const reached = stops.filter(({ after }) => {
    reachedAt += after * hour;
    if (reachedAt > wish.now.getTime()) return false;
    newest = reachedAt;
    return true;
  });
  const { shipments } = travelled(wish, reached, new Date(newest));
  return { placedAt: placedAt.toISOString(), shipments };
}

interface Stop {
  status: ShipmentRow['status'];
  text: string;
  atHub: boolean;
  /** Hours since the stop before. */
  after: number;
}

const stops: readonly Stop[] = [
  { status: 'label_printed', text: 'Shipment information received', atHub: false, after: 11 },
  { status: 'carrier_picked_up', text: 'Picked up from the sender', atHub: false, after: 7 },
  { status: 'in_transit', text: 'Arrived at the sorting centre', atHub: true, after: 9 },
  { status: 'in_transit', text: 'Departed from the sorting centre', atHub: true, after: 21 },
  { status: 'out_for_delivery', text: 'With the courier', atHub: false, after: 19 },
  { status: 'delivered', text: 'Delivered', atHub: false, after: 5 },
];
const undone: readonly Stop[] = [
  { status: 'label_printed', text: 'Shipment information received', atHub: false, after: 6 },
  { status: 'cancelled', text: 'Cancelled by the sender', atHub: false, after: 4 },
];

function travelled(wish: JourneyWish, reached: readonly Stop[], newest: Date): Journey {
  const hours = reached.reduce((sum, { after }) => sum + after, 0);
  const placedAt = new Date(newest.getTime() - hours * hour - wish.dice.between(0, 90) * 60_000);
  const shipments = wish.parcels.map((parcel): ShipmentRow => {
    const hub = wish.dice.pick(wish.hubs);
    let left = 0;
    const events = [...reached].reverse().map(({ status, text, atHub, after }) => {
      const at = new Date(newest.getTime() - left * hour).toISOString();
      left += after;
      return { at, status, text, ...(atHub && { place: hub }) };
    });
    const status = reached.at(-1)?.status ?? 'unknown';
    const estimate = estimateFor(wish, status, newest);
    return { ...parcel, status, events, ...(estimate && { estimate }) };
  });
  return { placedAt: placedAt.toISOString(), shipments };
}

/** On the courier's last round an afternoon; before it a whole day, two to four ahead. */
function estimateFor(
  { now, timeZone, dice }: JourneyWish,
  status: ShipmentRow['status'],
  newest: Date,
): ShipmentRow['estimate'] {
  const on = (moment: Date, from: string, to: string) => {
    const date = wallTime(moment, timeZone).slice(0, 10);
    return {
      from: momentOf(`${date}T${from}`, timeZone).toISOString(),
      to: momentOf(`${date}T${to}`, timeZone).toISOString(),
    };
  };
  if (status === 'cancelled') return undefined;
  if (status === 'delivered') return on(newest, '09:00', '21:00');
  if (status === 'out_for_delivery') return on(now, '09:00', '21:00');
  return on(new Date(now.getTime() + dice.between(2, 4) * day), '09:00', '21:00');
}

/** A moment between nine and seven, that many days ago by the shop's calendar. */
function daytime({ now, timeZone, dice }: JourneyWish, daysAgo: number): Date {
  const date = wallTime(new Date(now.getTime() - daysAgo * day), timeZone).slice(0, 10);
  const two = (value: number) => String(value).padStart(2, '0');
  return momentOf(`${date}T${two(dice.between(9, 18))}:${two(dice.between(0, 59))}`, timeZone);
}
