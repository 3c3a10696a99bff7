import type { ReportRequest } from '../../contract/reports.ts';
import { createChanges } from './change.ts';

const client = () => import('../client/report.ts');

/** What is wrong with orders, on its way to be told. Its requests come with the first. */
export const createReports = createChanges<ReportRequest>({
  task: 'report',
  quote: async (...asked) => (await client()).quoteReport(...asked),
  confirm: async (...asked) => (await client()).reportOrder(...asked),
});
