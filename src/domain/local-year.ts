/** The calendar year an instant falls in, where the shop is. Made once a time zone: Intl is slow to set up. */
export function localYear(timeZone: string): (instant: string) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric' });
  return (instant) => Number(format.format(new Date(instant)));
}
