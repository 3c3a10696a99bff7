// `npm run strips -- --data FOLDER [--customers N]`: serves online-retail as a shop from a temporary
// database and tells, of N customers, what they bought and gave back and what strips they see, each
// product with its reason: to be looked at.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showStrips } from '../test/recommendations/strips.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, customers: { type: 'string', default: '20' } },
});
const customers = Number(values.customers);
if (!values.data || !Number.isInteger(customers) || customers < 1) {
  console.error('Say: npm run strips -- --data FOLDER [--customers N]');
  process.exit(1);
}
await showStrips(resolve(values.data), customers);
