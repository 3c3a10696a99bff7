import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Receipt } from '../../../contract/quotes.ts';
import type { DatedKey, PlainKey, Say } from '../../locales/words.ts';
import { glyph } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { moveText } from '../money-moves.ts';

const RECEIPT = 'M5.5 3.5h13v17l-2.2-1.5-2.1 1.5L12 19l-2.2 1.5L7.7 19l-2.2 1.5zM9 8.5h6M9 12.5h6';

const TITLES = {
  cancellation: 'cancelledOn',
  edit: 'changedOn',
  return: 'returnAskedOn',
  return_cancellation: 'returnStoppedOn',
  report: 'reportedOn',
} as const satisfies Record<Receipt['kind'], DatedKey>;
const STATES: { readonly [S in Receipt['state']]?: PlainKey } = {
  in_review: 'inReview',
  awaiting_payment: 'awaitingPayment',
  refused: 'shopSaidNo',
  undone: 'takenBack',
};

/** May it still be taken back? The backend has the last word. */
export const canUndo = ({ state, undoUntil }: Receipt): boolean =>
  !!undoUntil && state !== 'undone' && state !== 'refused' && Date.parse(undoUntil) > Date.now();

export const receiptTitle = ({ kind, at }: Receipt, { when }: Say): string =>
  when(TITLES[kind], at);

/** What came of something that was wrong, once that is settled. */
export const cameOf = ({ resolution }: NonNullable<Receipt['report']>): PlainKey =>
  resolution === 'refund' ? 'moneyComes' : resolution ? 'newOneComes' : 'done';

/** What was done, when, and which way the money went; with the way to take it back. */
export function receiptRow(
  receipt: Receipt,
  words: Say,
  { undo, open }: { undo(): void; open(id: string): void },
): TemplateResult {
  const { text } = words;
  const title = receiptTitle(receipt, words);
  const back = receipt.kind === 'return' ? receipt.return : undefined;
  const state = STATES[receipt.state];
  const told = [
    ...(state ? [text(state)] : []),
    ...(receipt.state === 'undone' ? [] : receipt.moves.map((move) => moveText(move, words))),
  ];
  return html`<li class="li">
    ${receipt.state === 'awaiting_payment' ? roomIcon('alert') : glyph(RECEIPT)}
    <span class="grow"><span class="strong">${title}</span>${told.map(
      (one) => html`<span class="small second">${one}</span>`,
    )}</span>
    ${
      canUndo(receipt)
        ? html`<button class="btn quiet undo" aria-label=${text('undoOf', { what: title })} @click=${undo}>${text('undo')}</button>`
        : nothing
    }
    ${back === undefined ? nothing : html`<button class="btn quiet undo" aria-label=${text('openOf', { what: title })} @click=${() => open(back)}>${text('openIt')}</button>`}
  </li>`;
}
