import { isIP } from 'node:net';
import { z } from 'zod';
import { Contact, Hours } from '../../contract/desk.ts';
import { Id, Link } from '../../contract/primitives.ts';
import { isCurrency, isShopOrigin, isTimeZone } from './facts.ts';

/** `front-desk.config.json`. The published JSON Schema is made of this: every field says what it is. */

/** Long enough that nobody guesses it; looked at after ${NAME} has been filled in. */
const MIN_SECRET = 24;
const MIN_PEPPER = 32;
const secret = (least: number) =>
  z.string().refine((text) => text.length >= least, `Too short. Use at least ${least} characters.`);

const OpeningHours = z
  .strictObject(Hours.shape)
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    error: 'Closes before it opens. Split hours that run over midnight in two.',
  })
  .describe('One stretch of opening hours in the shop’s time zone');

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
  contact: z
    .strictObject({ ...Contact.shape, hours: z.array(OpeningHours).max(14).optional() })
    .default({})
    .describe('How to reach a person; what is left out is not offered'),
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
  webhookSecret: secret(MIN_SECRET).describe(
    'Signs tracking webhooks; "${NAME}" takes it from the environment',
  ),
  mailFrom: z
    .string()
    .max(320)
    .optional()
    .describe('Sender of this shop’s mails when it is not mail.from'),
});
export type ShopConfig = z.infer<typeof ShopConfig>;

const SmtpUrl = z
  .string()
  .refine((text) => /^smtps?:\/\/[^/\s]+/.test(text) && URL.canParse(text), {
    error: 'Not an SMTP address. Write smtp://user:password@host:587 or smtps://….',
  });

export const Mail = z.strictObject({
  from: z
    .string()
    .min(3)
    .max(320)
    .describe('Sender: desk@shop.example, or Shop <desk@shop.example>'),
  smtp: SmtpUrl.describe(
    'smtp://user:password@host:587 or smtps://…; "${NAME}" from the environment',
  ),
  tls: z
    .enum(['required', 'optional'])
    .default('required')
    .describe(
      'required: no mail leaves unencrypted, except to this machine. optional: STARTTLS if the server has it',
    ),
});
export type Mail = z.infer<typeof Mail>;

const ipOrRange = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (!family || more.length) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
};

export const Config = z
  .strictObject({
    $schema: z.string().optional().describe('Where the schema of this file is, for editors'),
    shop: ShopConfig.optional().describe('The shop, when there is one'),
    shops: z
      .array(ShopConfig)
      .min(1)
      .max(1000)
      .optional()
      .describe('The shops, when there are several'),
    mail: Mail.optional().describe('How mail is sent. Left out, sign-in by code is off'),
    database: z
      .string()
      .min(1)
      .refine((text) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(text), {
        error: 'Only a file can hold the database. Write a path, as in data/front-desk.db.',
      })
      .default('data/front-desk.db')
      .describe('The database file, seen from the folder of this file'),
    host: z
      .string()
      .min(1)
      .optional()
      .describe('Address to listen on; left out, all of this machine’s'),
    port: z
      .int()
      .min(0)
      .max(65535)
      .default(4747)
      .describe('Port to listen on; PORT and --port win'),
    trustedProxies: z
      .array(
        z.string().refine(ipOrRange, 'Not an address. Write an IP or a range, as in 10.0.0.0/8.'),
      )
      .max(100)
      .default([])
      .describe('Proxies whose X-Forwarded-For is believed: IPs or ranges, as in 10.0.0.0/8'),
    pepper: secret(MIN_PEPPER)
      .optional()
      .describe('Keys the hashes of codes. Left out, a file beside the database keeps one'),
  })
  .superRefine((config, context) => {
    if (!config.shop === !config.shops)
      context.addIssue({
        code: 'custom',
        path: [],
        message: 'Describe one shop in "shop", or several in "shops": one of the two.',
      });
    const seen = new Set<string>();
    for (const [index, { id }] of (config.shops ?? []).entries()) {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['shops', index, 'id'],
          message: `Another shop is called "${id}" as well. Every shop needs its own id.`,
        });
      seen.add(id);
    }
  });
export type Config = z.infer<typeof Config>;
