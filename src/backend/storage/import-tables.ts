import type { Classification } from './schema.ts';

/** Rows of an import wait here, checked, until all of them are known to be good. */
export interface ImportTables {
  imports: ImportsTable;
  import_rows: ImportRowsTable;
}

export interface ImportsTable {
  id: string;
  shop_id: string;
  /** `staging` may still be dropped; `committed` will be applied to the end, whatever happens. */
  state: 'staging' | 'committed';
  created_at: string;
  /** When its reader last gave a sign of life. */
  touched_at: string;
}

export interface ImportRowsTable {
  import_id: string;
  /** Place among the rows of all files. */
  position: number;
  /** Customers and products come before the orders that speak of them. */
  rank: number;
  body: string;
}

export const importColumns: Classification<ImportTables> = {
  imports: { id: 'none', shop_id: 'none', state: 'none', created_at: 'none', touched_at: 'none' },
  import_rows: {
    import_id: 'none',
    position: 'none',
    rank: 'none',
    body: 'personal',
  },
};
