import type { Settings } from '../config/load.ts';
import type { ShopConfig } from '../config/shop-schema.ts';

/** Where a config has secrets that somebody chose. */
export interface SecretsGiven extends Pick<Settings, 'metrics' | 'scanner'> {
  shops: readonly Pick<
    ShopConfig,
    'id' | 'webhookSecret' | 'identityKeys' | 'webhooks' | 'shopify' | 'payments'
  >[];
}

interface GivenSecret {
  /** What it is, at the head of a sentence. It never quotes it. */
  what: string;
  value: string | undefined;
  /** How to come by a good one. */
  todo: string;
}

const make = (then: string): string => `Make one with: openssl rand -hex 32. ${then}`;
const FETCH = 'Put the one in the config that they show: what they make cannot be guessed.';

/** Every secret of the config but the pepper, and passwords that are part of an address. */
export const givenSecrets = ({ shops, metrics, scanner }: SecretsGiven): GivenSecret[] => [
  ...shops.flatMap(secretsOf),
  {
    what: 'The token of metrics',
    value: metrics?.token,
    todo: make('Give it to who reads them, then put it in the config.'),
  },
  {
    what: 'The token of the scanner',
    value: scanner?.token,
    todo: make('Give it to the scanner, then put it in the config.'),
  },
];

const secretsOf = ({
  id,
  webhookSecret,
  identityKeys = [],
  webhooks = [],
  shopify,
  payments,
}: SecretsGiven['shops'][number]): GivenSecret[] => [
  {
    what: `The webhook secret of ${id}`,
    value: webhookSecret,
    todo: make('Give it to who signs, then put it in the config.'),
  },
  ...identityKeys.map((key) => ({
    what: `The key ${key.kid} of ${id}’s own login`,
    value: key.alg === 'HS256' ? key.secret : undefined,
    todo: make(
      'Who guesses it can be any customer. Give it to the login beside this one, as a next key.',
    ),
  })),
  ...webhooks.map(({ url, secret }) => ({
    what: `The secret of ${id} for ${new URL(url).host}`,
    value: secret,
    todo: make('Give it to who checks what we send, then put it in the config.'),
  })),
  { what: `Shopify’s webhook secret of ${id}`, value: shopify?.webhookSecret, todo: FETCH },
  {
    what: `Stripe’s webhook secret of ${id}`,
    value: payments?.driver === 'stripe' ? payments.webhookSecret : undefined,
    todo: FETCH,
  },
];
