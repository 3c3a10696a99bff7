import type { MoneyMove, Receipt } from '../../../contract/quotes.ts';
import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { letterHtml, paragraph, sumRows } from './letter.ts';
import { counted, escaped, filled } from './markup.ts';
import { moneyIn } from './money.ts';
import { momentIn } from './times.ts';
import type { ReceiptWords } from './words/words.ts';

/** What a receipt mail is about. */
export interface Receipted {
  receipt: Receipt;
  /** The order, as printed, and whether it is cancelled as a whole. */
  order: { number: string; isCancelled: boolean };
  /** As Accept-Language has it. */
  language: string | null;
}

/**
 * Tells what was done to an order, with the money that moves. Nothing in it was written by whoever
 * asked: it may reach somebody who did not.
 */
export function receiptMail(
  shop: Shop,
  to: string,
  { receipt, order, language: wanted }: Receipted,
): Mail {
  const { language, words: common } = wordsFor(wanted);
  const words = common.receipts;
  const heading = filled(words[headingOf(receipt, order.isCancelled)], { number: order.number });
  const isShops = receipt.by === 'shop';
  const notes = [
    ...(isShops ? [filled(words.byShop, { shop: shop.name })] : []),
    ...notesOf(receipt, words, (instant) =>
      momentIn(language, shop, new Date(instant), { timeStyle: 'short' }),
    ),
  ];
  const rows =
    receipt.state === 'undone' ? [] : receipt.moves.map((move) => rowOf(move, { words, language }));
  const notYou = filled(isShops ? words.notRight : words.notYou, {
    shop: shop.contact.email ?? shop.name,
  });
  const foot = footOf(shop, common);
  const moves = rows.map(({ what, when }) => `${what}, ${when}`);
  return {
    shop: shop.id,
    to,
    subject: heading,
    text: [shop.name, heading, moves.join('\n'), ...notes, `${notYou}${foot.text}`, '']
      .filter((part, at, all) => part !== '' || at === all.length - 1)
      .join('\n\n'),
    html: letterHtml({
      shop,
      language,
      direction: common.direction,
      title: heading,
      preview: moves[0] ?? notes[0] ?? '',
      heading,
      content: (look) =>
        [
          rows.length > 0
            ? sumRows(
                rows.map(({ what, when }) => [what, when]),
                look,
              )
            : '',
          ...notes.map((note) => paragraph(escaped(note), look)),
          paragraph(escaped(notYou), look, true),
        ].join('\n'),
      footer: [foot.html],
    }),
  };
}

function headingOf(
  { kind, state }: Receipt,
  isCancelled: boolean,
):
  | 'cancelled'
  | 'partCancelled'
  | 'edited'
  | 'returned'
  | 'reported'
  | 'kept'
  | 'undone'
  | 'inReview' {
  if (state === 'undone') return kind === 'return' ? 'kept' : 'undone';
  if (state === 'in_review') return 'inReview';
  if (kind === 'cancellation') return isCancelled ? 'cancelled' : 'partCancelled';
  if (kind === 'report') return 'reported';
  return kind === 'edit' ? 'edited' : 'returned';
}

function notesOf(
  { by, state, moves, undoUntil, report }: Receipt,
  words: ReceiptWords,
  time: (instant: string) => string,
): string[] {
  if (state === 'undone') return [by === 'shop' ? words.undoneByShop : words.undoneWhat];
  return [
    ...(state === 'in_review' ? [words.reviewWhat] : []),
    ...(state === 'done' && report && report.resolution !== 'refund' ? [words.resent] : []),
    ...(state === 'done' && moves.some((move) => move.state === 'planned') ? [words.waits] : []),
    ...(undoUntil === undefined || by === 'shop'
      ? []
      : [filled(words.undoUntil, { time: time(undoUntil) })]),
  ];
}

function rowOf(
  { amount, kind, label, lastFour, days }: MoneyMove,
  { words, language }: { words: ReceiptWords; language: string },
): { what: string; when: string } {
  const name = lastFour === undefined ? label : `${label} •• ${lastFour}`;
  const method = kind === 'store_credit' ? words.storeCredit : name;
  const isBack = amount.amount >= 0;
  const sum = moneyIn(language, { ...amount, amount: Math.abs(amount.amount) });
  const within = counted(language, words.days, days.to);
  return {
    what: filled(isBack ? words.back : words.paid, { amount: sum, method }),
    when: days.to === 0 ? words.atOnce : filled(within, { to: String(days.to) }),
  };
}
