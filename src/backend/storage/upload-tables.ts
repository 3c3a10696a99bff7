import type { FileType } from '../../contract/uploads.ts';
import type { Classification } from './schema.ts';

/** What shoppers and the shop's people sent beside words. */
export interface UploadTables {
  uploads: UploadsTable;
}

export interface UploadsTable {
  shop_id: string;
  id: string;
  /** Whose it is: one of the three. */
  customer_id: string | null;
  session_id: string | null;
  staff_id: string | null;
  type: FileType;
  /** What its sender calls it. */
  name: string | null;
  size: number;
  created_at: string;
  /** Null once something names it. */
  expires_at: string | null;
  /** In which it stands. It goes with it. */
  conversation_id: string | null;
  /** The note that names it, of the shop's people alone. */
  note_id: string | null;
  bytes: Uint8Array;
}

export const uploadColumns: Classification<UploadTables> = {
  uploads: {
    ...{ shop_id: 'none', id: 'none', customer_id: 'personal', session_id: 'personal' },
    ...{ staff_id: 'personal', type: 'personal', name: 'personal', size: 'personal' },
    ...{ created_at: 'personal', expires_at: 'none', bytes: 'personal' },
    ...{ conversation_id: 'none', note_id: 'none' },
  },
};
