import type { Address } from '../../contract/orders.ts';
import { Email, Link, Phone, type Picture } from '../../contract/primitives.ts';
import type { ShopifyAddress } from '../../contract/shopify.ts';
import { phoneKey } from '../identity/lookup-keys.ts';

/** Shopify is looser than we are: what does not fit a field of ours is left out, never refused. */

/** Trimmed, and no longer than the field; undefined when nothing is left. */
export function textOf(text: string | null | undefined, most: number): string | undefined {
  return cut(text?.trim() ?? '', most) || undefined;
}

export const emailOf = (text: string | null | undefined): string | undefined =>
  fitting(Email, text?.trim());

export function linkOf(text: string | null | undefined): string | undefined {
  return fitting(Link, text?.trim());
}

const LEAST_DIGITS = 5;

export function phoneOf(text: string | null | undefined): string | undefined {
  const phone = fitting(Phone, text?.trim());
  return phone !== undefined && phoneKey(phone).length >= LEAST_DIGITS ? phone : undefined;
}

export function pictureOf(
  url: string | null | undefined,
  alt: string | null | undefined,
): Picture | undefined {
  const link = linkOf(url);
  return link === undefined ? undefined : { url: link, alt: textOf(alt, 300) ?? '' };
}

export function addressOf(from: ShopifyAddress | null | undefined): Address | undefined {
  if (!from) return undefined;
  const lines = [from.company, from.address1, from.address2].flatMap(
    (line) => textOf(line, 200) ?? [],
  );
  if (lines.length === 0) return undefined;
  const name = textOf(
    from.name ?? [from.first_name, from.last_name].filter(Boolean).join(' '),
    200,
  );
  const city = textOf(from.city, 120);
  const region = textOf(from.province ?? from.province_code, 120);
  const postcode = textOf(from.zip, 32);
  const country = textOf(from.country_code ?? from.country, 80);
  return {
    lines,
    ...(name && { name }),
    ...(city && { city }),
    ...(region && { region }),
    ...(postcode && { postcode }),
    ...(country && { country }),
  };
}

/** Shopify’s "Default Title" stands for a product without options. */
export const isDefaultOption = (value: string | null | undefined): boolean =>
  !value || value === 'Default Title';

const fitting = (
  schema: { safeParse(text: string): { success: boolean } },
  text: string | undefined,
): string | undefined => (text && schema.safeParse(text).success ? text : undefined);

/** Never through the middle of a character. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
