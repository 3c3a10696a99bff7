export { alder, warehouse } from './alder.ts';
export { manyOrders } from './crowd.ts';
export { customers, type CustomerId } from './customers.ts';
export { sampleRows, type SampleOptions } from './rows.ts';
