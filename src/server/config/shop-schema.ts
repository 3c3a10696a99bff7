import { z } from 'zod';
import { Contact, Hours, OwnWords } from '../../contract/desk.ts';
import { Id, Link } from '../../contract/primitives.ts';
import { isCurrency, isShopOrigin, isTimeZone } from './facts.ts';
import { IdentityKeyConfig, MOST_KEYS } from './identity-key.ts';
import { PolicyChoice } from './policy-choice.ts';
import { LabelsConfig, PaymentsConfig } from './provider-schema.ts';
import { secret } from './secret.ts';
import { MIN_WEBHOOK_SECRET, Webhooks } from './webhook-schema.ts';

const OpeningHours = z
  .strictObject(Hours.shape)
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    error: 'Closes before it opens. Split hours that run over midnight in two.',
  })
  .describe('One stretch of opening hours in the shop’s time zone');

const Names = z.array(z.string().min(1).max(128)).max(1000).readonly().optional();
const AnswerMinutes = z.int().min(1).max(10_080);

export const ShopConfig = z.strictObject({
  id: Id.regex(/^[a-z0-9][a-z0-9-]*$/, {
    error: 'Use small letters, digits and hyphens, as in alder.',
  }).describe('The shop’s short name, as in data-shop: small letters, digits, hyphens'),
  name: z.string().min(1).max(80).describe('The shop’s name, as shoppers know it'),
  brand: z
    .strictObject({
      accent: z.string().max(64).optional().describe('Brand colour, any CSS colour'),
      radius: z.int().min(0).max(20).optional().describe('Corner radius in px, 0 to 20'),
    })
    .optional()
    .describe('How the desk looks in this shop'),
  origins: z
    .array(
      z.string().refine(isShopOrigin, {
        error:
          'Not an origin. Write scheme and host without a path, as in https://shop.example; plain http is for localhost only.',
      }),
    )
    .min(1, 'Name at least one origin, as in https://shop.example.')
    .max(100)
    .describe('Exact origins of the pages that may use this shop, as in https://shop.example'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'Not a time zone. Use an IANA name, as in Europe/Brussels.')
    .describe('IANA name; parcel events and opening hours are told in it'),
  currency: z
    .string()
    .refine(isCurrency, 'Not a currency. Use an ISO 4217 code, as in EUR.')
    .describe('ISO 4217 code, as in EUR'),
  words: OwnWords.optional().describe(
    'Phrases of the panel in the shop’s own words, by language and key, as in {"en": {"title": "Ask Alder"}}. See docs/languages.md',
  ),
  contact: z
    .strictObject({ ...Contact.shape, hours: z.array(OpeningHours).max(14).optional() })
    .default({})
    .describe('How to reach a person; what is left out is not offered'),
  answerWithin: z
    .strictObject({ first: AnswerMinutes, next: AnswerMinutes })
    .optional()
    .describe(
      'Within how many minutes of contact.hours its people mean to answer: a first question, and a later one. The console counts them down',
    ),
  assign: z
    .enum(['by_hand', 'round_robin'])
    .optional()
    .describe(
      'Whose a conversation becomes when a shopper writes and it is nobody’s. round_robin: those at work in turn. by_hand, or left out: nobody’s, until somebody takes it or answers',
    ),
  links: z
    .strictObject({ terms: Link.optional(), privacy: Link.optional(), shop: Link.optional() })
    .default({})
    .describe('Pages of the shop that the desk links to'),
  guestTracking: z
    .enum(['number', 'code', 'off'])
    .default('number')
    .describe(
      'Look-up without signing in. number: order number and contact show where the parcels are. code: a code is sent first. off: not offered',
    ),
  recommendations: z
    .strictObject({
      exclude: z
        .strictObject({ products: Names, categories: Names, tags: Names })
        .describe('By id, or by a category or tag of theirs, in capitals or not'),
    })
    .optional()
    .describe('What the shop sells and never recommends; see docs/recommendations.md'),
  webhookSecret: secret(MIN_WEBHOOK_SECRET).describe(
    'Signs webhooks to this server; "${NAME}" takes it from the environment',
  ),
  identityKeys: z
    .array(IdentityKeyConfig)
    .max(MOST_KEYS, 'Two keys at most: the one in use, and the one that follows it.')
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, {
      error: 'Two keys have one kid. Each needs its own.',
    })
    .readonly()
    .optional()
    .describe('What the shop’s own login signs with; see front-desk-server keys'),
  webhooks: Webhooks.optional().describe(
    'The shop’s own systems that are told of orders, customers and conversations; see docs/webhooks.md',
  ),
  shopify: z
    .strictObject({
      webhookSecret: secret(MIN_WEBHOOK_SECRET).describe(
        'The secret Shopify signs its webhooks with, as it shows it',
      ),
    })
    .optional()
    .describe('Takes webhooks of a Shopify shop'),
  shippingMethods: z
    .array(
      z.strictObject({
        id: Id,
        label: z.string().min(1).max(80).describe('As shoppers know it: Express'),
        price: z.int().min(0).describe('In the minor units of the shop’s currency'),
      }),
    )
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'Two shipping methods have one id. Each needs its own.',
    })
    .readonly()
    .optional()
    .describe(
      'How orders are sent: a shopper may change to another of these before packing begins. Left out, nobody may',
    ),
  policy: PolicyChoice.prefault('default').describe(
    'What shoppers may settle by themselves: a preset, a policy, or false. See docs/policies.md',
  ),
  payments: PaymentsConfig.optional().describe(
    'Who moves its money; left out, nothing is refunded or charged from here. See docs/payments.md',
  ),
  labels: LabelsConfig.optional().describe(
    'Who makes its return labels; left out, none are offered. See docs/payments.md',
  ),
  mailFrom: z
    .string()
    .max(320)
    .optional()
    .describe('Sender of this shop’s mails when it is not mail.from'),
});
export type ShopConfig = Omit<z.infer<typeof ShopConfig>, 'policy'> & {
  policy?: z.infer<typeof PolicyChoice>;
};
