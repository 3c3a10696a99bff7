/** What a shopper agreed to: being counted without a name, or being known as well. */
export type Consent = 'analytics' | 'personalization';

const AGREED: ReadonlySet<string> = new Set<Consent>(['analytics', 'personalization']);
export const isConsent = (said: string): said is Consent => AGREED.has(said);

/** What the shopper has answered here, for every page of this shop until they answer anew. */
export function ownAnswer(desk: string): 'yes' | 'no' | undefined {
  try {
    const said = localStorage.getItem(`${desk}:consent`);
    return said === 'yes' || said === 'no' ? said : undefined;
  } catch {
    return undefined;
  }
}

export function answer(desk: string, said: 'yes' | 'no'): void {
  try {
    localStorage.setItem(`${desk}:consent`, said);
  } catch {
    // blocked: nothing can be kept of them either
  }
}

/** Global Privacy Control or Do Not Track: no, whatever else is said. */
export const objects = (): boolean =>
  !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
  navigator.doNotTrack === '1';
