import type { Consent } from './consent.ts';

/** What the shop's own consent tool says by now; an error is a no. */
export type ConsentTool = () => Consent | undefined;

const levelOf = (analytics: boolean, personalization: boolean): Consent | undefined =>
  analytics ? (personalization ? 'personalization' : 'analytics') : undefined;

/** https://shopify.dev/docs/api/customer-privacy */
interface Shopify {
  customerPrivacy?: {
    analyticsProcessingAllowed(): boolean;
    preferencesProcessingAllowed(): boolean;
  };
}
const shopify: ConsentTool = () => {
  const { customerPrivacy: asked } = (window as { Shopify?: Shopify }).Shopify ?? {};
  return asked && levelOf(asked.analyticsProcessingAllowed(), asked.preferencesProcessingAllowed());
};

/** Consent Mode says it to the data layer alone: `consent`, `default` or `update`, what. */
type Said = ArrayLike<unknown> & { 2?: Record<string, unknown> };
const google: ConsentTool = () => {
  const layer = (window as { dataLayer?: Said[] }).dataLayer ?? [];
  const said: Record<string, unknown> = {};
  for (const one of layer) if (one[0] === 'consent') Object.assign(said, one[2]);
  const granted = (name: string) => said[name] === 'granted';
  return levelOf(granted('analytics_storage'), granted('personalization_storage'));
};

/** TCF 2: to store (1) and measure content (8); to profile (5) and choose content by it (6). */
interface Tcf {
  (
    command: 'addEventListener',
    version: 2,
    heard: (
      told: { purpose?: { consents?: Record<number, boolean> }; eventStatus?: string } | null,
      isGood: boolean,
    ) => void,
  ): void;
}
function tcf(): ConsentTool {
  let level: Consent | undefined;
  (window as { __tcfapi?: Tcf }).__tcfapi?.('addEventListener', 2, (told, isGood) => {
    const { 1: store, 5: profile, 6: choose, 8: measure } = told?.purpose?.consents ?? {};
    const isSettled = isGood && told?.eventStatus !== 'cmpuishown';
    level = isSettled ? levelOf(!!store && !!measure, !!profile && !!choose) : undefined;
  });
  return () => level;
}

/** Of this name; undefined where there is none. */
export function consentTool(name: string): ConsentTool | undefined {
  const tool = name === 'tcf' ? tcf() : { shopify, google }[name];
  return (
    tool &&
    (() => {
      try {
        return tool();
      } catch {
        return undefined;
      }
    })
  );
}
