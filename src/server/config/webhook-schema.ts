import { z } from 'zod';
import { webhookEventTypes } from '../../contract/webhook-events.ts';
import { isWebhookUrl } from './facts.ts';
import { secret } from './secret.ts';

export const MIN_WEBHOOK_SECRET = 24;

/** Every event by its name, and the short ways to say several. */
export const wantedEvents = [
  ...webhookEventTypes,
  'order.*',
  'return.*',
  'customer.*',
  'conversation.*',
  '*',
] as const;

export const WebhookConfig = z.strictObject({
  url: z
    .string()
    .max(2048)
    .refine(isWebhookUrl, {
      error:
        'Not an address to send to. Write https://…, without a user and a fragment; plain http is for localhost, with --dev.',
    })
    .describe('Where events are sent, as in https://erp.shop.example/front-desk'),
  events: z
    .array(z.enum(wantedEvents))
    .min(1, 'Name at least one event, as in order.*.')
    .max(wantedEvents.length)
    .describe(
      'What it is told: names of events, order.*, return.*, customer.*, conversation.*, or * for all',
    ),
  secret: secret(MIN_WEBHOOK_SECRET)
    .optional()
    .describe('Signs what is sent there; left out, webhookSecret does'),
  privateNetwork: z
    .boolean()
    .default(false)
    .describe('Whether it may stand in a private network; else only public addresses are sent to'),
});

export const Webhooks = z
  .array(WebhookConfig)
  .max(20)
  .superRefine((endpoints, context) => {
    const seen = new Set<string>();
    for (const [index, { url }] of endpoints.entries()) {
      if (seen.has(url))
        context.addIssue({
          code: 'custom',
          path: [index, 'url'],
          message: 'It is there twice. Put its events in one list.',
        });
      seen.add(url);
    }
  });
