import type { Policy, ReasonRule } from '../../../contract/policy.ts';
import { usual } from './default.ts';

/** Nobody wants spoilt food back, whatever it came to. */
const spoilt: ReasonRule = {
  outcomes: ['refund'],
  photo: true,
  returnShipping: 'shop',
  review: false,
  keepBelow: Number.MAX_SAFE_INTEGER,
};

/** Three days to say what is wrong, a picture, and the money at once; nothing comes back. */
export const grocery: Policy = {
  ...usual,
  returns: {
    ...usual.returns,
    window: { from: 'delivery', days: 3 },
    reasons: {
      not_as_described: spoilt,
      damaged: spoilt,
      faulty: spoilt,
      wrong_item: spoilt,
      too_late: { ...spoilt, photo: false },
    },
    methods: ['own'],
    settleOn: 'request',
  },
  reports: { lostAfterDays: 1, photo: ['damaged'], resolve: ['refund', 'resend'] },
};
