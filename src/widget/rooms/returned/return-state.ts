import type { Return } from '../../../contract/returns.ts';
import type { Say } from '../../locales/words.ts';
import { HANDOVER, isToSend, STATES } from '../return/return-words.ts';

/** The carrier’s part is to come yet. */
export const isWaitedFor = ({ state, method, labelFailed }: Return): boolean =>
  state === 'approved' && method !== 'own' && method !== 'keep' && !labelFailed;

/** What it is about now, and what else there is to know. */
export function headlineOf(it: Return, words: Say): { title: string; told: string } {
  const { text } = words;
  const { method, state, number } = it;
  if (it.chooseBy)
    return {
      title: text('goneMeanwhile'),
      told: text('chooseBy', { date: words.date(it.chooseBy) }),
    };
  if (isWaitedFor(it))
    return { title: text(method === 'drop_off' ? 'codeSoon' : 'labelSoon'), told: '' };
  if (it.labelFailed) return { title: text('labelFailed'), told: text('labelFailedHow') };
  if (!isToSend(it))
    return state === 'requested'
      ? { title: text('peopleLook'), told: text('peopleWrite') }
      : {
          title: text(method === 'keep' && state === 'settled' ? 'keepIt' : STATES[state]),
          told: it.refusedWhy ?? '',
        };
  return {
    title: text(HANDOVER[method][0]),
    told: method === 'own' ? text('ownHow', { number }) : (it.dropOff ?? ''),
  };
}
