import { isIP } from 'node:net';
import { z } from 'zod';
import { requestsAMinute } from '../../domain/identity/identity.ts';
import { eventsAMinute } from '../../domain/events/keeping.ts';
import { secret } from './secret.ts';

/** What a config says of a server while it runs. */

const MIN_TOKEN = 24;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

export const Metrics = z
  .strictObject({
    port: z.int().min(0).max(65535).describe('A port of its own, as in 9464: GET /metrics'),
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address to listen on; this machine only when left out'),
    token: secret(MIN_TOKEN)
      .optional()
      .describe('Who reads sends it as Authorization: Bearer; needed beyond this machine'),
  })
  .refine(({ host, token }) => token !== undefined || isLoopback(host), {
    path: ['token'],
    error: 'Missing. Beyond this machine the counts need a token of at least 24 characters.',
  });
export type Metrics = z.infer<typeof Metrics>;

export const Streams = z.strictObject({
  perNetwork: z
    .int()
    .min(1)
    .default(500)
    .describe('From one address, or one /64 network of IPv6; 500 when left out'),
  total: z.int().min(1).default(5_000).describe('In this process; 5000 when left out'),
});

const aMinute = (most: number, of: string) =>
  z.int().min(1).default(most).describe(`${of}; ${most} when left out`);

export const Requests = z.strictObject({
  perNetwork: aMinute(requestsAMinute.perNetwork, 'From one address, or one /64 network of IPv6'),
  perSession: aMinute(requestsAMinute.perSession, 'Of one session'),
});

export const Events = z.strictObject({
  perNetwork: aMinute(eventsAMinute.perNetwork, 'From one address, or one /64 network of IPv6'),
  perVisitor: aMinute(eventsAMinute.perVisitor, 'Of one visitor'),
});

export const Scanner = z.strictObject({
  url: z
    .string()
    .refine((text) => /^https?:\/\/[^/\s@]+/.test(text) && URL.canParse(text), {
      error: 'Not an address. Write http:// or https://, host and path; secrets go into "token".',
    })
    .describe('Is sent each file: 2xx lets it in, 406 and 422 keep it out'),
  token: secret(MIN_TOKEN)
    .optional()
    .describe('Sent as Authorization: Bearer; "${NAME}" takes it from the environment'),
  timeoutSeconds: z
    .int()
    .min(1)
    .max(60)
    .default(30)
    .describe('How long a file may take, 1 to 60; 30 when left out'),
});
