import type { OrderProgress } from '../../../contract/orders.ts';
import type { NextAction, Parcel } from '../../../contract/shipments.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { days, list, stop } from '../../locales/figures.ts';
import { isLate, isOneDay } from '../order-line.ts';

/** Which parcel the order's headline speaks of. */
export function leadOf(progress: OrderProgress, parcels: readonly Parcel[]): number {
  const fits = parcels.findIndex(
    ({ status, estimate }) =>
      status === progress.parcel && (!progress.estimate || estimate?.to === progress.estimate.to),
  );
  return Math.max(fits, 0);
}

/** The sentences under the headline: when exactly, what went wrong, what about the rest. */
export function story(progress: OrderProgress, parcels: readonly Parcel[], words: Say): string {
  const lead = parcels[leadOf(progress, parcels)];
  const about = lead?.action
    ? trouble(lead, lead.action, words)
    : [arrival(progress, words) ?? (isOver(progress) ? lead?.events[0]?.text : undefined)];
  const others = lead && rest(lead, parcels, words);
  return sentences([...about, others], words);
}

/** A part alone stands without its full stop, as a line under the headline does. */
function sentences(parts: readonly (string | undefined)[], words: Say): string {
  const said = parts.filter((part): part is string => !!part);
  if (said.length < 2) return said.join('');
  const end = stop(words);
  return said.map((part) => part.replace(/[.。]?$/, end)).join(end === '.' ? ' ' : '');
}

export const isOver = ({ parcel }: OrderProgress) =>
  parcel === 'delivered' || parcel === 'picked_up';

/** What the headline leaves open about the day. */
function arrival(progress: OrderProgress, words: Say): string | undefined {
  const { text, when, time } = words;
  const { estimate, progress: step } = progress;
  if (!estimate || progress.status === 'cancelled') return undefined;
  if (isLate(progress, words)) return when('expectedOn', estimate.to);
  if (!isOneDay(estimate, words))
    return text('arrivingDays', { days: days(estimate.from, estimate.to, words) });
  const hours =
    estimate.from !== estimate.to &&
    text('window', { from: time(estimate.from), to: time(estimate.to) });
  // from the third step on the headline itself names the day
  const day = step <= 2 && when('arriving', estimate.from);
  return list(
    [day, hours].filter((part) => part !== false),
    words,
  );
}

/** When the other parcels of the order come. */
function rest(lead: Parcel, parcels: readonly Parcel[], { when }: Say): string | undefined {
  const others = parcels.flatMap((parcel) =>
    parcel !== lead && parcel.estimate && !OVER.has(parcel.status) ? parcel.estimate.to : [],
  );
  const last = others.sort().at(-1);
  return last && when('restComes', last);
}
const OVER: ReadonlySet<Parcel['status']> = new Set(['delivered', 'picked_up', 'cancelled']);

const TOLD: { readonly [K in NextAction['kind']]?: PlainKey } = {
  wait: 'waitTold',
  check_address: 'addressTold',
  contact_carrier: 'failureTold',
};

function trouble(
  { status, events }: Parcel,
  { kind, place, until }: NextAction,
  words: Say,
): string[] {
  const { text, when } = words;
  const missed = status === 'attempted_delivery' && events.find((event) => event.status === status);
  const told =
    TOLD[kind] ??
    (status === 'returned_to_sender'
      ? 'sentBackTold'
      : status === 'expired'
        ? 'noNewsTold'
        : undefined);
  return [
    missed ? when('missedOn', missed.at) : '',
    told ? text(told) : '',
    place ? text('waitsAt', { place }) : '',
    until ? when('keptTill', until) : '',
  ];
}

/** What the button for the next step says; undefined where there is nothing to press. */
export function actionLabel(
  { kind }: NextAction,
  carrier: string | undefined,
  { text }: Say,
): string | undefined {
  switch (kind) {
    case 'choose_delivery':
      return text('chooseDelivery');
    case 'collect':
      return text('whereToCollect');
    case 'check_address':
      return text('checkAddress');
    case 'contact_carrier':
      return carrier ? text('contactCarrier', { carrier }) : text('contactAnyCarrier');
    case 'contact_shop':
      return text('contactShop');
    case 'wait':
      return undefined;
  }
}
