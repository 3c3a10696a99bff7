import type { ImportNews, ImportReport } from '../../backend/services/import.ts';

/** One line of what the server tells of an import: news, and at last how it ended. */
export type ImportTold =
  | ImportNews
  | { report: ImportReport }
  | { unfinished: true }
  | { impossible: string; fault: 'wish' | 'server' };
