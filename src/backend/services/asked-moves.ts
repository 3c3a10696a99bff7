import { failedMove } from '../../domain/money/move-failures.ts';
import { mayBeMade, type MoveAnswer } from '../../domain/money/moves.ts';
import type { ClaimedMove, Payments } from '../ports.ts';

/** The provider's answer; `unasked` where money goes back in a way that it cannot. */
export function ask(
  claimed: ClaimedMove,
  by: Payments | undefined,
  now: Date,
): Promise<MoveAnswer> | 'unasked' {
  const { what, kind, movedAs, reference, method, hold } = claimed;
  const { id: key, amount, currency } = claimed;
  const asked = { key, amount, currency, ...(mayBeMade(claimed, now) && { again: true }) };
  if (by && movedAs !== undefined) return by.look(movedAs);
  switch (what) {
    case 'refund':
      return by?.capabilities.refund.includes(kind) && reference !== undefined
        ? by.refund({ ...asked, payment: reference })
        : 'unasked';
    case 'charge':
    case 'hold': {
      const source = method ?? reference;
      return by?.capabilities[what].includes(kind) && source !== undefined
        ? by[what]({ ...asked, source })
        : never('unsupported');
    }
    case 'hold_refund':
      return by && hold?.movedAs !== undefined
        ? by.refund({ ...asked, payment: hold.movedAs })
        : 'unasked';
    case 'capture':
      return by && hold?.movedAs !== undefined
        ? by.capture({ ...asked, hold: hold.movedAs })
        : never('hold_over');
    case 'release':
      return by && hold?.movedAs !== undefined
        ? by.release({ ...asked, hold: hold.movedAs })
        : never('hold_over');
  }
}

const never = async (reason: 'unsupported' | 'hold_over'): Promise<MoveAnswer> =>
  failedMove(reason);
