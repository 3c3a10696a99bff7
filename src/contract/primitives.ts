import { z } from 'zod';

/** An opaque id: the reader compares it and sends it back, nothing else. */
export const Id = z.string().min(1).max(128).describe('Opaque id');

/** A moment, always in UTC. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .describe('ISO 8601 in UTC with milliseconds, as in 2026-11-23T08:12:00.000Z');

const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
/** Beyond them an instant in UTC is written in another form, which no longer sorts as text. */
const hasFourDigitYear = (text: string): boolean => {
  const time = Date.parse(text);
  return !(time < FIRST || time > LAST);
};

/** A moment as others write it, with any offset; it becomes UTC with milliseconds. */
export const InstantInput = z.iso
  .datetime({ offset: true })
  .refine(hasFourDigitYear, 'The year in UTC has four digits')
  .transform((text) => new Date(text).toISOString())
  .describe('ISO 8601 with Z or an offset');

/** A link a shopper may follow: nothing but the web, mail and the telephone. */
export const Link = z
  .string()
  .max(2048)
  .regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/))/)
  .describe('http(s), mailto, tel, or a path on the shop’s own site');

export const Email = z.email().max(254).describe('E-mail address');
export const Phone = z
  .string()
  .max(32)
  .regex(/^\+?[\d\s().-]{7,}$/)
  .describe('Phone number, best with its country code');

export const Picture = z
  .object({ url: Link, alt: z.string().max(300) })
  .meta({ id: 'Picture', description: 'An image and the words that stand for it' });
export type Picture = z.infer<typeof Picture>;
