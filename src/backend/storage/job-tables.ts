import type { Classification } from './schema.ts';

/** Work that comes round, where several processes could do it. */
export interface JobTables {
  jobs: JobsTable;
}

export interface JobsTable {
  name: string;
  /** Until then nobody else begins it. */
  next_at: string;
}

export const jobColumns: Classification<JobTables> = {
  jobs: { name: 'none', next_at: 'none' },
};
