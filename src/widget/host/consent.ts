/** What a shopper agreed to: being counted without a name, or being known as well. */
export type Consent = 'analytics' | 'personalization';

const AGREED: ReadonlySet<string> = new Set<Consent>(['analytics', 'personalization']);
export const isConsent = (said: string): said is Consent => AGREED.has(said);

/** Global Privacy Control or Do Not Track: no, whatever else is said. */
export const objects = (): boolean =>
  !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
  navigator.doNotTrack === '1';
