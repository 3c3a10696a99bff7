import type { StoredUpload, UploadOwner } from '../ports.ts';
import type { UploadsTable } from './upload-tables.ts';

/** Where whose a file is stands, and who it is. */
export const ownerIn = (owner: UploadOwner) =>
  'customer' in owner
    ? (['customer_id', owner.customer] as const)
    : 'session' in owner
      ? (['session_id', owner.session] as const)
      : (['staff_id', owner.staff] as const);

export const uploadRow = (upload: StoredUpload): Omit<UploadsTable, 'bytes'> => ({
  ...{ customer_id: null, session_id: null, staff_id: null },
  ...Object.fromEntries([ownerIn(upload.owner)]),
  shop_id: upload.shop,
  id: upload.id,
  type: upload.type,
  size: upload.size,
  created_at: upload.createdAt,
  expires_at: upload.expiresAt ?? null,
  conversation_id: upload.conversation ?? null,
  name: upload.name ?? null,
  note_id: upload.note ?? null,
});

export const uploadOf = (row: UploadsTable): StoredUpload => ({
  shop: row.shop_id,
  id: row.id,
  owner:
    row.customer_id !== null
      ? { customer: row.customer_id }
      : row.staff_id !== null
        ? { staff: row.staff_id }
        : { session: row.session_id ?? '' },
  type: row.type,
  size: row.size,
  createdAt: row.created_at,
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  ...(row.conversation_id !== null && { conversation: row.conversation_id }),
  ...(row.name !== null && { name: row.name }),
  ...(row.note_id !== null && { note: row.note_id }),
});
