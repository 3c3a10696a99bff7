import { catalogueColumns, type CatalogueTables } from './catalogue-tables.ts';
import { changeColumns, type ChangeTables } from './change-tables.ts';
import { eventColumns, type EventTables } from './event-tables.ts';
import { conversationColumns, type ConversationTables } from './conversation-tables.ts';
import { identityColumns, type IdentityTables } from './identity-tables.ts';
import { importColumns, type ImportTables } from './import-tables.ts';
import { jobColumns, type JobTables } from './job-tables.ts';
import { newsColumns, type NewsTables } from './news-tables.ts';
import { outboxColumns, type OutboxTables } from './outbox-tables.ts';
import { recommendationColumns, type RecommendationTables } from './recommendation-tables.ts';
import { staffColumns, type StaffTables } from './staff-tables.ts';
import { uploadColumns, type UploadTables } from './upload-tables.ts';
import { wishlistColumns, type WishlistTables } from './wishlist-tables.ts';

/** Every table. Ids and instants are text, money and counts integers, booleans 0 or 1, JSON is text. */
export interface Database
  extends
    CatalogueTables,
    ChangeTables,
    EventTables,
    ConversationTables,
    IdentityTables,
    ImportTables,
    JobTables,
    NewsTables,
    OutboxTables,
    RecommendationTables,
    StaffTables,
    UploadTables,
    WishlistTables {}

/**
 * What a column tells of a person. Export and erasure follow it, so a column that is not
 * classified fails a test. `secret` never leaves the database, not even in an export.
 */
export type ColumnKind = 'personal' | 'secret' | 'none';
export type Classification<Tables> = {
  [Table in keyof Tables]: { [Column in keyof Tables[Table]]-?: ColumnKind };
};

export const classification: Classification<Database> = {
  ...catalogueColumns,
  ...changeColumns,
  ...eventColumns,
  ...conversationColumns,
  ...identityColumns,
  ...importColumns,
  ...jobColumns,
  ...newsColumns,
  ...outboxColumns,
  ...recommendationColumns,
  ...staffColumns,
  ...uploadColumns,
  ...wishlistColumns,
};
