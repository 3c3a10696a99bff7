import type { FileType } from '../../contract/uploads.ts';
import type { Classification } from './schema.ts';

/** What customers sent beside words. */
export interface UploadTables {
  uploads: UploadsTable;
}

export interface UploadsTable {
  shop_id: string;
  id: string;
  customer_id: string;
  type: FileType;
  size: number;
  created_at: string;
  /** Null once something names it. */
  expires_at: string | null;
  bytes: Uint8Array;
}

export const uploadColumns: Classification<UploadTables> = {
  uploads: {
    ...{ shop_id: 'none', id: 'none', customer_id: 'personal', type: 'personal' },
    ...{ size: 'personal', created_at: 'personal', expires_at: 'none', bytes: 'personal' },
  },
};
