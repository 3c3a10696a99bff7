import { z } from 'zod';
import { Currency } from './money.ts';
import { Email, Id, Link, Phone } from './primitives.ts';

/** One stretch of opening hours, in the shop's time zone. */
export const Hours = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO weekdays, Monday is 1'),
    opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  })
  .meta({ id: 'Hours' });
export type Hours = z.infer<typeof Hours>;

/** How to reach a person; what is absent is not offered. */
export const Contact = z
  .object({
    email: Email.optional(),
    phone: Phone.optional(),
    url: Link.optional().describe('A contact page of the shop'),
    hours: z.array(Hours).max(14).optional(),
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

/**
 * What this backend and its platform can do. A capability that is absent is not offered: its
 * buttons, tabs and rooms vanish from the panel.
 */
export const Capabilities = z
  .object({
    emailCode: z.object({}).optional().describe('Sign-in with a code sent by e-mail'),
    ownLogin: z
      .object({})
      .optional()
      .describe('Sign-in with what the shop’s own login has signed: POST /v1/identity/assertions'),
    guestTracking: z
      .object({ mode: z.enum(['number', 'code']) })
      .optional()
      .describe('Tracking one order without an account; code = strict: a code is sent first'),
    orders: z.object({ pageSize: z.int().min(1).max(50) }).optional(),
    uploads: z.object({}).optional().describe('POST /v1/uploads takes pictures and PDFs'),
    wishlists: z
      .object({ alerts: z.boolean().describe('Mails about what is saved can be asked for') })
      .optional(),
    recommendations: z
      .object({})
      .optional()
      .describe('GET /v1/recommendations tells what may suit whoever looks'),
    events: z
      .object({})
      .optional()
      .describe('POST /v1/events keeps what shoppers do, of those who agreed'),
    chat: z
      .object({ mail: z.boolean().describe('What is not seen here may follow by mail') })
      .optional()
      .describe('Conversations with the shop'),
    live: z.object({}).optional().describe('GET /v1/stream tells of changes'),
  })
  .meta({ id: 'Capabilities' });
export type Capabilities = z.infer<typeof Capabilities>;

const Phrase = z.string().min(1).max(600);
/** A shop's own phrases in place of the panel's: by language, then by key. */
export const OwnWords = z
  .record(
    z.string().regex(/^[a-z]{2,3}$/),
    z.record(
      z
        .string()
        .regex(/^[a-z]\w*$/i)
        .max(40),
      z.union([
        Phrase,
        z.record(
          z
            .string()
            .regex(/^[a-z]+$/)
            .max(12),
          Phrase,
        ),
      ]),
    ),
  )
  .meta({ id: 'OwnWords' });
export type OwnWords = z.infer<typeof OwnWords>;

/** The shop as the widget needs it before anyone has signed in. */
export const Desk = z
  .object({
    shop: Id,
    name: z.string().min(1).max(80),
    currency: Currency,
    timeZone: z.string().max(64).describe('IANA name; parcel events are told in it'),
    brand: z
      .object({
        accent: z.string().max(64).optional().describe('A CSS colour'),
        radius: z.int().min(0).max(20).optional().describe('Corner radius in px'),
      })
      .optional(),
    words: OwnWords.optional().describe(
      'What the shop says in its own words: by language, then by the key of the phrase',
    ),
    capabilities: Capabilities,
    contact: Contact,
    links: z.object({ terms: Link.optional(), privacy: Link.optional(), shop: Link.optional() }),
  })
  .meta({ id: 'Desk' });
export type Desk = z.infer<typeof Desk>;
