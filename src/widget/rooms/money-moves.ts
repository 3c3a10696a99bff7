import type { MoneyMove } from '../../contract/quotes.ts';
import { methodName, money } from '../locales/figures.ts';
import type { Say } from '../locales/words.ts';
import { asSentence } from './method-title.ts';

/** When it is there, in working days; empty where it is there at once. */
export function inDays({ days: { from, to } }: MoneyMove, { text }: Say): string {
  if (to === 0) return '';
  return from && from !== to
    ? text('inDaysFromTo', { from, to })
    : text(from ? 'inDays' : 'withinDays', { n: to });
}

/** When it is there, of what is agreed to: what is planned waits until what goes back has arrived. */
export function whenThere(move: MoneyMove, words: Say): string {
  const { text } = words;
  const days = inDays(move, words);
  if (move.state === 'done') return '';
  if (move.state !== 'planned') return asSentence(days) || text('atOnce');
  return days ? text('onceArrivedIn', { days }) : text('onceArrived');
}

/** What happens to the money, or has happened: "€120.00 back to Visa •• 4120 in 3 to 5 days". */
export function moveText(move: MoneyMove, words: Say): string {
  const { text } = words;
  const { amount, state } = move;
  const isBack = amount.amount > 0;
  const sum = money({ ...amount, amount: Math.abs(amount.amount) }, words);
  const label = methodName(move, words);
  if (state === 'failed') return text(isBack ? 'moneyStuck' : 'moneyRefused', { sum, label });
  if (state === 'done') return text(isBack ? 'moneyIsBack' : 'moneyPaid', { sum, label });
  const said = text(isBack ? 'moneyBack' : 'moneyDue', { sum, label });
  const soon = isBack && inDays(move, words);
  return soon ? `${said} ${soon}` : said;
}
