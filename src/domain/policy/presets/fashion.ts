import type { Policy, ReasonRule } from '../../../contract/policy.ts';
import { changeOfMind, usual } from './default.ts';
import { howMuch } from './how-much.ts';

const wrongSize: ReasonRule = {
  ...changeOfMind,
  outcomes: ['exchange', 'store_credit', 'refund'],
  followUps: [howMuch],
};

/** Sizes are exchanged more than money is given back, at once and for whatever else one likes. */
export const fashion: Policy = {
  ...usual,
  returns: {
    ...usual.returns,
    exchangeWindow: { from: 'delivery', days: 45 },
    reasons: { ...usual.returns.reasons, too_small: wrongSize, too_large: wrongSize },
    exchangeFor: 'any',
    bonus: {
      exchange: { kind: 'percent', percent: 5 },
      storeCredit: { kind: 'percent', percent: 10 },
    },
    instantExchange: true,
    gift: true,
    settleOn: 'in_transit',
  },
  lines: [
    ...usual.lines,
    { match: { tags: ['hygiene'] }, excluded: true },
    { match: { tags: ['sale'] }, outcomes: ['store_credit', 'exchange', 'replacement'] },
  ],
  storeCredit: true,
};
