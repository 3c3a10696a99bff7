import type { Kysely } from 'kysely';
import type { Storage } from '../ports.ts';
import { createAnswerStore } from './answers.ts';
import { createAssertionStore } from './assertions.ts';
import { createCatalogue } from './catalogue.ts';
import { createCatalogueWriter } from './catalogue-writer.ts';
import { createChangeStore } from './changes.ts';
import { createChallengeStore } from './challenges.ts';
import { exportOf } from './customer-export.ts';
import { createDeliveryStore } from './deliveries.ts';
import { createConversationStore } from './conversations.ts';
import { databaseOver, type RawDatabase } from './dialect.ts';
import { createEventStore } from './events.ts';
import { createActStore } from './inbox-acts.ts';
import { createInboxStore } from './inbox.ts';
import { createImports } from './imports.ts';
import { createJobStore } from './jobs.ts';
import { createLimitStore } from './limits.ts';
import { migrate, migrations } from './migrate.ts';
import { createMoneyStore } from './money.ts';
import { createOutboxStore } from './outbox.ts';
import { createPasskeyStore } from './passkeys.ts';
import type { Database } from './schema.ts';
import { createOrderReader } from './order-reader.ts';
import { createRecommendationStore } from './recommendations.ts';
import { createSales } from './sales.ts';
import { schemaState } from './schema-state.ts';
import { createSessionStore } from './sessions.ts';
import { createReplyStore } from './saved-replies.ts';
import { createSettingStore } from './settings.ts';
import { createStaffStore } from './staff.ts';
import { createUploadStore } from './uploads.ts';
import { createAlertStore } from './wishlist-alerts.ts';
import { createShareStore } from './wishlist-shares.ts';
import { createWishlistStore } from './wishlists.ts';

/** The stores over one database whose tables are up to date. */
export function createStorage(db: Kysely<Database>): Storage {
  const read = createOrderReader(db);
  const write = createCatalogueWriter(read);
  const wishlists = createWishlistStore(db);
  return {
    catalogue: createCatalogue(db, read, write),
    changes: createChangeStore(db, read),
    money: createMoneyStore(db, read),
    imports: createImports(db, write),
    sessions: createSessionStore(db),
    challenges: createChallengeStore(db),
    limits: createLimitStore(db),
    answers: createAnswerStore(db),
    deliveries: createDeliveryStore(db),
    jobs: createJobStore(db),
    assertions: createAssertionStore(db),
    schema: () => schemaState(db, Object.keys(migrations)),
    outbox: createOutboxStore(db),
    uploads: createUploadStore(db),
    wishlists,
    shares: createShareStore(db, wishlists),
    alerts: createAlertStore(db),
    events: createEventStore(db),
    exportOf: (shop, customer, contact) => exportOf(db, shop, customer, contact),
    recommendations: createRecommendationStore(db),
    sales: createSales(db),
    conversations: createConversationStore(db),
    inbox: createInboxStore(db),
    acts: createActStore(db),
    replies: createReplyStore(db),
    staff: createStaffStore(db),
    passkeys: createPasskeyStore(db),
    settings: createSettingStore(db),
    close: () => db.destroy(),
  };
}

/** Storage over what a driver opened: tables brought up to date first. */
export async function openStorage(raw: RawDatabase): Promise<Storage> {
  const db = databaseOver<Database>(raw);
  await migrate(db);
  return createStorage(db);
}
