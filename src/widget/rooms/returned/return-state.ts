import type { ReturnMethod } from '../../../contract/actions.ts';
import type { Return } from '../../../contract/returns.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { STATES } from '../return/return-words.ts';

/** Before it is on its way, what counts is what is to be done. */
export const HANDOVER: Readonly<Record<ReturnMethod, readonly [title: PlainKey, step: PlainKey]>> =
  {
    drop_off: ['showCode', 'handItIn'],
    label: ['printLabel', 'handItIn'],
    pick_up: ['pickUpComes', 'haveItReady'],
    own: ['sendItBack', 'sendItBack'],
    keep: ['keepIt', 'keepIt'],
  };

export const isToSend = ({ state, labelFailed }: Return): boolean =>
  state === 'label_sent' || (state === 'approved' && !labelFailed);

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
