import { isDeepStrictEqual } from 'node:util';
import { readOnlineRetail, type OnlineRetail } from '../data/online-retail.ts';
import { createBooks } from './books.ts';
import { matchCreditNotes, type CreditNote } from './credit-notes.ts';
import { openDesk } from './desk.ts';
import { isFaulty, reconcile, refundFaults } from './reconcile.ts';
import type { Returns } from './returns.ts';
import { soldShop } from './shop.ts';
import { listed, told } from './table.ts';

export interface Replayed {
  notes: CreditNote[];
  /** What must never be. */
  faults: string[];
}

/**
 * Replays all credit notes by the rules alone, and those of every nth customer over HTTP as well.
 * Prints what came of them; true when nothing did that must never be.
 */
export async function run(data: string, nth: number): Promise<boolean> {
  const source = readOnlineRetail(data);
  const books = await replayInBooks(source);
  const desk = await replayAtDesk(everyNth(source, nth));
  const faults = [...books.faults, ...desk.faults, ...differences(desk, books)];
  for (const line of [...listed(books.notes), ...faults]) console.log(line);
  console.log(`\nOver HTTP, every ${nth}th customer:\n${told(desk.notes).join('\n')}`);
  console.log(`\nBy the rules:\n${told(books.notes).join('\n')}`);
  return faults.length === 0;
}

export async function replayInBooks(source: OnlineRetail): Promise<Replayed> {
  const { orders } = soldShop(source);
  return replay(matchCreditNotes(source, orders), createBooks(orders));
}

export async function replayAtDesk(source: OnlineRetail): Promise<Replayed> {
  const rows = soldShop(source);
  const desk = await openDesk(rows);
  try {
    return await replay(matchCreditNotes(source, rows.orders), desk);
  } finally {
    await desk.close();
  }
}

/** All that every nth customer bought and gave back; customers do not depend on each other. */
export function everyNth({ products, invoices }: OnlineRetail, nth: number): OnlineRetail {
  const customers = [...new Set(invoices.flatMap(({ customer }) => customer || []))].sort();
  const chosen = new Set(customers.filter((_, at) => at % nth === 0));
  return { products, invoices: invoices.filter(({ customer }) => chosen.has(customer)) };
}

/** Notes that come out otherwise there than here. */
function differences(some: Replayed, all: Replayed): string[] {
  const noteOf = new Map(all.notes.map((note) => [note.number, note]));
  return some.notes
    .filter((note) => !isDeepStrictEqual(note, noteOf.get(note.number)))
    .map(({ number }) => `${number}: comes to something else over HTTP`);
}

async function replay(notes: readonly CreditNote[], returns: Returns): Promise<Replayed> {
  const done: CreditNote[] = [];
  for (const note of notes) done.push(await reconcile(note, returns));
  const faulty = done.filter(isFaulty);
  return {
    notes: done,
    faults: [
      ...faulty.map(({ number }) => `${number}: its returns come to something else`),
      ...(await refundFaults(done, returns)),
    ],
  };
}
