import type { Shop } from '../../ports.ts';

/**
 * A moment at the shop, as a reader of the language writes it; in the digits of the numbers beside it,
 * and by the calendar that parcels go by.
 */
export const momentIn = (
  language: string,
  { timeZone }: Pick<Shop, 'timeZone'>,
  at: Date,
  shown: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn' },
    ...shown,
  }).format(at);
