import type { ReturnReason } from '../../../contract/actions.ts';
import type { ReturnState } from '../../../contract/returns.ts';
import type { PlainKey } from '../../locales/words.ts';

export const REASONS: Readonly<Record<ReturnReason, PlainKey>> = {
  too_small: 'tooSmall',
  too_large: 'tooLarge',
  not_as_described: 'notAsPictured',
  damaged: 'cameDamaged',
  faulty: 'doesNotWork',
  wrong_item: 'notWhatOrdered',
  too_late: 'cameLate',
  no_longer_needed: 'changedMind',
  found_cheaper: 'whyCheaper',
  other: 'ratherNotSay',
};

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
