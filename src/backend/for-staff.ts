import { staffLinkMail } from './channels/email/staff-link-mail.ts';
import type { BackendPorts, Platform, Shops } from './ports.ts';
import { auditRoutes } from './routes/audit.ts';
import { inboxActRoutes, inboxRoutes, staffReturnRoutes } from './routes/inbox.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { savedReplyRoutes } from './routes/saved-replies.ts';
import { settingRoutes } from './routes/settings.ts';
import { staffOrderRoutes } from './routes/staff-orders.ts';
import { staffRoutes } from './routes/staff.ts';
import { inboxUploadRoutes } from './routes/uploads.ts';
import { createAudit } from './services/audit.ts';
import type { Changes } from './services/changes.ts';
import { createInboxActs } from './services/inbox-acts.ts';
import { createChangeInbox } from './services/inbox-changes.ts';
import { createInbox } from './services/inbox.ts';
import type { Limits } from './services/limits.ts';
import type { DrawCards } from './services/message-cards.ts';
import type { Able } from './services/offering.ts';
import { createPasskeyChallenges } from './services/passkey-challenges.ts';
import { createPasskeySignIn } from './services/passkey-sign-in.ts';
import { createPasskeys } from './services/passkeys.ts';
import { createPresence } from './services/presence.ts';
import type { TellReceipt } from './services/receipt-mails.ts';
import type { MakeLabel } from './services/return-labels.ts';
import { createSecondFactors } from './services/second-factors.ts';
import type { Keyring } from './services/secrets.ts';
import { createSettings } from './services/settings.ts';
import { createSettlingDesk } from './services/settling-desk.ts';
import { createTellStory } from './services/shopper-stories.ts';
import type { StaffCallers } from './services/staff-callers.ts';
import { createReaderLanguage, createReadStaffOrder } from './services/staff-orders.ts';
import { createStaffReturns } from './services/staff-returns.ts';
import { createStaffSessions } from './services/staff-sessions.ts';
import { createStaffSignIn } from './services/staff-sign-in.ts';
import type { Streams } from './services/streams.ts';
import type { Uploads } from './services/uploads.ts';

interface Parts {
  /** With `shops` as they can be served. */
  ports: BackendPorts;
  /** The shops as they stand in the config, and what each of them can do. */
  configured: Shops;
  able: Able;
  platform: Platform;
  keyring: Keyring;
  limits: Limits;
  staff: StaffCallers;
  changes: Changes;
  tellReceipt: TellReceipt;
  makeLabel: MakeLabel;
  drawCards: DrawCards;
  uploads: Uploads;
  streams: Streams;
}

/** Answers what the shop's people ask, route by route. */
export function forStaff({ ports, configured, able, platform, keyring, limits, ...parts }: Parts) {
  const { storage, mailer, bus, clock, log, consoleAddress } = ports;
  const { staff, changes, tellReceipt, makeLabel, drawCards, uploads, streams } = parts;
  const audit = createAudit(storage.staff, clock);
  const passkeys = createPasskeys({
    ...{ store: storage.passkeys, proofs: ports.passkeyProofs, clock, consoleAddress },
    challenges: createPasskeyChallenges(storage.limits, keyring, clock),
  });
  const factors = createSecondFactors({ store: storage.staff, passkeys, keyring, clock });
  const staffPorts = { store: storage.staff, callers: staff, factors, clock };
  const sessions = createStaffSessions({ ...staffPorts, passkeys, bus });
  const signIn = createStaffSignIn({
    ...{ ...staffPorts, sessions, limits, keyring, mailer },
    ...{ log, letter: staffLinkMail, consoleAddress },
  });
  const passkeySignIn = createPasskeySignIn({ ...staffPorts, sessions, passkeys });
  const inboxPorts = {
    ...{ store: storage.conversations, inbox: storage.inbox, staff: storage.staff },
    ...{ bus, clock },
  };

  return {
    ...inboxUploadRoutes(uploads, storage.uploads),
    ...staffRoutes(signIn, sessions, storage.staff),
    ...auditRoutes(storage.staff, audit),
    ...settingRoutes(
      createSettings({
        ...{ store: storage.settings, shops: configured, able, platform, bus, clock },
      }),
    ),
    ...passkeyRoutes(passkeySignIn, passkeys, storage.passkeys, storage.staff, clock),
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
  };
}
