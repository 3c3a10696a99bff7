import type { Plural } from './words/words.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an attribute as well. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => entities[char]!);

const RTL = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const LTR = /[\dA-Za-z]/;

/** Fences off what reads in the other direction than what it stands in, so that it turns nothing around. */
export const isolated = (text: string, isInRtl: boolean): string =>
  (isInRtl ? LTR : RTL).test(text) ? `\u2068${text}\u2069` : text;

/** Fills `{name}` in; what is filled in is never read for more. */
export function filled(text: string, values: Record<string, string>): string {
  const isRtl = RTL.test(text);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : isolated(value, isRtl);
  });
}

/** The phrase that the language has for a number. */
export const counted = (language: string, phrases: Plural, n: number): string =>
  phrases[new Intl.PluralRules(language).select(n)] ?? phrases.other;
