import type { ReturnMethod } from '../../../contract/actions.ts';
import type { Return, ReturnState } from '../../../contract/returns.ts';
import type { PlainKey } from '../../locales/words.ts';

/** How far a return is, as a shopper sees it. */
export const STATES: Readonly<Record<ReturnState, PlainKey>> = {
  requested: 'returnAsked',
  approved: 'returnAgreed',
  label_sent: 'returnReady',
  in_transit: 'returnOnItsWay',
  received: 'returnArrived',
  inspected: 'returnChecked',
  settled: 'returnSettled',
  refused: 'returnRefused',
  cancelled: 'returnCancelled',
  expired: 'returnExpired',
};

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
