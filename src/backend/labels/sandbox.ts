import type { Address } from '../../contract/orders.ts';
import type { LabelAsked, LabelFailed, LabelMethod, Labels } from '../ports.ts';
import { onePagePdf } from './pdf.ts';

export interface SandboxLabelParts {
  /** The shop's id. */
  shop: string;
  currency: string;
  /** Where returns go. */
  to: Address;
}

/** What happens by the sender's postcode. */
export const labelScenarios = {
  '00000': 'fails for good: `address_refused`',
  '00001': 'fails once: `unreachable`; the next try under its key works',
  '00002': 'is made; to cancel it fails: `already_used`',
} as const;

const methods: readonly LabelMethod[] = ['drop_off', 'label', 'pick_up'];
const prices: Record<LabelMethod, number> = { drop_off: 390, label: 490, pick_up: 790 };
const dropOffs: Record<LabelMethod, string> = {
  drop_off: 'Show the code at any Sandbox counter. They print the label.',
  label: 'Leave the parcel at any Sandbox counter.',
  pick_up: 'Sandbox comes for it on the next working day, from 9 to 18.',
};
/** DIN A6, in points. */
const A6 = { width: 298, height: 420 };

/**
 * A carrier that carries nothing and behaves like one that does. It forgets its keys with the
 * process, not its labels: a tracking number tells whether it is one of them.
 */
export function createSandboxLabels({ shop, currency, to }: SandboxLabelParts): Labels {
  const bodies = new Map<string, string>();
  return {
    name: 'sandbox',
    capabilities: methods,
    async make(asked) {
      const { key, method, from, number } = asked;
      const body = JSON.stringify([method, from, number]);
      const before = bodies.get(key);
      bodies.set(key, before ?? body);
      if (before !== undefined && before !== body) return failed('key_reused');
      if (from.postcode === '00000') return failed('address_refused');
      if (from.postcode === '00001' && before === undefined) return failed('unreachable');
      const tracking = trackingOf(key, from.postcode === '00002' ? USED : FRESH);
      const isShown = method === 'drop_off';
      return {
        state: 'made',
        label: {
          ...{ reference: tracking, carrier: 'sandbox', tracking },
          price: { amount: prices[method], currency },
          // letters and digits that a QR code packs tightest, ISO/IEC 18004 §7.3.4
          ...(isShown && { code: `SBX:RETURN:${shop.toUpperCase()}:${tracking}` }),
          ...(!isShown && { pdf: labelPdf(asked, to, tracking) }),
          dropOff: dropOffs[method],
        },
      };
    },
    async cancel(reference) {
      const [, use, digits = '', check] = /^SBX(\d)(\d{8})(\d)$/.exec(reference) ?? [];
      if (use === undefined || check !== checkDigit(use + digits)) return failed('label_unknown');
      return use === USED ? failed('already_used') : { state: 'cancelled' };
    },
  };
}

const FRESH = '1';
const USED = '2';

function trackingOf(key: string, use: string): string {
  // FNV-1a: the same key, the same number
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  const digits = use + String((hash >>> 0) % 100_000_000).padStart(8, '0');
  return `SBX${digits}${checkDigit(digits)}`;
}

/** Modulo 10, as on GS1's parcel numbers: 3 and 1 by turns. */
function checkDigit(digits: string): string {
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function labelPdf({ from, number }: LabelAsked, to: Address, tracking: string): Uint8Array {
  const block = (head: string, address: Address, top: number) =>
    [head, ...linesOf(address)].map((text, index) => ({
      ...{ text, x: 24, y: top - index * 16 },
      size: index ? 12 : 8,
    }));
  return onePagePdf(A6, [
    { text: 'SANDBOX, carries nothing', x: 24, y: 384, size: 14 },
    ...block('From', from, 350),
    ...block('To', to, 220),
    { text: tracking, x: 24, y: 70, size: 24 },
    { text: `Return ${number}`, x: 24, y: 44, size: 12 },
  ]);
}

const linesOf = ({ name, lines, postcode, city, region, country }: Address): string[] =>
  [name, ...lines, [postcode, city].filter(Boolean).join(' '), region, country].filter(
    (line): line is string => line !== undefined && line !== '',
  );

const failed = (reason: LabelFailed['reason']): LabelFailed => ({
  state: 'failed',
  reason,
  retryable: reason === 'unreachable',
});
