/** A Monday: the first of the ISO week. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY = 24 * 60 * 60_000;

/** What an ISO weekday is called: 1 is Monday. */
export function weekdayOf(language: string, day: number, weekday: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
  return format.format(new Date(MONDAY + (day - 1) * DAY));
}
