import type { Policy } from '../../contract/policy.ts';
import type { MethodRecord } from './changes.ts';
import type { Case } from '../policy/case.ts';

/** A wish about an order, with all that is looked at to decide it. */
export interface Asked<Request> {
  case: Case;
  policy: Policy;
  request: Request;
  now: Date;
  /** The customer's own, with what is left on gift cards. */
  methods: readonly MethodRecord[];
  /** False: somebody whom the order was sent to. Absent: its customer. */
  isOwn?: boolean;
}
