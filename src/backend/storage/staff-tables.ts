import type { SettingName } from '../../contract/settings.ts';
import type { StaffAction, StaffRole } from '../../contract/staff.ts';
import type { Classification } from './schema.ts';

/** The shop's people, and what they did. */
export interface StaffTables {
  staff: StaffTable;
  staff_recovery_codes: StaffRecoveryCodesTable;
  staff_links: StaffLinksTable;
  staff_sessions: StaffSessionsTable;
  staff_passkeys: StaffPasskeysTable;
  staff_audit: StaffAuditTable;
  shop_settings: ShopSettingsTable;
  saved_replies: SavedRepliesTable;
  inbox_acts: InboxActsTable;
}

export interface StaffTable {
  shop_id: string;
  id: string;
  /** In small letters. */
  email: string;
  name: string;
  role: StaffRole;
  added_at: string;
  /** Of the authenticator app, sealed. */
  secret: string | null;
  /** The last step of which a code has served. */
  step: number | null;
  /** When they were last given a conversation in turn. */
  turn_at: string | null;
}

export interface StaffRecoveryCodesTable {
  shop_id: string;
  staff_id: string;
  hash: string;
}

export interface StaffLinksTable {
  shop_id: string;
  staff_id: string;
  hash: string;
  expires_at: string;
}

export interface StaffSessionsTable {
  shop_id: string;
  id: string;
  staff_id: string;
  hash: string;
  /** 1 once a code was given. */
  whole: number;
  codes: number;
  seen_at: string;
  ends_at: string;
}

export interface StaffPasskeysTable {
  shop_id: string;
  id: string;
  staff_id: string;
  credential: string;
  public_key: string;
  counter: number;
  name: string;
  added_at: string;
  used_at: string | null;
}

/** Stays when who did it goes. */
export interface StaffAuditTable {
  shop_id: string;
  id: string;
  at: string;
  staff_id: string | null;
  by_name: string;
  action: StaffAction;
  subject: string | null;
  detail: string | null;
  reason: string | null;
}

export interface ShopSettingsTable {
  shop_id: string;
  name: SettingName;
  version: number;
  value: string;
  saved_at: string;
  saved_by: string;
}

export interface SavedRepliesTable {
  shop_id: string;
  id: string;
  name: string;
  text: string;
  /** As JSON. */
  choices: string | null;
}

/** Until it can be taken back no more. */
export interface InboxActsTable {
  shop_id: string;
  id: string;
  staff_id: string;
  expires_at: string;
  /** How conversations stood before and after, as JSON. */
  body: string;
}

export const staffColumns: Classification<StaffTables> = {
  staff: {
    ...{ shop_id: 'none', id: 'personal', email: 'personal', name: 'personal', role: 'personal' },
    ...{ added_at: 'personal', secret: 'secret', step: 'secret' },
    turn_at: 'personal',
  },
  staff_recovery_codes: { shop_id: 'none', staff_id: 'personal', hash: 'secret' },
  staff_links: { shop_id: 'none', staff_id: 'personal', hash: 'secret', expires_at: 'none' },
  staff_sessions: {
    ...{ shop_id: 'none', id: 'personal', staff_id: 'personal', hash: 'secret', whole: 'none' },
    ...{ codes: 'none', seen_at: 'personal', ends_at: 'none' },
  },
  staff_passkeys: {
    ...{ shop_id: 'none', id: 'personal', staff_id: 'personal', credential: 'personal' },
    ...{ public_key: 'personal', counter: 'none', name: 'personal', added_at: 'personal' },
    used_at: 'personal',
  },
  staff_audit: {
    ...{ shop_id: 'none', id: 'none', at: 'personal', staff_id: 'personal', by_name: 'personal' },
    ...{ action: 'personal', subject: 'personal', detail: 'personal', reason: 'personal' },
  },
  shop_settings: {
    ...{ shop_id: 'none', name: 'none', version: 'none', value: 'none' },
    ...{ saved_at: 'personal', saved_by: 'personal' },
  },
  saved_replies: { shop_id: 'none', id: 'none', name: 'none', text: 'none', choices: 'none' },
  inbox_acts: {
    ...{ shop_id: 'none', id: 'none', staff_id: 'personal', expires_at: 'none', body: 'none' },
  },
};
