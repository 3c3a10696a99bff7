import type { Contact, Desk } from '../../contract/desk.ts';
import type { Policy } from '../../contract/policy.ts';
import type { AnswerWithin } from '../../domain/conversations/due.ts';
import type { Exclusions } from '../../domain/recommendations/exclusions.ts';

/** A tenant, as its merchant configured it. */
export interface Shop {
  id: string;
  name: string;
  /** Exact origins whose pages may use this shop, as in https://alder.example */
  origins: readonly string[];
  timeZone: string;
  currency: string;
  brand?: Desk['brand'];
  /** What its panel says in other words than ours. */
  words?: Desk['words'];
  contact: Contact;
  /** Within how many minutes of its hours it means to answer; absent: it has set itself no time. */
  answerWithin?: AnswerWithin | undefined;
  /** Who gets what is nobody's: whose turn it is, or whoever takes it. Absent: the latter. */
  assign?: 'by_hand' | 'round_robin' | undefined;
  links: Desk['links'];
  /** What it never recommends; absent: nothing. */
  recommendations?: { exclude: Exclusions } | undefined;
  /** `number`: number and contact show coarse tracking. `code`: a code first, always. */
  guestTracking: 'number' | 'code' | 'off';
  /** How it sends its orders, with prices in its own currency's minor units; absent: nobody chooses. */
  shippingMethods?: readonly { id: string; label: string; price: number }[] | undefined;
  /** What its shoppers may settle by themselves; absent: nothing. */
  policy?: Policy;
  webhookSecret: string;
  /** Shopify's own secret for the webhooks it sends; absent: none of them is taken. */
  shopify?: { webhookSecret: string };
  /** What the shop's own login signs with: two at most, so that one can follow the other. */
  identityKeys?: readonly IdentityKey[] | undefined;
  /** The shop's own systems that are told of orders, customers and conversations. */
  webhooks?: readonly WebhookEndpoint[];
}

/** A shop as far as its own systems are told what happens there. */
export type TellingShop = Pick<Shop, 'id' | 'webhooks'>;

export interface WebhookEndpoint {
  url: string;
  /** Names of events, `order.*` and the like, or `*`. */
  events: readonly string[];
  /** Signs what is sent there. */
  secret: string;
  /** It may stand in a private network. */
  privateNetwork: boolean;
}

/** A key by which tokens of the shop's own login are known. */
export type IdentityKey = {
  kid: string;
  /** Whose subjects its tokens name, where they are not the shop's own customer ids. */
  issuer?: string | undefined;
} & (
  | { alg: 'EdDSA' | 'ES256'; publicKey: PublicKey }
  | {
      alg: 'HS256';
      /** At least 32 bytes. */
      secret: string;
    }
);

/** A JWK of Ed25519 or P-256, without its private part. */
export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  y?: string;
}

export interface Shops {
  /** Undefined asks for the only shop: undefined when there are several. */
  find(id: string | undefined): Shop | undefined;
  all(): readonly Shop[];
  /** Reads again what was set in the console; absent: nothing is set there. */
  reload?(): Promise<void>;
}
