import { isIP } from 'node:net';
import { z } from 'zod';
import { isDatabase, NO_DATABASE } from './database.ts';
import { isShopOrigin } from './facts.ts';
import { logLevels } from '../drivers/log.ts';
import { secret } from './secret.ts';
import { Events, Metrics, Requests, Scanner, Streams } from './running-schema.ts';
import { ShopConfig } from './shop-schema.ts';

/** `front-desk.config.json`. The published JSON Schema is made of this: every field says what it is. */

const MIN_PEPPER = 32;

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
      .refine(isDatabase, { error: NO_DATABASE })
      .default('data/front-desk.db')
      .describe(
        'The database: a file, seen from the folder of this one, or postgres://…; DATABASE_URL wins',
      ),
    address: z
      .string()
      .refine(isShopOrigin, {
        error:
          'Not an origin. Write scheme and host without a path, as in https://desk.shop.example; plain http is for localhost only.',
      })
      .optional()
      .describe(
        'Where browsers reach this server, as in https://desk.shop.example: links into the console lead there. Left out, nobody signs in to it',
      ),
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
    logLevel: z
      .enum(logLevels)
      .optional()
      .describe('info, error or silent; LOG_LEVEL wins. info when left out'),
    metrics: Metrics.optional().describe('Counts for Prometheus. Left out, they are not served'),
    streams: Streams.optional().describe('How many live streams may be open at once'),
    requests: Requests.optional().describe('How many requests a minute this process answers'),
    events: Events.optional().describe('How many events a minute this process takes'),
    scanner: Scanner.optional().describe(
      'Who looks over what is attached before it is kept. Left out, nobody does',
    ),
    drainSeconds: z
      .int()
      .min(0)
      .max(300)
      .default(0)
      .describe('How long a stopping server goes on answering after /readyz has turned, 0 to 300'),
    pepper: secret(MIN_PEPPER)
      .optional()
      .describe(
        'Keys the hashes of codes. Left out, a file beside the database keeps one; Postgres needs it',
      ),
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
