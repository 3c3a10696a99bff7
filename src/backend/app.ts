import type { Hono } from 'hono';
import { openapi } from '../contract/openapi.ts';
import { codeMail } from './channels/email/code-mail.ts';
import { conversationMail } from './channels/email/conversation-mail.ts';
import { linkMail } from './channels/email/link-mail.ts';
import { staffLinkMail } from './channels/email/staff-link-mail.ts';
import { receiptMail } from './channels/email/receipt-mail.ts';
import { createBuiltinPlatform } from './platforms/builtin/builtin.ts';
import type { BackendPorts } from './ports.ts';
import { auditRoutes } from './routes/audit.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customerRoutes } from './routes/customers.ts';
import { changeRoutes } from './routes/changes.ts';
import { eventRoutes } from './routes/events.ts';
import { deskRoutes } from './routes/desk.ts';
import { createFrame } from './routes/frame/frame.ts';
import { mountRoutes } from './routes/frame/mount.ts';
import { identityRoutes } from './routes/identity.ts';
import { mountOpenapi } from './routes/openapi.ts';
import { inboxActRoutes, inboxRoutes, staffReturnRoutes } from './routes/inbox.ts';
import { orderRoutes } from './routes/orders.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { productRoutes } from './routes/products.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { returnRoutes } from './routes/returns.ts';
import { savedReplyRoutes } from './routes/saved-replies.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionKeyRoutes } from './routes/session-keys.ts';
import { settingRoutes } from './routes/settings.ts';
import { staffOrderRoutes } from './routes/staff-orders.ts';
import { staffRoutes } from './routes/staff.ts';
import { streamRoutes } from './routes/stream.ts';
import { inboxUploadRoutes, uploadRoutes } from './routes/uploads.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { wishlistRoutes } from './routes/wishlists.ts';
import { wishlistShareRoutes } from './routes/wishlist-shares.ts';
import { createAudit } from './services/audit.ts';
import { createBackground } from './services/background.ts';
import { createBoundSessions } from './services/bound-sessions.ts';
import { createChanges } from './services/changes.ts';
import { createChallenges } from './services/challenges.ts';
import { createSendCode } from './services/contact-codes.ts';
import { createEvents } from './services/events.ts';
import { createConversationMails } from './services/conversation-mails.ts';
import { createConversations } from './services/conversations.ts';
import { createInboxActs } from './services/inbox-acts.ts';
import { createChangeInbox } from './services/inbox-changes.ts';
import { createInbox } from './services/inbox.ts';
import { createKeptAnswers } from './services/kept-answers.ts';
import { createKeyProofs } from './services/key-proofs.ts';
import { createLimits } from './services/limits.ts';
import { createLookup } from './services/lookups.ts';
import { createApplyMoney, createTakeMoneyNews } from './services/money-news.ts';
import { createModels } from './services/models.ts';
import { createNewSessions } from './services/new-sessions.ts';
import { createAble, createOffering } from './services/offering.ts';
import { createOwnLogin } from './services/own-login.ts';
import { createPresence } from './services/presence.ts';
import { createOwnOrder } from './services/own-orders.ts';
import { createPasskeyChallenges } from './services/passkey-challenges.ts';
import { createPasskeys } from './services/passkeys.ts';
import { createSecondFactors } from './services/second-factors.ts';
import { createKeyring } from './services/secrets.ts';
import { createQuotes } from './services/quotes.ts';
import { createTellReceipt } from './services/receipt-mails.ts';
import { createRecommendations } from './services/recommendations.ts';
import { createDrawCards } from './services/message-cards.ts';
import { createMakeLabel } from './services/return-labels.ts';
import { createReorders } from './services/reorders.ts';
import { createReturns } from './services/returns.ts';
import { createSettings } from './services/settings.ts';
import { createSettlingDesk } from './services/settling-desk.ts';
import { createTellStory } from './services/shopper-stories.ts';
import { createReaderLanguage, createReadStaffOrder } from './services/staff-orders.ts';
import { createStaffReturns } from './services/staff-returns.ts';
import { createSettled } from './services/settled-orders.ts';
import { createOwnSessions } from './services/own-sessions.ts';
import { createSessionCallers } from './services/session-callers.ts';
import { createSessions } from './services/sessions.ts';
import { createSignatures } from './services/signatures.ts';
import { createSignIn } from './services/sign-in.ts';
import { createStaffCallers } from './services/staff-callers.ts';
import { createStaffSignIn } from './services/staff-sign-in.ts';
import { createStreams } from './services/streams.ts';
import { createUploads } from './services/uploads.ts';
import { createBeginVisit } from './services/visitors.ts';
import { createWebhooks } from './services/webhooks.ts';
import { createAlerts } from './services/wishlist-alerts.ts';
import { createSharedWishlists } from './services/wishlist-shares.ts';
import { createSavedWishes } from './services/wishlists.ts';
import { createWrongCodes } from './services/wrong-codes.ts';

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
  const { storage, mailer, transport, bus, clock, log } = ports;
  const platform = ports.platform ?? createBuiltinPlatform(storage, clock);
  const keyring = createKeyring(ports.pepper, ports.hmac);
  const background = createBackground(log);
  const limits = createLimits(storage.limits, keyring, clock);
  const shoppers = createSessionCallers(storage.sessions, clock);
  const newSessions = createNewSessions(storage.sessions, clock);
  const sessions = createSessions({ store: storage.sessions, platform, bus, clock, log });
  const bound = createBoundSessions({
    ...{ store: storage.sessions, sessions, clock },
    proofs: createKeyProofs(storage.limits, keyring, clock),
  });
  const challenges = createChallenges({
    ...{ store: storage.challenges, limits, keyring, mailer, clock, log },
    wrongCodes: createWrongCodes(storage.limits, clock),
    letters: { code: codeMail, link: linkMail },
  });
  const audit = createAudit(storage.staff, clock);
  const drawCards = createDrawCards(platform);
  const conversations = createConversations({
    ...{ store: storage.conversations, staff: storage.staff, drawCards, limits, bus, clock },
    mails: createConversationMails({
      ...{ store: storage.conversations, platform, limits, mailer },
      letter: conversationMail,
    }),
  });
  const staff = createStaffCallers(storage.staff, clock);
  const passkeys = createPasskeys({
    ...{ store: storage.passkeys, proofs: ports.passkeyProofs, clock },
    challenges: createPasskeyChallenges(storage.limits, keyring, clock),
    consoleAddress: ports.consoleAddress,
  });
  const staffSignIn = createStaffSignIn({
    ...{ store: storage.staff, callers: staff, passkeys, limits, keyring, mailer, bus },
    factors: createSecondFactors({ store: storage.staff, passkeys, keyring, clock }),
    ...{ clock, log, letter: staffLinkMail, consoleAddress: ports.consoleAddress },
  });
  const inboxPorts = {
    ...{ store: storage.conversations, inbox: storage.inbox, staff: storage.staff },
    ...{ bus, clock },
  };
  const uploads = createUploads({
    ...{ store: storage.uploads, conversations: storage.conversations, limits },
    ...{ scan: ports.scanFile, clock },
  });
  const ownOrder = createOwnOrder(platform);
  const changes = createChanges({
    ...{ platform, ownOrder, bus, clock, payments: ports.payments },
    quotes: createQuotes(keyring),
  });
  const models =
    ports.models ??
    createModels({
      ...{ store: storage.recommendations, clock },
      sources: { sales: platform.sales, events: storage.events },
    });
  const returns = createReturns({ platform, ownOrder, labels: ports.labels, bus, clock });
  const makeLabel = createMakeLabel({ platform, labels: ports.labels, bus, clock, log });
  const tellReceipt = createTellReceipt({ platform, limits, mailer, letter: receiptMail, log });
  const streams = createStreams({ ...ports, platform, shoppers, staff });
  const saved = createSavedWishes(storage, platform, clock);
  const webhooks = createWebhooks({ deliveries: storage.deliveries, platform, bus, clock });

  const serve = createFrame(
    ports,
    {
      ...{ shoppers, staff, background },
      signatures: createSignatures(clock, ports.hmac),
      answers: createKeptAnswers(storage.answers, keyring, clock),
    },
    {
      ...deskRoutes(platform, { mail: mailer !== undefined }),
      ...identityRoutes({
        sendCode: createSendCode(platform, ownOrder, challenges),
        lookup: createLookup({ platform, newSessions, challenges, limits }),
        signIn: createSignIn({ platform, challenges, newSessions, sessions }),
        ownLogin: createOwnLogin({
          ...{ platform, newSessions, sessions, clock, log },
          used: storage.assertions,
        }),
        transport,
      }),
      ...sessionRoutes(
        sessions,
        createOwnSessions({ store: storage.sessions, bus, clock }),
        createBeginVisit(newSessions, limits),
        transport,
      ),
      ...sessionKeyRoutes(bound),
      ...customerRoutes(platform, storage.exportOf, clock),
      ...productRoutes(platform),
      ...recommendationRoutes(
        createRecommendations({ platform, models, store: storage.recommendations, clock }),
      ),
      ...orderRoutes(
        platform,
        ownOrder,
        createSettled(platform, clock),
        createReorders(platform, ownOrder),
      ),
      ...changeRoutes(changes, tellReceipt),
      ...returnRoutes(changes, returns, makeLabel, tellReceipt),
      ...outcomeRoutes(changes, returns, tellReceipt),
      ...uploadRoutes(uploads),
      ...inboxUploadRoutes(uploads, storage.uploads),
      ...wishlistRoutes(saved, storage.wishlists, platform, clock),
      ...wishlistShareRoutes(
        createSharedWishlists(storage, saved, clock),
        createAlerts({ store: storage.alerts, platform, keyring, mailer, clock }),
      ),
      ...eventRoutes(createEvents({ store: storage.events, platform, clock }), ports),
      ...conversationRoutes(conversations),
      ...streamRoutes(streams),
      ...staffRoutes(staffSignIn, storage.staff),
      ...auditRoutes(storage.staff, audit),
      ...settingRoutes(
        createSettings({
          ...{ store: storage.settings, shops: given.shops, able, platform, bus, clock },
        }),
      ),
      ...passkeyRoutes(staffSignIn, passkeys, storage.passkeys, storage.staff, clock),
      ...inboxRoutes(
        createInbox(inboxPorts, drawCards),
        createChangeInbox(inboxPorts),
        createPresence({ store: storage.conversations, bus }),
        createTellStory({ platform, inbox: storage.inbox, wishlists: storage.wishlists }),
        ...([platform, streams] as const),
      ),
      ...inboxActRoutes(createInboxActs({ ...inboxPorts, acts: storage.acts })),
      ...savedReplyRoutes(storage.replies, clock),
      ...staffReturnRoutes(
        createStaffReturns(
          createSettlingDesk({
            ...{ changes: storage.changes, uploads: storage.uploads, makeLabel, bus, clock },
          }),
          ...([platform, clock] as const),
        ),
      ),
      ...staffOrderRoutes(
        createReadStaffOrder(platform, clock),
        createReaderLanguage(platform, storage.conversations),
        ...([platform, changes, tellReceipt, makeLabel] as const),
      ),
      ...webhookRoutes(
        webhooks,
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
