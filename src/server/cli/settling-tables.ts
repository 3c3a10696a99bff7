import { exponentOf } from '../../contract/exponents.ts';
import type { Money } from '../../contract/money.ts';
import type { MoneyMove, Receipt, Sum } from '../../contract/quotes.ts';
import type { Return } from '../../contract/returns.ts';

/** Rows under their heads, each column as wide as its widest; numbers are not aligned. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** As in EUR 80.10. */
const amountOf = ({ amount, currency }: Money): string =>
  `${currency} ${(amount / 10 ** exponentOf(currency)).toFixed(exponentOf(currency))}`;

export const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
const unitsOf = ({ lines }: Return): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
const outcomesOf = ({ lines }: Return): string =>
  [...new Set(lines.map(({ outcome }) => outcome))].join(', ');

export const returnsTable = (returns: readonly Return[]): string =>
  tableOf([
    ['NUMBER', 'STATE', 'SINCE', 'UNITS', 'FOR', 'COMES TO', 'BY', 'ID'],
    ...returns.map((each) => [
      ...[each.number, each.state, minute(each.events[0]?.at ?? each.createdAt)],
      ...[String(unitsOf(each)), outcomesOf(each), amountOf(each.total), each.method, each.id],
    ]),
  ]);

export function returnSheet(each: Return): string {
  const facts = [
    ['return', each.number],
    ['id', each.id],
    ['order', each.order],
    ['state', each.state],
    ['by', each.method],
    ...(each.expiresAt === undefined ? [] : [['sent by', minute(each.expiresAt)]]),
    ...(each.chooseBy === undefined ? [] : [['chosen by', minute(each.chooseBy)]]),
    ...(each.labelFailed === undefined
      ? []
      : [['label', `could not be made: ${each.labelFailed}`]]),
    ...(each.instant ? [['exchange', 'is sent before it is back']] : []),
    ...(each.refusedWhy === undefined ? [] : [['refused', each.refusedWhy]]),
  ];
  const lines = each.lines.map((one) => [
    ...[one.line, String(one.quantity), whyOf(one), one.outcome],
    `${one.variant ?? ''}${one.soldOut ? ' (sold out)' : ''}`.trim(),
  ]);
  const photos = each.lines.flatMap(({ line, photos: ids = [] }) => ids.map((id) => [line, id]));
  return [
    tableOf(facts),
    tableOf([['LINE', 'UNITS', 'WHY', 'FOR', 'VARIANT'], ...lines]),
    ...(photos.length ? [photosTable(photos)] : []),
    moneyTable(each),
    tableOf(each.events.map(({ state, at }) => [minute(at), state])),
  ].join('\n\n');
}

/** Pictures, and how to see one. */
const photosTable = (photos: readonly (readonly string[])[]): string =>
  `${tableOf([['LINE', 'PICTURE'], ...photos])}\nfront-desk-server uploads save <picture> <file> saves one.`;

/** As in too_small (how_much: a_size). */
function whyOf({ reason, answers = {} }: Return['lines'][number]): string {
  const told = Object.entries(answers).map((answer) => answer.join(': '));
  return told.length > 0 ? `${reason} (${told.join(', ')})` : reason;
}

export const reviewsTable = (receipts: readonly Receipt[]): string =>
  tableOf([
    ['ID', 'WHAT', 'ORDER', 'ASKED', 'COMES TO', 'WHY', 'PICTURES'],
    ...receipts.map((each) => [
      ...[each.id, each.kind, each.order, minute(each.at), amountOf(each.total)],
      each.reason ?? each.report?.kind ?? '',
      each.report?.photos?.join(' ') ?? '',
    ]),
  ]);

/** What is owed, a refund a row. */
export const refundsTable = (receipts: readonly Receipt[]): string =>
  tableOf([
    ['ID', 'WHAT', 'ORDER', 'SINCE', 'OWED', 'TO'],
    ...receipts.flatMap((each) =>
      each.moves
        .filter(({ amount, state }) => amount.amount > 0 && state !== 'done')
        .map((move) => [
          ...[each.id, each.kind, each.order, minute(each.at), amountOf(move.amount), wayOf(move)],
        ]),
    ),
  ]);

export const receiptSheet = (each: Receipt): string =>
  [
    tableOf([
      ['receipt', each.id],
      ['what', each.kind],
      ['order', each.order],
      ['state', each.state],
    ]),
    moneyTable(each),
  ].join('\n\n');

const wayOf = ({ label, lastFour }: MoneyMove): string =>
  lastFour === undefined ? label : `${label} ${lastFour}`;

const moneyTable = ({
  sums,
  moves,
  total,
}: {
  sums: readonly Sum[];
  moves: readonly MoneyMove[];
  total: Money;
}): string =>
  tableOf([
    ...sums.map(({ kind, line, label, amount }) => [
      ...[kind, line ?? label ?? '', amountOf(amount)],
    ]),
    ['total', '', amountOf(total)],
    ...moves.map((move) => [wayOf(move), move.state, amountOf(move.amount)]),
  ]);
