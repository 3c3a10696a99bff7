import type { ImportRow, OrderRow } from '../contract/import.ts';
import { isException } from '../domain/shipments/tracking.ts';
import { manyOrders, sampleRows, type SampleOptions } from '../backend/platforms/sample/index.ts';
import type { ScenarioName } from './scenarios.ts';

/** What a shop holds at the start, told from a moment and a place. */
export type Seed = (options: Required<SampleOptions>) => readonly ImportRow[];

const withoutOrders: Seed = (options) => sampleRows(options).filter((row) => row.type !== 'order');

/** Whom the documentation follows; scenarios are told about her. */
const MARA = 'mara';

const isTroubled = (row: ImportRow): row is OrderRow =>
  row.type === 'order' && row.shipments.some(({ status }) => isException(status));

/** Scenarios that change what the shop holds. */
export const contents: Partial<Record<ScenarioName, Seed>> = {
  empty: withoutOrders,
  'thousand-orders': (options) => [...withoutOrders(options), ...manyOrders(1_000, MARA, options)],
  exception: (options) => [
    ...withoutOrders(options),
    ...sampleRows(options)
      .filter(isTroubled)
      .map((order) => ({ ...order, customer: MARA })),
  ],
};
