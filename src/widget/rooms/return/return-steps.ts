import { html, type TemplateResult } from 'lit/html.js';
import type { PlainKey, Say } from '../../locales/words.ts';
import { progressBar } from '../../ui/progress.ts';
import {
  hasRefund,
  hasSwap,
  isOneWay,
  isPictured,
  leaderOf,
  requestOf,
  type Going,
} from './return-draft.ts';
import type { OutcomeView, ReturnView } from './return-screen.ts';

/** One question a screen; that of a reason is asked of each item. */
const QUESTIONS: readonly [PlainKey, PlainKey, PlainKey, PlainKey] = [
  'whatGoesBack',
  'whatWrong',
  'whatInstead',
  'howSend',
];

/** Which item a step is about: "reason/LINE", and those that look for another one in exchange. */
export const lineIn = (step = ''): string | undefined => /^\w+\/(.+)/.exec(step)?.[1];
const nameOf = (step = ''): string => /^\w*/.exec(step)![0];

/** How far it is, and which item it is about. */
export function stepOf(step: string | undefined, going: readonly Going[], { text }: Say) {
  const line = lineIn(step);
  const name = nameOf(step);
  const about = going.find((one) => one.line.id === line);
  const isWhy = name === 'reason';
  const n = name === 'method' ? 4 : isWhy ? (about ? 2 : 1) : name ? 3 : 1;
  const part = isWhy && about && going.length > 1 ? (going.indexOf(about) + 1) / going.length : 1;
  const label = text('step', { n, of: 4, name: text(QUESTIONS[n - 1] ?? 'howSend') });
  const bar: TemplateResult = html`<div class="steps">${progressBar(n - 1 + part, label)}</div>`;
  return { about, bar };
}

/** What this screen still asks, in words. */
export function missing(view: ReturnView, step: string | undefined) {
  const { order, going, draft, words, isWaiting } = view;
  const { text } = words;
  const line = lineIn(step);
  const asked = line === undefined ? going : going.filter((one) => one.line.id === line);
  if (!going.length) return text('nothingChosen');
  if (!step) return '';
  if (asked.some(({ offer }) => !offer)) return text('reasonMissing');
  if (asked.some(({ offer, line: { id } }) => isPictured(offer, true) && isWaiting(id)))
    return text('photosWaiting');
  if (asked.some(({ offer, answers }) => offer?.photo && !answers.photos?.length))
    return text('photoMissing');
  if (nameOf(step) === 'reason') return '';
  const isOpen = line === undefined ? !requestOf(order, draft) : !asked[0]?.answers.variant;
  return isOpen ? text('swapMissing') : '';
}

/** What is asked once it is known what for, and of whom it is not asked. */
const LAST: readonly (readonly [step: string, isAsked: (view: ReturnView) => boolean])[] = [
  ['outcome', () => true],
  ['settle', asksWhoSettles],
  [
    'sending',
    ({ order, going, last }) => hasSwap(going) && !!order.actions?.instantExchange && !last?.review,
  ],
  ['method', ({ order, going }) => !isOneWay(order, going)],
];

/** A price with more than one way to pay it, or something left over that may become credit. */
export function asksWhoSettles({ order, going, last, methods }: OutcomeView): boolean {
  const due = last?.total.amount ?? 0;
  if (!hasSwap(going) || !due) return false;
  // as long as it is not known how they may pay, it is to be asked
  return due < 0 ? (methods?.length ?? 2) > 1 : !!order.actions?.storeCredit && !hasRefund(going);
}

/** What is asked after it; undefined where it was the last. */
export function nextStep(step: string | undefined, view: ReturnView): string | undefined {
  const { order, going } = view;
  const at = LAST.findIndex(([name]) => name === step);
  if (at >= 0) return LAST.slice(at + 1).find(([, isAsked]) => isAsked(view))?.[0];
  const line = lineIn(step);
  const from = going.findIndex((one) => one.line.id === line) + 1;
  const next = going.slice(from).find((one) => leaderOf(order, one.line) === one.line);
  return next ? `reason/${next.line.id}` : 'outcome';
}
