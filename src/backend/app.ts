import type { Hono } from 'hono';
import { openapi } from '../contract/openapi.ts';
import { receiptMail } from './channels/email/receipt-mail.ts';
import { forShoppers } from './for-shoppers.ts';
import { forStaff } from './for-staff.ts';
import { createBuiltinPlatform } from './platforms/builtin/builtin.ts';
import type { BackendPorts } from './ports.ts';
import { createFrame } from './routes/frame/frame.ts';
import { mountRoutes } from './routes/frame/mount.ts';
import { mountOpenapi } from './routes/openapi.ts';
import { streamRoutes } from './routes/stream.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { createBackground } from './services/background.ts';
import { createChanges } from './services/changes.ts';
import { createKeptAnswers } from './services/kept-answers.ts';
import { createLimits } from './services/limits.ts';
import { createDrawCards } from './services/message-cards.ts';
import { createApplyMoney, createTakeMoneyNews } from './services/money-news.ts';
import { createAble, createOffering } from './services/offering.ts';
import { createOwnOrder } from './services/own-orders.ts';
import { createQuotes } from './services/quotes.ts';
import { createTellReceipt } from './services/receipt-mails.ts';
import { createMakeLabel } from './services/return-labels.ts';
import { createKeyring } from './services/secrets.ts';
import { createSessionCallers } from './services/session-callers.ts';
import { createSignatures } from './services/signatures.ts';
import { createStaffCallers } from './services/staff-callers.ts';
import { createStreams } from './services/streams.ts';
import { createUploads } from './services/uploads.ts';
import { createWebhooks } from './services/webhooks.ts';

export interface Backend {
  /** Answers a request, wherever `fetch` runs. */
  fetch(request: Request): Promise<Response>;
  /** The same as a Hono app, to be mounted beside other routes. */
  app: Hono;
  /** Until what answered requests have left to do is done: a code on its way, say. */
  settled(): Promise<void>;
  /** Ends the open streams and waits for what is left to do. The storage is its owner's to close. */
  close(): Promise<void>;
}

/** The whole backend over what it asks of the world. */
export function createBackend(given: BackendPorts): Backend {
  const able = createAble(given);
  const ports = { ...given, shops: createOffering(given.shops, able) };
  const { storage, mailer, bus, clock, log } = ports;
  const platform = ports.platform ?? createBuiltinPlatform(storage, clock);
  const keyring = createKeyring(ports.pepper, ports.hmac);
  const background = createBackground(log);
  const limits = createLimits(storage.limits, keyring, clock);
  const shoppers = createSessionCallers(storage.sessions, clock);
  const staff = createStaffCallers(storage.staff, clock);
  const streams = createStreams({ ...ports, platform, shoppers, staff });
  const ownOrder = createOwnOrder(platform);
  const both = {
    ...{ ports, platform, keyring, limits },
    changes: createChanges({
      ...{ platform, ownOrder, bus, clock, payments: ports.payments },
      quotes: createQuotes(keyring),
    }),
    tellReceipt: createTellReceipt({ platform, limits, mailer, letter: receiptMail, log }),
    makeLabel: createMakeLabel({ platform, labels: ports.labels, bus, clock, log }),
    drawCards: createDrawCards(platform),
    uploads: createUploads({
      ...{ store: storage.uploads, conversations: storage.conversations, limits },
      ...{ scan: ports.scanFile, clock },
    }),
  };

  const serve = createFrame(
    ports,
    {
      ...{ shoppers, staff, background },
      signatures: createSignatures(clock, ports.hmac),
      answers: createKeptAnswers(storage.answers, keyring, clock),
    },
    {
      ...forShoppers({ ...both, ownOrder }),
      ...forStaff({ ...both, configured: given.shops, able, staff, streams }),
      ...streamRoutes(streams),
      ...webhookRoutes(
        createWebhooks({ deliveries: storage.deliveries, platform, bus, clock }),
        createTakeMoneyNews({
          payments: ports.payments,
          apply: createApplyMoney({ money: storage.money, payments: ports.payments, clock }),
        }),
      ),
    },
  );
  const app = mountRoutes(serve, ports);
  mountOpenapi(app, openapi);
  return {
    app,
    fetch: async (request) => app.fetch(request),
    settled: () => background.settled(),
    async close() {
      streams.close();
      await background.settled();
    },
  };
}
