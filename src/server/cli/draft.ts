import { randomBytes } from 'node:crypto';
import { isCurrency, isShopOrigin, isTimeZone, isWebhookUrl } from '../config/facts.ts';
import { SCHEMA_FILE } from '../config/json-schema.ts';
import { presetNames } from '../config/policy-choice.ts';

/** What init asks for, in this order; each can be given as a flag as well. */
export interface Field {
  flag: string;
  ask: string;
  /** Needed without a default: init cannot guess it. */
  needed?: true;
  /** The answer when none is given. */
  otherwise?(draft: Draft): string;
  /** What is wrong with an answer. */
  fault?(answer: string): string | undefined;
}

export type FieldName =
  | 'name'
  | 'id'
  | 'origins'
  | 'timeZone'
  | 'currency'
  | 'guestTracking'
  | 'policy'
  | 'accent'
  | 'email'
  | 'phone'
  | 'smtp'
  | 'from'
  | 'webhookUrl';
export type Draft = Partial<Record<FieldName, string>>;

/** τ-bench's own shop is for who measures with it. */
const offered = presetNames.filter((name) => name !== 'tau-retail');

const unless = (good: (text: string) => boolean, sentence: string) => (text: string) =>
  good(text) ? undefined : sentence;

export const fields: Record<FieldName, Field> = {
  name: { flag: '--name <name>', ask: 'Name of the shop', needed: true },
  id: {
    flag: '--id <id>',
    ask: 'Short name, for data-shop',
    otherwise: ({ name = '' }) => idOf(name),
    fault: unless(
      (text) => /^[a-z0-9][a-z0-9-]*$/.test(text),
      'Use small letters, digits, hyphens.',
    ),
  },
  origins: {
    flag: '--origins <list>',
    ask: 'Origins of its pages, as in https://shop.example (several with commas)',
    needed: true,
    fault: unless(
      (text) => listOf(text).every(isShopOrigin),
      'Write scheme and host without a path, as in https://shop.example.',
    ),
  },
  timeZone: {
    flag: '--time-zone <name>',
    ask: 'Time zone',
    otherwise: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    fault: unless(isTimeZone, 'Use an IANA name, as in Europe/Brussels.'),
  },
  currency: {
    flag: '--currency <code>',
    ask: 'Currency, as in EUR',
    needed: true,
    fault: unless(isCurrency, 'Use an ISO 4217 code, as in EUR.'),
  },
  guestTracking: {
    flag: '--guest-tracking <mode>',
    ask: 'Track an order by number and e-mail alone: number, code (a code first) or off',
    otherwise: () => 'number',
    fault: unless(
      (text) => ['number', 'code', 'off'].includes(text),
      'Answer number, code or off.',
    ),
  },
  policy: {
    flag: '--policy <name>',
    ask: `What shoppers may cancel, change and return: ${offered.join(', ')} or none`,
    otherwise: () => 'default',
    fault: unless(
      (text) => [...offered, 'none'].includes(text),
      `Answer ${offered.join(', ')} or none; see docs/policies.md.`,
    ),
  },
  accent: { flag: '--accent <colour>', ask: 'Brand colour, as in #24523f' },
  email: { flag: '--email <address>', ask: 'E-mail of your help desk' },
  phone: { flag: '--phone <number>', ask: 'Its phone number' },
  smtp: {
    flag: '--smtp <url>',
    ask: 'Mail server, as in smtps://user:${SMTP_PASSWORD}@mail.shop.example',
  },
  from: {
    flag: '--from <sender>',
    ask: 'Sender of mails',
    otherwise: ({ name, email }) => (email ? `${name} <${email}>` : ''),
  },
  webhookUrl: {
    flag: '--webhook-url <url>',
    ask: 'Your own system that is told of orders and customers, as in https://erp.shop.example/hook',
    fault: unless(isWebhookUrl, 'Write an https:// address without a user and a fragment.'),
  },
};

const SECRET_BYTES = 32;

/**
 * The config file as init writes it: every choice in sight, also those left at their default.
 * A shared database is named by the environment, and its processes need one pepper.
 */
export function configOf(draft: Draft, { shared = false } = {}): unknown {
  const { accent, email, phone, smtp, webhookUrl } = draft;
  return {
    $schema: `./${SCHEMA_FILE}`,
    shop: {
      id: draft.id,
      name: draft.name,
      ...(accent && { brand: { accent } }),
      origins: listOf(draft.origins ?? ''),
      timeZone: draft.timeZone,
      currency: draft.currency,
      contact: { ...(email && { email }), ...(phone && { phone }) },
      links: {},
      guestTracking: draft.guestTracking,
      policy: draft.policy === 'none' ? false : draft.policy,
      webhookSecret: newSecret(),
      ...(webhookUrl && {
        webhooks: [
          {
            url: webhookUrl,
            events: ['order.*', 'return.*', 'refund.requested', 'charge.failed', 'customer.*'],
            secret: newSecret(),
          },
        ],
      }),
    },
    ...(smtp && { mail: { from: draft.from, smtp, tls: 'required' } }),
    database: shared ? '${DATABASE_URL}' : 'data/front-desk.db',
    ...(shared && { pepper: newSecret() }),
    port: 4747,
    trustedProxies: [],
  };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
