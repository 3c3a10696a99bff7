import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as catalogue from './migrations/001-catalogue.ts';
import * as identity from './migrations/002-identity.ts';
import * as imports from './migrations/003-imports.ts';
import * as provenEmail from './migrations/004-proven-email.ts';
import * as outbox from './migrations/005-outbox.ts';
import * as rowNews from './migrations/006-row-news.ts';
import * as sessionKeys from './migrations/007-session-keys.ts';
import * as jobs from './migrations/008-jobs.ts';
import * as ownLogin from './migrations/009-own-login.ts';
import * as settling from './migrations/010-settling.ts';
import * as changes from './migrations/011-changes.ts';
import * as cards from './migrations/012-cards.ts';
import * as uploads from './migrations/013-uploads.ts';
import * as productNames from './migrations/014-product-names.ts';
import * as bundles from './migrations/015-bundles.ts';
import * as labelTries from './migrations/016-label-tries.ts';
import * as returnedParcels from './migrations/017-returned-parcels.ts';
import * as reminders from './migrations/018-reminders.ts';
import * as soldOut from './migrations/019-sold-out.ts';
import * as wishlists from './migrations/020-wishlists.ts';
import * as events from './migrations/021-events.ts';
import * as recommendations from './migrations/022-recommendations.ts';
import * as shippingMethods from './migrations/023-shipping-methods.ts';
import * as orderFigures from './migrations/024-order-figures.ts';
import * as conversations from './migrations/030-conversations.ts';
import * as staff from './migrations/031-staff.ts';
import * as inbox from './migrations/032-inbox.ts';
import * as savedReplies from './migrations/033-saved-replies.ts';
import * as giftReturns from './migrations/034-gift-returns.ts';
import * as answersDue from './migrations/035-answers-due.ts';
import * as turns from './migrations/036-turns.ts';
import * as messageDocuments from './migrations/038-message-documents.ts';
import * as passkeys from './migrations/039-passkeys.ts';
import * as auditDetails from './migrations/040-audit-details.ts';
import * as settings from './migrations/041-settings.ts';
import * as inboxActs from './migrations/043-inbox-acts.ts';
import * as mentions from './migrations/044-mentions.ts';
import * as staffReceipts from './migrations/045-staff-receipts.ts';
import * as uploadOwners from './migrations/047-upload-owners.ts';
import * as noteFiles from './migrations/048-note-files.ts';
import * as messageParts from './migrations/049-message-parts.ts';
import * as outboxStates from './migrations/050-outbox-states-beside.ts';
import * as conversationsByAge from './migrations/051-conversations-by-age-beside.ts';
import * as outboxNewest from './migrations/052-outbox-newest-beside.ts';
import { alone } from './dialect.ts';
import type { Database } from './schema.ts';
import { schemaState } from './schema-state.ts';

/**
 * In this order, each once, each whole. A released one is never changed: add another. Name it
 * `…-beside` where it only adds tables, indexes and columns that may be empty, and nothing that older
 * versions would have to read, fill, export or erase: they then go on beside it.
 */
export const migrations: Record<string, Migration> = {
  '001-catalogue': catalogue,
  '002-identity': identity,
  '003-imports': imports,
  '004-proven-email': provenEmail,
  '005-outbox': outbox,
  '006-row-news': rowNews,
  '007-session-keys': sessionKeys,
  '008-jobs': jobs,
  '009-own-login': ownLogin,
  '010-settling': settling,
  '011-changes': changes,
  '012-cards': cards,
  '013-uploads': uploads,
  '014-product-names': productNames,
  '015-bundles': bundles,
  '016-label-tries': labelTries,
  '017-returned-parcels': returnedParcels,
  '018-reminders': reminders,
  '019-sold-out': soldOut,
  '020-wishlists': wishlists,
  '021-events': events,
  '022-recommendations': recommendations,
  '023-shipping-methods': shippingMethods,
  '024-order-figures': orderFigures,
  '030-conversations': conversations,
  '031-staff': staff,
  '032-inbox': inbox,
  '033-saved-replies': savedReplies,
  '034-gift-returns': giftReturns,
  '035-answers-due': answersDue,
  '036-turns': turns,
  '038-message-documents': messageDocuments,
  '039-passkeys': passkeys,
  '040-audit-details': auditDetails,
  '041-settings': settings,
  '043-inbox-acts': inboxActs,
  '044-mentions': mentions,
  '045-staff-receipts': staffReceipts,
  '047-upload-owners': uploadOwners,
  '048-note-files': noteFiles,
  '049-message-parts': messageParts,
  '050-outbox-states-beside': outboxStates,
  '051-conversations-by-age-beside': conversationsByAge,
  '052-outbox-newest-beside': outboxNewest,
};

/** A newer version has been at work here: its tables may mean what we cannot know. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
  constructor(unknown: readonly string[]) {
    super(
      `The database is of a newer Front Desk: it has ${unknown.join(', ')}, which this version does not know. ` +
        'Run that version again, or restore the back-up made before the upgrade.',
    );
  }
}

/** Brings the tables up to date; names what was applied. Of several processes one does it. */
export async function migrate(
  db: Kysely<Database>,
  wanted: Record<string, Migration> = migrations,
): Promise<string[]> {
  const { missing, unknown } = await schemaState(db, Object.keys(wanted));
  if (unknown.length) throw new DatabaseNewer(unknown);
  // Kysely would stumble over those of a newer version
  if (missing.length === 0) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => wanted } });
  const { error, results = [] } = await alone(db, 'migrations', () => migrator.migrateToLatest());
  if (error)
    throw error instanceof Error ? error : new Error('A migration failed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
