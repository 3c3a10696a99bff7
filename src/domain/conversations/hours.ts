import type { Answering } from '../../contract/conversations.ts';
import type { Hours } from '../../contract/desk.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Fewer answers than these say nothing of the next one. */
const FEWEST = 5;

/** When a person answers: by the shop's hours, and by how long the last answers took. */
export function answering(
  now: Date,
  {
    hours,
    timeZone,
    waits,
  }: { hours?: readonly Hours[]; timeZone: string; waits: readonly number[] },
): Answering {
  if (!hours?.length) return { open: true, ...typical(waits) };
  const opensAt = nextOpening(now, hours, timeZone);
  if (opensAt === undefined) return { open: true, ...typical(waits) };
  return { open: false, opensAt: opensAt.toISOString() };
}

/**
 * Three of four answers came within so many minutes, told no finer than it is known: to five minutes
 * beyond ten, to the hour beyond sixty. `waits` are seconds.
 */
function typical(waits: readonly number[]): { minutes?: number } {
  if (waits.length < FEWEST) return {};
  const sorted = waits.toSorted((one, other) => one - other);
  const minutes = Math.max(1, Math.ceil(sorted[Math.ceil(sorted.length * 0.75) - 1]! / 60));
  const grain = minutes <= 10 ? 1 : minutes <= 60 ? 5 : 60;
  return { minutes: Math.ceil(minutes / grain) * grain };
}

/** When the stretch that runs now ends; undefined where none runs. */
export function closesAt(now: Date, hours: readonly Hours[], timeZone: string): Date | undefined {
  const wall = wallClock(timeZone);
  const { day, minutes } = wall(now);
  const ends = hours
    .filter(({ days, opens }) => days.includes(day) && minutesOf(opens) <= minutes)
    .map(({ closes }) => minutesOf(closes))
    .filter((closes) => closes > minutes);
  const last = Math.max(...ends);
  return ends.length ? settled(now, (last - minutes) * MINUTE, last, wall) : undefined;
}

/** When the hours begin next; undefined while they run. */
export function nextOpening(
  now: Date,
  hours: readonly Hours[],
  timeZone: string,
): Date | undefined {
  const wall = wallClock(timeZone);
  const { day: today, minutes } = wall(now);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = ((today - 1 + ahead) % 7) + 1;
    const opens = hours
      .filter(({ days }) => days.includes(day))
      .filter(({ closes }) => ahead > 0 || minutes < minutesOf(closes))
      .map((one) => minutesOf(one.opens))
      .sort((one, other) => one - other);
    const [first] = opens;
    if (first === undefined) continue;
    if (ahead === 0 && first <= minutes) return undefined;
    return settled(now, ahead * DAY + (first - minutes) * MINUTE, first, wall);
  }
  return undefined;
}

/** The night the clocks change is longer or shorter: what they show then is put right. */
function settled(now: Date, ahead: number, wanted: number, wall: Wall): Date {
  const guess = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE + ahead);
  const off = wall(guess).minutes - wanted;
  return off === 0 || Math.abs(off) > 120 ? guess : new Date(guess.getTime() - off * MINUTE);
}

const minutesOf = (clock: string): number => {
  const [hour, minute] = clock.split(':').map(Number);
  return hour! * 60 + minute!;
};

/** What calendar and clock show where the shop is: ISO weekday, minutes since midnight. */
type Wall = (instant: Date) => { day: number; minutes: number };
function wallClock(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', weekday: 'short', hour: 'numeric', minute: 'numeric' },
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const day =
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday')!) + 1;
    return { day, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  };
}
