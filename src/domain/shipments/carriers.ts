import tracking from 'ts-tracking-number';
import type { Carrier } from '../../contract/shipments.ts';
import { carriers, postOfCountry, type CarrierCode, type KnownCarrier } from './carrier-list.ts';
import { trackingNumberKey } from '../identity/lookup-keys.ts';

/** Who carries a parcel, and where its way is told. */
export interface CarrierOfParcel {
  carrier?: Carrier;
  url?: string;
}

/**
 * A carrier the shop or the carrier itself has named wins; else the number may tell. A link the
 * shop has given wins over the one we would make.
 */
export function carrierOf(parcel: {
  carrier?: string | undefined;
  number?: string | undefined;
  url?: string | undefined;
}): CarrierOfParcel {
  const number = parcel.number === undefined ? '' : trackingNumberKey(parcel.number);
  const code = parcel.carrier ? knownCode(parcel.carrier) : codeOfNumber(number);
  const known: KnownCarrier | undefined = code && carriers[code];
  const carrier = named(code, known, parcel.carrier);
  const url =
    parcel.url ?? (number && known?.link?.replace('{number}', encodeURIComponent(number)));
  return { ...(carrier && { carrier }), ...(url && { url }) };
}

function named(
  code: CarrierCode | undefined,
  known: KnownCarrier | undefined,
  stated: string | undefined,
): Carrier | undefined {
  if (code && known) return { code, name: known.name };
  if (!stated) return undefined;
  // one we do not know keeps the name it was given: "city-riders" is City Riders
  const words = stated.split(/[\s_-]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { code: stated.toLowerCase(), name: words.join(' ') };
}

const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

const codes = new Map<string, CarrierCode>(
  (Object.entries(carriers) as [CarrierCode, KnownCarrier][]).flatMap(([code, { also = [] }]) =>
    [code, ...also].map((name): [string, CarrierCode] => [plain(name), code]),
  ),
);
const knownCode = (stated: string): CarrierCode | undefined => codes.get(plain(stated));

/** Numbers whose form alone tells the carrier. */
const forms: readonly { form: RegExp; code: CarrierCode; holds?: (number: string) => boolean }[] = [
  { form: /^3S[A-Z0-9]{4,6}\d{7,9}$/, code: 'postnl' },
  { form: /^(JJD|JVGL|JD)\d{10,20}$/, code: 'dhl' },
  { form: /^00340\d{15}$/, code: 'dhl-de', holds: gs1 },
  { form: /^H\d{19}$/, code: 'hermes' },
  { form: /^[CHPT]00[A-Z0-9]{13}$/, code: 'evri' },
  { form: /^3232\d{20}$/, code: 'bpost' },
  { form: /^[5-9][A-Z]\d{11}$/, code: 'colissimo' },
  { form: /^TBA\d{12}$/, code: 'amazon' },
];

function codeOfNumber(number: string): CarrierCode | undefined {
  const sure = forms.find(({ form, holds }) => form.test(number) && (holds?.(number) ?? true));
  if (sure) return sure.code;
  const found = codeFromList(number);
  const dpd = /^\d{14}[A-Z0-9]$/.test(number) && mod37(number);
  // two carriers' check digits fit: a wrong link is worse than none
  if (found && dpd) return undefined;
  return dpd ? 'dpd' : found;
}

// Amazon's own has a form with no check digit at all, which others' numbers fit as well
const listed = tracking.allCouriers.filter(({ courier_code }) => courier_code !== 'amazon');

function codeFromList(number: string): CarrierCode | undefined {
  const match = tracking.getTracking(number, listed);
  // it finds a number within a longer one, and takes 11 digits for the 10 of a DHL waybill
  if (!match || match.trackingNumber !== number || /^\d{11}$/.test(number)) return undefined;
  const { code } = match.courier;
  return code === 's10' ? postOfCountry[number.slice(-2)] : knownCode(code);
}

/** GS1: digits weighted 3, 1, 3 … from the right add up to a multiple of ten. */
function gs1(number: string): boolean {
  const digits = [...number].map(Number).reverse();
  return digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0;
}

/** ISO 7064 MOD 37,36: the last character checks those before it. */
function mod37(number: string): boolean {
  const values = [...number].map((letter) => Number.parseInt(letter, 36));
  const check = values.pop()!;
  const product = values.reduce((left, value) => (((left + value) % 36 || 36) * 2) % 37, 36);
  return (product + check) % 36 === 1;
}
