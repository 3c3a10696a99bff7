import type { ReportRequest } from '../../contract/reports.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** What is wrong with orders, on its way to be told. */
export const createReports = createChanges<ReportRequest>(
  writeAt('report', (order) => path`/orders/${order}/reports`),
);
