import { codeMail } from './channels/email/code-mail.ts';
import { conversationMail } from './channels/email/conversation-mail.ts';
import { linkMail } from './channels/email/link-mail.ts';
import type { BackendPorts, Platform } from './ports.ts';
import { changeRoutes } from './routes/changes.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { customerRoutes } from './routes/customers.ts';
import { deskRoutes } from './routes/desk.ts';
import { eventRoutes } from './routes/events.ts';
import { identityRoutes } from './routes/identity.ts';
import { orderRoutes } from './routes/orders.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { productRoutes } from './routes/products.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { returnRoutes } from './routes/returns.ts';
import { sessionKeyRoutes } from './routes/session-keys.ts';
import { sessionRoutes } from './routes/session.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { wishlistShareRoutes } from './routes/wishlist-shares.ts';
import { wishlistRoutes } from './routes/wishlists.ts';
import { createBoundSessions } from './services/bound-sessions.ts';
import { createChallenges } from './services/challenges.ts';
import type { Changes } from './services/changes.ts';
import { createSendCode } from './services/contact-codes.ts';
import { createConversationMails } from './services/conversation-mails.ts';
import { createConversations } from './services/conversations.ts';
import { createEvents } from './services/events.ts';
import { createKeyProofs } from './services/key-proofs.ts';
import type { Limits } from './services/limits.ts';
import { createLookup } from './services/lookups.ts';
import type { DrawCards } from './services/message-cards.ts';
import { createModels } from './services/models.ts';
import { createNewSessions } from './services/new-sessions.ts';
import { createOwnConversation } from './services/own-conversations.ts';
import { createOwnLogin } from './services/own-login.ts';
import type { OwnOrder } from './services/own-orders.ts';
import { createOwnSessions } from './services/own-sessions.ts';
import type { TellReceipt } from './services/receipt-mails.ts';
import { createRecommendations } from './services/recommendations.ts';
import { createReorders } from './services/reorders.ts';
import type { MakeLabel } from './services/return-labels.ts';
import { createReturns } from './services/returns.ts';
import type { Keyring } from './services/secrets.ts';
import { createSessions } from './services/sessions.ts';
import { createSettled } from './services/settled-orders.ts';
import { createSendMessage } from './services/shopper-messages.ts';
import { createSignIn } from './services/sign-in.ts';
import type { Uploads } from './services/uploads.ts';
import { createBeginVisit } from './services/visitors.ts';
import { createAlerts } from './services/wishlist-alerts.ts';
import { createSharedWishlists } from './services/wishlist-shares.ts';
import { createSavedWishes } from './services/wishlists.ts';
import { createWrongCodes } from './services/wrong-codes.ts';

interface Parts {
  /** With `shops` as they can be served. */
  ports: BackendPorts;
  platform: Platform;
  keyring: Keyring;
  limits: Limits;
  ownOrder: OwnOrder;
  changes: Changes;
  tellReceipt: TellReceipt;
  makeLabel: MakeLabel;
  drawCards: DrawCards;
  uploads: Uploads;
}

/** Answers what shoppers ask, route by route. */
export function forShoppers({ ports, platform, keyring, limits, ownOrder, ...parts }: Parts) {
  const { storage, mailer, transport, bus, clock, log } = ports;
  const { changes, tellReceipt, makeLabel, drawCards, uploads } = parts;
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
  const ownConversation = createOwnConversation(storage.conversations);
  const conversations = createConversations({
    ...{ store: storage.conversations, ownConversation, bus, clock },
    mails: createConversationMails({
      ...{ store: storage.conversations, platform, limits, mailer },
      letter: conversationMail,
    }),
  });
  const models =
    ports.models ??
    createModels({
      ...{ store: storage.recommendations, clock },
      sources: { sales: platform.sales, events: storage.events },
    });
  const returns = createReturns({ platform, ownOrder, labels: ports.labels, bus, clock });
  const saved = createSavedWishes(storage, platform, clock);

  return {
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
    ...wishlistRoutes(saved, storage.wishlists, platform, clock),
    ...wishlistShareRoutes(
      createSharedWishlists(storage, saved, clock),
      createAlerts({ store: storage.alerts, platform, keyring, mailer, clock }),
    ),
    ...eventRoutes(createEvents({ store: storage.events, platform, clock }), ports),
    ...conversationRoutes(
      conversations,
      createSendMessage({
        ...{ store: storage.conversations, staff: storage.staff, ownConversation },
        ...{ drawCards, limits, bus, clock },
      }),
    ),
  };
}
