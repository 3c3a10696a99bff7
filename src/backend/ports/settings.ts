import type { SettingName } from '../../contract/settings.ts';
import type { AuditRecord } from './staff.ts';

/** A setting of a shop as it was saved in the console; its value is JSON. */
export interface SettingRecord {
  shop: string;
  name: SettingName;
  /** 1 for the first save. */
  version: number;
  value: string;
  at: string;
  by: string;
}

export interface SettingStore {
  /** Of one shop, or of all. */
  all(shop?: string): Promise<SettingRecord[]>;
  /**
   * False where another save came first: it follows the version before its own, and no other. What is
   * done is in the audit log with `audit`.
   */
  save(setting: SettingRecord, audit?: AuditRecord): Promise<boolean>;
  remove(shop: string, name: SettingName, audit?: AuditRecord): Promise<void>;
  /** Ids and numbers of the newest orders, or of the newest with this number. */
  newestOrders(
    shop: string,
    wanted: { most: number; number?: string | undefined },
  ): Promise<{ id: string; number: string }[]>;
}
