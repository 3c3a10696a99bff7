import { isFields, valueAt } from '../stores/json-path.ts';
import { productName } from './policy-products.ts';
import { nameOf, type PolicySheet } from './policy-sheet.ts';
import { feeOf, moneyOf } from './policy-sums.ts';

/** A rule by product in one sentence: which items, and what counts for them. */
export function ruleSentence(sheet: PolicySheet, rule: unknown): string {
  const { text } = sheet.say;
  const [which, says] = [matched(sheet, valueAt(rule, ['match'])), said(sheet, rule)];
  const sentence = text('ruleSays', {
    which: which.length ? sheet.say.list(which) : text('everyItem'),
    says: says.length ? sheet.say.list(says) : text('saysNothing'),
  });
  return sentence.charAt(0).toLocaleUpperCase(sheet.say.language) + sentence.slice(1);
}

function matched(sheet: PolicySheet, match: unknown): string[] {
  const { text, language } = sheet.say;
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const lists = ['categories', 'tags', 'products', 'countries', 'channels'] as const;
  const named = lists.flatMap((name) => {
    const all = listAt(match, name);
    const shown = all.map((each) =>
      name === 'countries'
        ? regionOf(regions, each)
        : name === 'products'
          ? productName(sheet, each)
          : each,
    );
    return all.length ? [text(`rule_${name}`, { list: shortened(sheet, shown) })] : [];
  });
  const { from, to } = fieldsAt(match, 'unitPrice');
  return [
    ...named,
    ...(typeof from === 'number' ? [text('rule_from', { sum: moneyOf(sheet, from) })] : []),
    ...(typeof to === 'number' ? [text('rule_below', { sum: moneyOf(sheet, to) })] : []),
  ];
}

function said(sheet: PolicySheet, rule: unknown): string[] {
  const { text } = sheet.say;
  const { finalSale, excluded, review, fee } = isFields(rule) ? rule : {};
  const { days, from } = fieldsAt(rule, 'window');
  const outcomes = listAt(rule, 'outcomes');
  const yes = (value: unknown, is: string, not: string) =>
    typeof value === 'boolean' ? [value ? is : not] : [];
  return [
    ...yes(finalSale, text('says_finalSale'), text('says_notFinal')),
    ...yes(excluded, text('says_excluded'), text('says_taken')),
    ...(typeof days === 'number'
      ? [text('says_window', { days, from: nameOf(sheet, String(from)) })]
      : []),
    ...(outcomes.length ? [text('says_only', { list: outcomesOf(sheet, outcomes) })] : []),
    ...(fee === undefined ? [] : [text('says_fee', { fee: feeOf(sheet, fee) })]),
    ...yes(review, text('says_review'), text('says_noReview')),
  ];
}

export const outcomesOf = (sheet: PolicySheet, outcomes: unknown): string =>
  sheet.say.list(
    (Array.isArray(outcomes) ? outcomes : []).map((each) =>
      nameOf(sheet, String(each), 'outcome_'),
    ),
  );

/** More are not read in one sentence. */
export const MOST_NAMED = 3;

function shortened(sheet: PolicySheet, all: readonly string[]): string {
  const rest = all.length - MOST_NAMED;
  const shown = rest > 0 ? [...all.slice(0, MOST_NAMED), `+${rest}`] : all;
  return sheet.say.list(shown, 'disjunction');
}

const regionOf = (regions: Intl.DisplayNames, code: string) =>
  /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;

const listAt = (json: unknown, name: string): string[] => {
  const found = valueAt(json, [name]);
  return Array.isArray(found) ? found.map(String) : [];
};

const fieldsAt = (json: unknown, name: string) => {
  const found = valueAt(json, [name]);
  return isFields(found) ? found : {};
};
