import { html, type TemplateResult } from 'lit/html.js';
import type { PlainKey, Say } from '../../locales/words.ts';
import { progressBar } from '../../ui/progress.ts';
import { isPictured, requestOf, type Going } from './return-draft.ts';
import type { ReturnView } from './return-screen.ts';

/** One question a screen; that of a reason is asked of each item. */
const QUESTIONS: readonly [PlainKey, PlainKey, PlainKey, PlainKey] = [
  'whatGoesBack',
  'whatWrong',
  'whatInstead',
  'howSend',
];

const lineIn = (step = ''): string | undefined => /^reason\/(.+)/.exec(step)?.[1];

/** How far it is, and which item it is about. */
export function stepOf(step: string | undefined, going: readonly Going[], { text }: Say) {
  const line = lineIn(step);
  const about = going.find((one) => one.line.id === line);
  const n = step === 'method' ? 4 : step === 'outcome' ? 3 : about ? 2 : 1;
  const part = about && going.length > 1 ? (going.indexOf(about) + 1) / going.length : 1;
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
  return line === undefined && !requestOf(order, draft) ? text('swapMissing') : '';
}

/** What is asked after it. */
export function nextStep(step: string | undefined, going: readonly Going[]): string {
  if (step === 'outcome') return 'method';
  const at = going.findIndex(({ line }) => line.id === lineIn(step));
  const next = going[at + 1];
  return next ? `reason/${next.line.id}` : 'outcome';
}
