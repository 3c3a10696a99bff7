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
}

export interface ImportRowsTable {
  import_id: string;
  /** Place among the rows of all files. */
  position: number;
  type: 'product' | 'customer' | 'order';
  row_id: string;
  body: string;
}

export const importColumns: Classification<ImportTables> = {
  imports: { id: 'none', shop_id: 'none', state: 'none', created_at: 'none' },
  import_rows: {
    import_id: 'none',
    position: 'none',
    type: 'none',
    row_id: 'personal',
    body: 'personal',
  },
};
