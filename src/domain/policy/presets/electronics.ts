import type { Policy, ReasonRule } from '../../../contract/policy.ts';
import { fault, usual } from './default.ts';

/** What was opened is worth less. */
const opened: ReasonRule = {
  outcomes: ['refund', 'exchange'],
  photo: false,
  fee: { kind: 'percent', percent: 15 },
  returnShipping: 'shopper',
  review: false,
};
const broken: ReasonRule = { ...fault, outcomes: ['replacement', 'refund'], photo: true };

/** Two weeks, a fee for a change of mind, and a look at all that comes back before money moves. */
export const electronics: Policy = {
  ...usual,
  returns: {
    ...usual.returns,
    window: { from: 'delivery', days: 14 },
    reasons: {
      not_as_described: fault,
      damaged: broken,
      faulty: { ...broken, review: true },
      wrong_item: broken,
      too_late: { ...fault, outcomes: ['refund'] },
      no_longer_needed: opened,
      found_cheaper: opened,
      other: { ...opened, review: true },
    },
    sendWithinDays: 7,
    settleOn: 'inspected',
  },
  lines: [...usual.lines, { match: { tags: ['software', 'gift-card'] }, excluded: true }],
};
