import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { replayAtDesk, replayInBooks } from '../credit-notes/run.ts';
import { sumOf, tableOf, told } from '../credit-notes/table.ts';
import { readOnlineRetail } from '../data/online-retail.ts';
import { absent, folderOf } from '../data/source.ts';

const data = folderOf('online-retail');

test(
  'Every credit note of online-retail comes to its sum over HTTP, or says why not',
  { skip: !data && absent('online-retail') },
  async (context) => {
    if (!data) return;
    const source = readOnlineRetail(data);
    const desk = await replayAtDesk(source);
    assert.deepEqual(desk, await replayInBooks(source));
    assert.deepEqual(desk.faults, []);
    // read here, not through the converter's reader: what it misreads must show
    const csv = readFileSync(join(data, 'invoices_dev.csv'), 'utf8');
    const credits = csv.split('\n').filter((row) => row.startsWith('C'));
    const lines = credits.flatMap((row) => row.trim().split(',')[4]!.split('|'));
    assert.deepEqual(sumOf(tableOf(desk.notes)), {
      notes: credits.length,
      lines: lines.length,
      amount: lines.reduce((sum, line) => sum + penceOf(line), 0),
    });
    for (const line of told(desk.notes)) context.diagnostic(line);
    const { reconciled } = tableOf(desk.notes);
    context.diagnostic(
      `figure: credit notes of online-retail over HTTP: ${reconciled.notes} of ${desk.notes.length} ` +
        'reconcile to the penny, the rest listed by reason, 0 by a fault of the rules',
    );
  },
);

/** As in `22960*-6@4.25`. */
function penceOf(line: string): number {
  const [quantity, price] = line.slice(line.lastIndexOf('*') + 1).split('@');
  return -Number(quantity) * Math.round(Number(price) * 100);
}
