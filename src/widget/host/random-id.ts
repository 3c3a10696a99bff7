/**
 * For an event or a visitor; crypto.randomUUID is missing on plain-http pages. It is the collector's
 * own: what it shared with the panel would be one more request of every page.
 */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
