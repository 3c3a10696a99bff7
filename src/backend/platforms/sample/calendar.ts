/** Moments around now, in the shop's own time zone, so that the sample never grows old. */
export interface Calendar {
  now: Date;
  /** `day(-1, '15:40')` is yesterday at 15:40 where the shop is. */
  day(offset: number, time: string): string;
  /** For today: a fixed hour might not have come yet. */
  minutesAgo(minutes: number): string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function createCalendar(now: Date, timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  /** How far the zone's clock is ahead of UTC at that moment. */
  const ahead = (moment: number) => {
    const wall = format.format(moment).replace(', ', 'T');
    return Date.parse(`${wall}Z`) - Math.floor(moment / 1000) * 1000;
  };
  return {
    now,
    day(offset, time) {
      const wall = now.getTime() + ahead(now.getTime()) + offset * DAY;
      const date = new Date(wall).toISOString().slice(0, 10);
      const asUtc = Date.parse(`${date}T${time}:00Z`);
      // Close enough for a sample in the one hour a year when the clocks change.
      return new Date(asUtc - ahead(asUtc)).toISOString();
    },
    minutesAgo: (minutes) => new Date(now.getTime() - minutes * MINUTE).toISOString(),
  };
}
