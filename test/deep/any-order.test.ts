import { test } from 'node:test';
import { checkAnyOrder } from '../backend/live/any-order.ts';

const HISTORIES = 1000;

test(`${HISTORIES} histories of webhooks end in the same tables, however they come`, (context) =>
  checkAnyOrder(HISTORIES).then(() => context.diagnostic(`${HISTORIES} histories, 0 differ`)));
