import type { LineRule, Matcher, Policy } from '../../contract/policy.ts';
import type { Reason } from '../../contract/reasons.ts';
import type { LineRecord } from '../orders/orders.ts';
import type { Case } from './case.ts';
import { countryCode } from './countries.ts';

/** What the shop's rules say about one line. */
export type LineTerms = Omit<LineRule, 'match' | 'excluded'> & { excluded?: Reason };

/** Of each thing that rules say, what the first rule says that matches and says it. */
export function termsOf({ lines }: Policy, of: Case, line: LineRecord): LineTerms {
  const rules = lines.filter(({ match }) => matches(match, of, line));
  const first = <Term extends keyof LineRule>(term: Term) =>
    rules.find((rule) => rule[term] !== undefined);
  const excluding = first('excluded');
  return {
    finalSale: first('finalSale')?.finalSale,
    window: first('window')?.window,
    outcomes: first('outcomes')?.outcomes,
    fee: first('fee')?.fee,
    review: first('review')?.review,
    ...(excluding?.excluded && { excluded: whyExcluded(excluding.match) }),
  };
}

function matches(match: Matcher, { order, products }: Case, line: LineRecord): boolean {
  const { category, tags = [] } = products.get(line.product) ?? {};
  const { from = 0, to = Infinity } = match.unitPrice ?? {};
  return (
    isAmong(match.categories, category) &&
    (!match.tags || match.tags.some((tag) => tags.includes(tag))) &&
    isAmong(match.products, line.product) &&
    (!match.countries || isAmong(match.countries, countryCode(order.address?.country ?? ''))) &&
    isAmong(match.channels, order.channel) &&
    line.unitPrice >= from &&
    line.unitPrice < to
  );
}

const isAmong = (names: readonly string[] | undefined, name: string | undefined): boolean =>
  !names || (name !== undefined && names.includes(name));

/** The reason a shopper can make the most of: another item would do, another country would not. */
const whyExcluded = ({ countries, channels, unitPrice }: Matcher): Reason =>
  countries
    ? 'excluded_country'
    : channels
      ? 'excluded_channel'
      : unitPrice
        ? 'excluded_price'
        : 'excluded_item';
