import { html, type TemplateResult } from 'lit/html.js';
import type { Address } from '../../contract/orders.ts';
import type { Problem } from '../client/problem.ts';
import type { PlainKey, Say } from '../locales/words.ts';
import { field } from '../ui/field.ts';

/** An address as it is typed. */
export type AddressDraft = Readonly<Partial<Record<AddressField, string>>>;
type AddressField = 'name' | 'street' | 'more' | 'postcode' | 'city' | 'region' | 'country';

const LABELS: Readonly<Record<AddressField, PlainKey>> = {
  name: 'fullName',
  street: 'street',
  more: 'streetMore',
  postcode: 'postcode',
  city: 'city',
  region: 'region',
  country: 'country',
};
/** As the browser's own address book has them. */
const FILLS: Readonly<Record<AddressField, string>> = {
  name: 'name',
  street: 'address-line1',
  more: 'address-line2',
  postcode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  country: 'country-name',
};
const NEEDED: Partial<Record<AddressField, PlainKey>> = {
  street: 'streetMissing',
  city: 'cityMissing',
};
const FIELDS = Object.keys(LABELS) as AddressField[];

/** What the fields begin with. */
export const draftOf = (address: Address | undefined, words: Say): AddressDraft => {
  const {
    lines = [],
    country = '',
    name = '',
    city = '',
    region = '',
    postcode = '',
  } = address ?? {};
  const [street = '', ...more] = lines;
  const rest = { name, city, region, postcode, country: countryName(country, words) };
  return { ...rest, street, more: more.join(', ') };
};

/** What was typed, as an address; what was left alone stays as it was written. */
export function addressOf(draft: AddressDraft, before: Address | undefined, words: Say): Address {
  const was = draftOf(before, words);
  const typed = (name: AddressField) => (draft[name] ?? was[name] ?? '').trim();
  const more = typed('more') === was.more ? (before?.lines.slice(1) ?? []) : [typed('more')];
  const country = typed('country') === was.country ? before?.country : typed('country');
  const place = { postcode: typed('postcode'), city: typed('city'), region: typed('region') };
  return {
    ...filled({ name: typed('name') }),
    lines: [typed('street'), ...more].filter(Boolean),
    ...filled({ ...place, country: country ?? '' }),
  };
}

const filled = <T extends Record<string, string>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<T>;

/** Fields that must not be empty and are, and what to say of them. */
export const missingIn = (draft: AddressDraft): AddressField | undefined =>
  FIELDS.find((name) => NEEDED[name] && !draft[name]?.trim());

/** Which field the server has refused: `/address/lines/0`. */
export function refusedField({ fields }: Problem): AddressField | undefined {
  const [, name, line] = /^\/address\/(\w+)(?:\/(\d+))?/.exec(fields[0]?.pointer ?? '') ?? [];
  if (name === 'lines') return line && line !== '0' ? 'more' : 'street';
  return FIELDS.find((one) => one === name);
}

export interface AddressForm {
  draft: AddressDraft;
  /** The field that is wrong. */
  wrong: AddressField | undefined;
  type(name: AddressField, text: string): void;
}

export const addressFields = (
  { draft, wrong, type }: AddressForm,
  { text }: Say,
): TemplateResult => {
  const one = (name: AddressField) =>
    field({
      name,
      label: text(LABELS[name]),
      value: draft[name] ?? '',
      error: name === wrong ? text(NEEDED[name] ?? 'fieldRefused') : '',
      autocomplete: FILLS[name],
      capitals: true,
      type: (typed) => type(name, typed),
    });
  return html`${one('name')} ${one('street')} ${one('more')}
    <div class="two">${one('postcode')} ${one('city')}</div>
    <div class="two">${one('region')} ${one('country')}</div>`;
};

/** As the shopper's language calls it; what is no code is left as it is written. */
export function countryName(country: string, { locale, once }: Say): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  const names = once('countries', () => new Intl.DisplayNames(locale, { type: 'region' }));
  return names.of(country) ?? country;
}
